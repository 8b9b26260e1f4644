"""Rows of a language's hedges.toml and amounts.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a hedge makes of a value x: from x + low*|x| to x + high*|x|, inf for no bound.

    `kind` is "" for a hedge; other kinds are the words of ranges, ratios and vague amounts.
    """

    id: str
    kind: str = ""
    low: float = 0.0
    high: float = 0.0
    low_open: bool = False
    high_open: bool = False
    exact: bool = False  # takes the rounding away
    neutral: bool = False  # says nothing about the value
    words: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_over_time: tuple[str, ...] = ()  # words that are prepositions before a time
    not_over_way: tuple[str, ...] = ()  # words that are prepositions before an exact length


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Words around amounts; `kind` says what for, `value` is what they stand for if anything."""

    id: str
    kind: str
    value: float = 0.0
    words: tuple[str, ...] = ()


@cache
def hedges(language: str) -> dict[str, Hedge]:
    """Return the language's hedges and connecting words by id."""
    return load_words(language, "hedges", Hedge)


@cache
def amount_words(language: str) -> dict[str, AmountWords]:
    """Return the language's other words around amounts by id."""
    return load_words(language, "amounts", AmountWords)
