"""Where a language's words lie, and how a word is folded before it is looked up."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TypeVar

from factcheck.rows import load_rows

R = TypeVar("R")

_HERE = Path(__file__).parent
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SHARP = str.maketrans({"ß": "ss"})


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted."""
    return tuple(sorted(p.name for p in _HERE.iterdir() if (p / "numbers.toml").exists()))


def word_file(language: str, name: str) -> Path:
    """Return the path of one of the language's word files ("numbers", "hedges", ...)."""
    return _HERE / language / f"{name}.toml"


def load_words(language: str, name: str, row_type: type[R]) -> dict[str, R]:
    """Return the rows of one of the language's word files; TableError when a row is wrong."""
    return load_rows(word_file(language, name), row_type)


def fold(word: str) -> str:
    """Return the word as lookups know it: composed, lower case, without soft hyphens."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).replace("\u00ad", "")
    return word.lower()


def spellings(word: str) -> set[str]:
    """Return the folded word and its spellings without umlauts and sharp s."""
    folded = fold(word)
    return {folded, folded.translate(_SHARP), folded.translate(_ASCII), folded.translate(_BARE)}
