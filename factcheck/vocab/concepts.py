"""Says which two words may name one thing: another newsroom's word for it, or its translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.tables.concepts import concepts
from factcheck.vocab.content import stem

_SHORTEST = 3  # letters of a part of a compound
_BEFORE = "_" * 4
Concepts = frozenset[int]
_NONE: Concepts = frozenset()


def may_mean(left: str, right: str) -> bool:
    """Say whether two stems share a concept; either may be a compound that has a name of it.

    Two compounds that share a part are two things.
    """
    a, b = _named().get(left, _NONE), _named().get(right, _NONE)
    return not a.isdisjoint(b | _of_parts(right)) or not b.isdisjoint(_of_parts(left))


def is_named(word: str) -> bool:
    """Say whether a table names the stem, or what a compound ends in."""
    return word in _named() or bool(_of_parts(word))


@cache
def _named() -> Mapping[str, Concepts]:
    """Return stem -> concepts; the languages share one dictionary, as the stems hardly meet."""
    return _by_stem("")


@cache
def _heads() -> Mapping[str, Concepts]:
    """Return the same for the ends of compounds, of which more may be cut off than of a word."""
    return _by_stem(_BEFORE)


def _by_stem(before: str) -> Mapping[str, Concepts]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(concepts()):
        for language, word in names:
            rows[stem(before + word.lower(), language)[len(before) :]].add(number)
    return {word: frozenset(numbers) for word, numbers in rows.items()}


@lru_cache(maxsize=65536)
def _of_parts(word: str) -> Concepts:
    """Return the concepts of the longest names that a compound begins with and ends in."""
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    heads = (_heads()[word[cut:]] for cut in cuts if word[cut:] in _heads())
    starts = (_named()[word[:cut]] for cut in reversed(cuts) if word[:cut] in _named())
    return next(heads, _NONE) | next(starts, _NONE)
