"""Endings of a language's inflected words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class Endings:
    """One row of endings.toml."""

    id: str
    words: tuple[str, ...]


@cache
def endings(row: str, language: str) -> tuple[str, ...]:
    """Return the endings of a row ("noun" or "cut") in the order of the table."""
    return load_words(language, "endings", Endings)[row].words
