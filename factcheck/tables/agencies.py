"""The rows of agencies.toml: whose report a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

_FILE = Path(__file__).with_name("agencies.toml")
_BYLINE = 400  # letters at the start of an article that hold a byline
_CREDIT = 120  # and at its end a credit


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency; the first of its names is the one to show."""

    id: str
    names: tuple[str, ...]


def agency_of(texts: Iterable[str]) -> str:
    """Return the agency that the byline or credit of one of the texts names, else ""."""
    for text in texts:
        found = _pattern().search(f"{text[:_BYLINE]}\n{text[-_CREDIT:]}")
        if found:
            return _shown()[found.group()]
    return ""


def without_byline(text: str) -> str:
    """Return a text without the place and agency that it opens with: "Lauta (dpa) - "."""
    return _byline().sub("", text, count=1)


@cache
def _byline() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_shown(), key=len, reverse=True)))
    place = r"(?:[^\W\d_][\w.-]*[ ,/]{1,2}){0,3}"
    return re.compile(rf"^\s*{place}\((?:{names})\b[^)\n]{{0,30}}\)\s*(?:[-–—:]\s*)?")


@cache
def _shown() -> dict[str, str]:
    rows = load_rows(_FILE, Agency).values()
    return {name: row.names[0] for row in rows for name in row.names}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_shown(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
