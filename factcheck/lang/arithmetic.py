"""Words that say how the figures of an article hang together, as patterns per language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words

_APART = "apart_"


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """One row of arithmetic.toml; `value` where the words stand for a number."""

    id: str
    words: tuple[str, ...]
    value: float = 0.0


@cache
def rows(language: str) -> dict[str, ArithmeticWords]:
    """Return the language's rows by id."""
    return load_words(language, "arithmetic", ArithmeticWords)


@cache
def cue(row: str, language: str) -> re.Pattern[str]:
    """Return the pattern that finds the row's words; stems match the start of a word."""
    return _pattern(rows(language)[row].words)


@cache
def cue_words(row: str, language: str) -> frozenset[str]:
    """Return the row's words themselves, in lower case."""
    return frozenset(word.strip("=").lower() for word in rows(language)[row].words)


@cache
def any_cue(names: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Return the pattern that finds a word of any of the rows."""
    return _pattern(word for name in names for word in rows(language)[name].words)


@cache
def apart(language: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return the sets of kinds that exclude each other; a kind's words are joined with "|"."""
    return tuple(
        tuple(_pattern(kind.split("|")) for kind in row.words)
        for row in rows(language).values()
        if row.id.startswith(_APART)
    )


@cache
def any_kind(language: str) -> re.Pattern[str]:
    """Return the pattern that finds a word of any kind of any set."""
    kinds = (
        kind for row in rows(language).values() if row.id.startswith(_APART) for kind in row.words
    )
    return _pattern(word for kind in kinds for word in kind.split("|"))


def named(prefix: str, language: str) -> dict[str, ArithmeticWords]:
    """Return the rows whose id begins with a prefix, by the rest of the id."""
    found = rows(language).items()
    return {name.removeprefix(prefix): row for name, row in found if name.startswith(prefix)}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    words = sorted(words, key=len, reverse=True)
    signs = [re.escape(word) for word in words if not any(map(str.isalpha, word))]
    named = [word for word in words if any(map(str.isalpha, word))]
    whole = [re.escape(word[1:]) for word in named if word.startswith("=")]
    stems = [re.escape(word) + r"\w*" for word in named if not word.startswith("=")]
    written = [rf"\b(?:{'|'.join(whole + stems)})\b"] if named else []
    return re.compile("|".join([*written, *signs]), re.IGNORECASE)
