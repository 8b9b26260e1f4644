"""The number words of a language, as its numbers.toml gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One number word and what it can do inside a longer number.

    `kind` is zero, one, unit (2 to 9), teen (10 to 19), ten (20 to 90), hundred, thousand,
    scale (a million and up), group (dozen), joiner ("und"), point ("Komma"), minus, plus,
    half, mixed (a whole number and a half), ordinal or fraction for the irregular ones.
    `words` are whole spellings, `ordinals` stems that take an ending of the language,
    `vague` plurals that stand for an amount by themselves, `abbreviations` may end in a dot.
    """

    id: str
    kind: str
    value: float = 0.0
    words: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    fractions: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    compact: tuple[str, ...] = ()  # letters that only follow digits ("34.9bn", "100k")
    joins: tuple[str, ...] = ()  # forms of one that "und zwanzig" may follow
    article: tuple[str, ...] = ()  # forms that are an article more often than a number
    vague_up_to: float = 0.0  # upper bound of the vague plural, in units of one


@cache
def number_words(language: str) -> dict[str, NumberWord]:
    """Return the language's number words by id."""
    return load_words(language, "numbers", NumberWord)
