"""Words without content of their own, per language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class WordClass:
    """One class of function words."""

    id: str
    words: tuple[str, ...]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the language's function words in lower case."""
    path = Path(__file__).parent / language / "function_words.toml"
    return frozenset(word for row in load_rows(path, WordClass).values() for word in row.words)
