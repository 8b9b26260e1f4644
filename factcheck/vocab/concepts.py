"""Says which two words may name one thing: another newsroom's word for it, or its translation."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.lang.endings import contrary_starts, endings
from factcheck.tables.concepts import BAR, START, names_by_start
from factcheck.vocab.content import stem

Concepts = frozenset[tuple[int, str]]  # number of the row, language of the word

_SHORTEST = START  # letters of a part of a compound
_LACKING = 3  # letters of a name that the stem of one of its forms may lack
_BEFORE = "____"  # stands for the rest of a compound, which lets an ending be cut off a short word


def may_mean(left: str, right: str) -> bool:
    """Say whether two stems share a concept; one may be a compound that ends in a name of it.

    What begins a compound may stand alone in another language only ("gold mine", "Goldmine").
    Two compounds that share a part are two things.
    """
    a, b = _whole(left), _whole(right)
    if not a and not b:
        return False
    if _meet(a, b | _head(right)) or _meet(b, _head(left)):
        return True
    return _abroad(a, _opening(right)) or _abroad(b, _opening(left))


def same_concept(left: str, right: str) -> bool:
    """Say whether two stems share a concept as they stand: "verkaufen" is no kind of "kaufen"."""
    return left == right or _meet(_whole(left), _whole(right))


def is_named(word: str) -> bool:
    """Say whether a table names the stem, or what a compound ends in."""
    return bool(_whole(word) or _head(word))


def _meet(left: Concepts, right: Concepts) -> bool:
    return not {number for number, _ in left}.isdisjoint(number for number, _ in right)


def _abroad(whole: Concepts, part: Concepts) -> bool:
    return any(a == b and one != other for a, one in part for b, other in whole)


@cache
def _like(start: str) -> tuple[tuple[str, str, int], ...]:
    """Return (word, language, concept) of the names that begin so.

    To cut every word of the table to its stem would take longer than a short check may.
    """
    kept = names_by_start().get(start)
    names = (name.split() for name in kept.split(BAR)) if kept else ()
    return tuple((word, language, int(number)) for word, language, number in names)


@lru_cache(maxsize=65536)
def _stems(name: str, language: str) -> frozenset[str]:
    """Return the stems of the forms of a name: "raket" of "Raketen", and "rake" of "Rakete"."""
    return frozenset(stem(name + ending, language) for ending in endings("noun", language))


def _is_form(word: str, name: str, language: str) -> bool:
    return word.startswith(name[:-_LACKING]) and word in _stems(name, language)


@lru_cache(maxsize=65536)
def _whole(word: str) -> Concepts:
    named = _like(word[:START])
    return frozenset((n, lang) for name, lang, n in named if _is_form(word, name, lang))


@lru_cache(maxsize=65536)
def _end(word: str) -> Concepts:
    named, whole = _like(word[:START]), _BEFORE + word
    return frozenset((n, lang) for name, lang, n in named if _is_form(whole, _BEFORE + name, lang))


@lru_cache(maxsize=65536)
def _head(word: str) -> Concepts:
    """Return the concepts of the longest name that a compound ends in; "Beifahrer" drives not."""
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    ends = (_end(word[cut:]) for cut in cuts if word[:cut] not in contrary_starts())
    return next(filter(None, ends), frozenset())


@lru_cache(maxsize=65536)
def _opening(word: str) -> Concepts:
    """Return the concepts of the longest name that a compound begins with."""
    starts = (_whole(word[:cut]) for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1))
    return next(filter(None, starts), frozenset())
