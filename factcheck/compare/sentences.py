"""Compares the words of two sentences, unless what they speak of is settled without them."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.nouns import one_for_another
from factcheck.compare.qualifiers import narrowed_alike
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said
from factcheck.compare.times import same_period, stated
from factcheck.model import Comparison, Level, Outcome
from factcheck.tables.metrics import metrics, related


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set's words that the other has, 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


@lru_cache(maxsize=64)
def identified(left: Said, right: Said) -> bool:
    """Say whether a known subject, the metric and a stated period already settle what is meant.

    Then other words around the figure are only other words, unless they put one thing for another.
    """
    a, b = left.claim, right.claim
    if not (a.metric and b.metric and related(a.metric, b.metric)):
        return False
    if not (stated(a.period) and stated(b.period) and same_period(a.period, b.period)):
        return False
    if not _known_subject(left, right):
        return False
    return narrowed_alike(left, right) and not one_for_another(left, right)


def _known_subject(left: Said, right: Said) -> bool:
    """Say whether both name the same subject; a place owns only what is measured of places."""
    a, b = left.claim.subject, right.claim.subject
    if a is None or b is None or a.id != b.id:
        return False
    if a.kind == "place":
        return metrics()[left.claim.metric].of == "place"
    return a.resolved or a.kind != "unknown"


IDENTIFIED: Level[Said] = Level(
    "identified", "subject, metric and period settle it", Outcome.COMPATIBLE, identified
)


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
        IDENTIFIED,
        MIXED,
        _words_at_least(0.8),
        _words_at_least(0.6),
        _words_at_least(0.4),
        _words_at_least(0.2),
        Level("other_words", "other words", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: said.claim.sentence,
)

NEARBY: Comparison[Said] = Comparison(
    "nearby",
    (
        OWN_ARTICLE,
        IDENTIFIED,
        MIXED,
        _near_at_least(0.75),
        _near_at_least(0.5),
        _near_at_least(0.25),
        Level("other_words", "other words beside it", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: said.claim.quote,
)
