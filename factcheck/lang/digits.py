"""How a language writes digits: marks, grouping, and what stands around a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words, word_file


@dataclass(frozen=True, slots=True)
class DigitStyle:
    """The one row of a language's digits.toml."""

    id: str
    decimal: str
    grouping: str
    plain_space_groups: int  # groups parted by plain spaces from which on they make one number
    ordinal_dot: bool  # "3." is an ordinal
    capital_nouns: bool
    bare_parts: bool  # a denominator needs no numerator ("Viertel Liter")
    ordinal_parts: bool  # an ordinal names a part ("one fifth")
    letters_apart: bool  # a letter for a scale may stand apart ("10 k")
    adjective_endings: tuple[str, ...] = ()  # none: any word in lower case may be an adjective


@dataclass(frozen=True, slots=True)
class UnitWords:
    """More words for a row of units.toml, in a language that the table itself does not know."""

    id: str
    words: tuple[str, ...]


@cache
def digit_style(language: str) -> DigitStyle:
    """Return how the language writes digits."""
    return load_words(language, "digits", DigitStyle)["style"]


@cache
def unit_words(language: str) -> dict[str, UnitWords]:
    """Return the language's own words for units by row id, from its units.toml if it has one."""
    if not word_file(language, "units").exists():
        return {}
    return load_words(language, "units", UnitWords)
