"""Words of a language that say nothing about which thing a figure measures."""

from __future__ import annotations

from functools import cache

from factcheck.lang.base import load_words
from factcheck.lang.function_words import WordClass


@cache
def light_words(language: str) -> frozenset[str]:
    """Return the language's light words in lower case."""
    rows = load_words(language, "light_words", WordClass)
    return frozenset(word for row in rows.values() for word in row.words)
