"""Compares the nouns and qualifiers beside two amounts: others on either side are another thing."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.alike import siblings, unmatched
from factcheck.compare.levels import otherwise
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said, mixed
from factcheck.lang.endings import endings
from factcheck.model import Comparison, Level, Outcome
from factcheck.vocab.content import content_words, empty_stems

Nouns = frozenset[str]


@lru_cache(maxsize=4096)
def nouns_beside(said: Said) -> Nouns:
    """Return the stems of the nouns beside the amount, but for those of its source."""
    claim = said.claim
    source = content_words(claim.attribution, claim.language)
    return frozenset(claim.nouns) - source - empty_stems(claim.language)


@lru_cache(maxsize=64)
def left_over(left: Said, right: Said) -> tuple[Nouns, Nouns]:
    """Return the nouns on either side that nothing in the other sentence can mean."""
    a, b = nouns_beside(left), nouns_beside(right)
    return unmatched(a - b, right.said), unmatched(b - a, left.said)


def _ranks(said: Said) -> Nouns:
    return frozenset(noun for noun in said.claim.nouns if noun.startswith("#"))


def _other_ranks(left: Said, right: Said) -> bool:
    """Say whether both name a rank, and not the same: first and second class."""
    a, b = _ranks(left), _ranks(right)
    return bool(a and b) and not a & b


def _siblings(left: Said, right: Said) -> bool:
    """Say whether a compound stands for one with the same head: "Hallenbad" for "Freibad"."""
    a, b = frozenset(left.claim.nouns), frozenset(right.claim.nouns)
    derived = endings("derived", left.claim.language)
    return any(siblings(x, y, derived) for x in a - b for y in b - a)


def one_for_another(left: Said, right: Said) -> bool:
    """Say whether each side has a noun of its own, or a compound for one with the same head."""
    if mixed(left, right):
        return False
    return _siblings(left, right) or all(left_over(left, right))


def _no_nouns(left: Said, right: Said) -> bool:
    return not nouns_beside(left) and not nouns_beside(right)


def _all_matched(left: Said, right: Said) -> bool:
    return not any(left_over(left, right))


def _share_one(left: Said, right: Said) -> bool:
    return bool(nouns_beside(left) & nouns_beside(right))


def _one_side(left: Said, right: Said) -> bool:
    return not all(left_over(left, right))


NOUNS: Comparison[Said] = Comparison(
    "nouns",
    (
        Level("other_ranks", "another rank", Outcome.DIFFERENT, _other_ranks),
        OWN_ARTICLE,
        MIXED,
        Level("none", "no nouns beside either", Outcome.COMPATIBLE, _no_nouns),
        Level("siblings", "one compound for another", Outcome.COMPATIBLE, _siblings),
        Level(
            "same",
            "the same nouns",
            Outcome.SAME,
            lambda a, b: _all_matched(a, b) and _share_one(a, b),
        ),
        Level("matched", "nouns that the other sentence says too", Outcome.SAME, _all_matched),
        Level(
            "more",
            "the same nouns, and more on one side",
            Outcome.COMPATIBLE,
            lambda a, b: _one_side(a, b) and _share_one(a, b),
        ),
        Level("one_side", "nouns on one side only", Outcome.COMPATIBLE, _one_side),
        Level(
            "contrast",
            "some nouns shared, others on either side",
            Outcome.COMPATIBLE,
            _share_one,
        ),
        otherwise("other", "other nouns on either side"),
    ),
    lambda said: ", ".join(said.claim.nouns),
)
