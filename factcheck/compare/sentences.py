"""Compares the words of two sentences: all of them, and those beside the figures."""

from __future__ import annotations

from factcheck.compare.levels import otherwise
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said
from factcheck.model import Comparison, Level, Outcome


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set's words that the other has, 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _words_at_least(share: float) -> Level[Said]:
    return Level(
        f"shared_{round(share * 100)}",
        f"at least {round(share * 100)} % of the words shared",
        Outcome.COMPATIBLE,
        lambda a, b: shared(a.words, b.words) >= share,
    )


def _near_at_least(share: float) -> Level[Said]:
    return Level(
        f"shared_{round(share * 100)}",
        f"at least {round(share * 100)} % of the words beside it shared",
        Outcome.COMPATIBLE,
        lambda a, b: shared(a.near, b.near) >= share,
    )


WORDING: Comparison[Said] = Comparison(
    "wording",
    (
        OWN_ARTICLE,
        MIXED,
        _words_at_least(0.8),
        _words_at_least(0.6),
        _words_at_least(0.4),
        _words_at_least(0.2),
        otherwise("other_words", "other words"),
    ),
    lambda said: said.claim.sentence,
)

NEARBY: Comparison[Said] = Comparison(
    "nearby",
    (
        OWN_ARTICLE,
        MIXED,
        _near_at_least(0.75),
        _near_at_least(0.5),
        _near_at_least(0.25),
        otherwise("other_words", "other words beside it"),
    ),
    lambda said: said.claim.quote,
)
