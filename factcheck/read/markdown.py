"""Markdown with optional front matter; its markup is looked through when it is split."""

from __future__ import annotations

from factcheck.read.model import Reading
from factcheck.read.text import read_marked


def read(data: bytes, path: str) -> Reading:
    """Return the article of a Markdown file; InputError says why there is none."""
    return read_marked(data, "markdown")
