"""Endings of a language's inflected words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import languages, load_words


@dataclass(frozen=True, slots=True)
class Endings:
    """One row of endings.toml."""

    id: str
    words: tuple[str, ...]


@cache
def endings(row: str, language: str) -> tuple[str, ...]:
    """Return the endings of a row ("noun" or "cut") in the order of the table."""
    return load_words(language, "endings", Endings)[row].words


@cache
def contrary_starts() -> frozenset[str]:
    """Return what, before a word, makes it another one in any language: "Beifahrer", "ex-wife"."""
    return frozenset(start for code in languages() for start in endings("negating", code))
