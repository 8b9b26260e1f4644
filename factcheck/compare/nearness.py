"""Compares how far apart two figures are: two reports of one thing seldom differ much.

Two things differ by anything; what one slip of the pen explains is one thing told wrongly, and two
sources (police and organisers) may count one crowd very differently.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.articles import different_sources
from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said
from factcheck.compare.slips import slip
from factcheck.compare.values import ValueLevel, compare_values, relative_gap
from factcheck.model import Aspect, Comparison, Level, Outcome, Verdict


@lru_cache(maxsize=64)
def value_level(left: Said, right: Said) -> ValueLevel:
    """Return how the two values stand to each other."""
    return compare_values(left.claim.quantity, right.claim.quantity)


@lru_cache(maxsize=64)
def _gap(left: Said, right: Said) -> float | None:
    return relative_gap(left.claim.quantity, right.claim.quantity)


def _agree(left: Said, right: Said) -> bool:
    return value_level(left, right).verdict is Verdict.AGREEMENT


def _unmeasured(left: Said, right: Said) -> bool:
    """Say whether no distance tells anything: between dates, and from what states no number."""
    return _gap(left, right) is None or Aspect.DATE in (left.claim.aspect, right.claim.aspect)


def _slip(left: Said, right: Said) -> bool:
    """Say whether a slip of the pen explains it; nine hours and nine years are two things."""
    same = left.claim.quantity.unit == right.claim.quantity.unit
    return same and slip(left.claim, right.claim) is not None


def _within(times: float) -> Level[Said]:
    """Return the level of figures of which the larger is at most so many times the smaller."""

    def applies(left: Said, right: Said) -> bool:
        gap = _gap(left, right)
        return gap is not None and gap <= 1 - 1 / times

    name = f"within_{times:g}".replace(".", "_")
    return Level(name, f"at most {times:g} times as much", Outcome.COMPATIBLE, applies)


NEARNESS: Comparison[Said] = Comparison(
    "nearness",
    (
        Level("agree", "the figures agree", Outcome.COMPATIBLE, _agree),
        Level("unmeasured", "no distance to tell", Outcome.COMPATIBLE, _unmeasured),
        Level("slip", "one slip apart", Outcome.COMPATIBLE, _slip),
        Level("two_sources", "told by two sources", Outcome.COMPATIBLE, different_sources),
        _within(1.25),
        _within(2),
        _within(4),
        otherwise("far", "far apart"),
    ),
    lambda said: said.claim.quote,
)
