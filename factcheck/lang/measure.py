"""Words around an amount, per language: rises, falls, "by", "to", and what narrows nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.lang.base import load_words

_PUNCTUATION = re.compile(r"[^\w-]")


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """One row of measure.toml."""

    id: str
    words: tuple[str, ...]


@cache
def _rows(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    rows = load_words(language, "measure", MeasureWords)
    return {
        row.id: (
            frozenset(word[1:] for word in row.words if word.startswith("=")),
            tuple(word for word in row.words if not word.startswith("=")),
        )
        for row in rows.values()
    }


@lru_cache(maxsize=65536)
def is_word(row: str, word: str, language: str) -> bool:
    """Say whether a lower-case word belongs to a row of measure.toml."""
    whole, stems = _rows(language)[row]
    return word in whole or (bool(stems) and word.startswith(stems))


def words_of(row: str, language: str) -> frozenset[str]:
    """Return the whole words of a row of measure.toml, without the sign before them."""
    return _rows(language)[row][0]


@lru_cache(maxsize=65536)
def holds(row: str, word: str, language: str) -> bool:
    """Say whether a lower-case word is one of a row, or a compound with one ("Bundespolizei")."""
    whole, stems = _rows(language)[row]
    return word in whole or any(stem in word for stem in stems)


@lru_cache(maxsize=4096)
def names_one(row: str, text: str, language: str) -> bool:
    """Say whether a text holds one of a row's words or phrases; "=" asks for whole words."""
    whole, parts = _rows(language)[row]
    spaced = f" {' '.join(_PUNCTUATION.sub(' ', text.lower()).split())} "
    return any(part in spaced for part in parts) or any(f" {word} " in spaced for word in whole)
