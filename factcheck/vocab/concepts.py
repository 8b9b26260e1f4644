"""Says which two words may name one thing: another newsroom's word for it, or its translation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.tables.concepts import concepts
from factcheck.vocab.content import stem

_SHORTEST = 3  # letters of a part of a compound
_BEFORE = "____"  # stands for the rest of a compound, which lets an ending be cut off a short word
Concepts = frozenset[int]


def may_mean(left: str, right: str) -> bool:
    """Say whether two stems share a concept; either may be a compound that has a name of it.

    Two compounds that share a part are two things.
    """
    a, b = _whole(left), _whole(right)
    return not a.isdisjoint(b | _of_parts(right)) or not b.isdisjoint(_of_parts(left))


def is_named(word: str) -> bool:
    """Say whether a table names the stem, or what a compound begins with or ends in."""
    return bool(_whole(word) or _of_parts(word))


@cache
def _by_start() -> Mapping[str, list[tuple[str, str, int]]]:
    """Return (word, language, concept) by the first letters, which no stem loses.

    To cut every word of the table to its stem would take longer than a short check may.
    """
    rows = defaultdict(list)
    for number, names in enumerate(concepts()):
        for language, name in names:
            word = name.lower()
            rows[word[:_SHORTEST]].append((word, language, number))
    return rows


@lru_cache(maxsize=65536)
def _whole(word: str) -> Concepts:
    named = _by_start().get(word[:_SHORTEST], ())
    return frozenset(n for name, language, n in named if stem(name, language) == word)


@lru_cache(maxsize=65536)
def _of_end(word: str) -> Concepts:
    named = _by_start().get(word[:_SHORTEST], ())
    return frozenset(
        n for name, language, n in named if stem(_BEFORE + name, language) == _BEFORE + word
    )


@lru_cache(maxsize=65536)
def _of_parts(word: str) -> Concepts:
    """Return the concepts of the longest names that a compound begins with and ends in."""
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    ends = filter(None, (_of_end(word[cut:]) for cut in cuts))
    starts = filter(None, (_whole(word[:cut]) for cut in reversed(cuts)))
    return next(ends, frozenset()) | next(starts, frozenset())
