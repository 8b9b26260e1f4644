"""Says which two words may name one thing: another newsroom's word for it, or its translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.tables.concepts import concepts
from factcheck.vocab.content import stem

_SHORTEST = 3  # letters of a stem that a compound ends in
_BEFORE = "_" * 4
Concepts = frozenset[int]


def may_mean(left: str, right: str) -> bool:
    """Say whether two stems share a concept; one of them may be a compound that ends in a name."""
    a, b = _named().get(left), _named().get(right)
    if a is None and b is None:
        return False  # two compounds with one head are two things
    return not (a or _of_head(left)).isdisjoint(b or _of_head(right))


def is_named(word: str) -> bool:
    """Say whether a table names the stem, or what a compound ends in."""
    return word in _named() or bool(_of_head(word))


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
def _of_head(word: str) -> Concepts:
    """Return the concepts of the longest name that a compound ends in."""
    for start in range(1, len(word) - _SHORTEST + 1):
        if word[start:] in _heads():
            return _heads()[word[start:]]
    return frozenset()
