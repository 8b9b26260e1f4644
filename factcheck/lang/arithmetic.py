"""Words that say how the figures of an article hang together, as patterns per language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """One row of arithmetic.toml."""

    id: str
    words: tuple[str, ...]


@cache
def cue(row: str, language: str) -> re.Pattern[str]:
    """Return the pattern that finds the row's words; stems match the start of a word."""
    words = load_words(language, "arithmetic", ArithmeticWords)[row].words
    whole = [re.escape(word[1:]) for word in words if word.startswith("=")]
    stems = [re.escape(word) + r"\w*" for word in words if not word.startswith("=")]
    return re.compile(rf"\b(?:{'|'.join(whole + stems)})\b", re.IGNORECASE)
