"""Arithmetic inside one article: totals, growth rates, parts and weekdays (rules FC4xx)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Document, Finding


def check_document(document: Document, claims: Sequence[Claim], language: str) -> list[Finding]:
    """Return the findings that one article's own figures give."""
    return []
