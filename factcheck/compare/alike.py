"""Says which words beside two amounts may mean one thing, without a dictionary of synonyms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from factcheck.lang.endings import contrary_starts
from factcheck.vocab.concepts import may_mean

_START = 5  # letters that the forms of one word share at their beginning
_ENDING = 2  # letters in which they may differ after that
_PART = 4  # letters of a word that is a part of a compound
_HEAD = 3  # letters of a head that two compounds share
_FIRST = 3  # letters of a compound's first part
_OPENING = 5  # letters of a word that a compound begins with: "nach" is none of "nachmittag"


def same_form(left: str, right: str) -> bool:
    """Say whether two stems are forms of one word: "schwurgerich" and "schwurgericht"."""
    if left == right:
        return True
    if left[:_START] != right[:_START]:
        return False
    return max(len(left), len(right)) - _common(left, right) <= _ENDING


def part_of(left: str, right: str) -> bool:
    """Say whether one word is a part of the other, a compound: "brand" and "waldbrand"."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if short not in long:
        return False
    if len(short) >= _OPENING and long.startswith(short):
        return True
    at = long.rfind(short, 1) if len(short) >= _PART else -1
    if at < 1 or at < len(long) - len(short) - _ENDING:
        return False
    return long[:at] not in contrary_starts()


def siblings(left: str, right: str, derived: Iterable[str]) -> bool:
    """Say whether two compounds share their head and begin otherwise: "hallenbad", "freibad".

    What ends in nothing but one of the `derived` endings has no head in common.
    """
    if left[-_HEAD:] != right[-_HEAD:]:
        return False
    head = _common(left[::-1], right[::-1])
    if head < _HEAD or min(len(left), len(right)) - head < _FIRST:
        return False
    return not any(ending.endswith(left[-head:]) for ending in derived)


def unmatched(words: Iterable[str], others: frozenset[str]) -> frozenset[str]:
    """Return the words that none of the others can mean."""
    return frozenset(word for word in words if not _is_meant(word, others))


@lru_cache(maxsize=65536)
def _is_meant(word: str, others: frozenset[str]) -> bool:
    return word in others or any(_same(word, other) for other in others)


def unsaid(words: Iterable[str], others: frozenset[str]) -> frozenset[str]:
    """Return the words of a name that the others do not say: a name has no other word for it."""
    return frozenset(word for word in words if not _is_said(word, others))


@lru_cache(maxsize=65536)
def _is_said(word: str, others: frozenset[str]) -> bool:
    return word in others or any(_said(word, other) for other in others)


@lru_cache(maxsize=65536)
def _same(left: str, right: str) -> bool:
    return _said(left, right) or may_mean(left, right)


def _said(left: str, right: str) -> bool:
    return same_form(left, right) or part_of(left, right)


def _common(left: str, right: str) -> int:
    """Return how many letters two words share at their beginning."""
    letters = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
