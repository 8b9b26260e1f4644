"""Compares two quantities of one measurand: the five levels of the design, first that holds.

Source of the thresholds: docs/architecture.md, "Values".
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.model import Quantity, Verdict

FAR_APART = 0.20  # inside each other, yet too far apart to be the coarser statement
NOTICEABLE = 0.02  # partly overlapping intervals whose stated values differ by more
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class ValueLevel:
    """How two values stand to each other: a verdict and the name of the level that decided."""

    name: str  # same_value, inside, inside_far, overlap_close, overlap, disjoint
    verdict: Verdict


AGREES = {"same_value", "inside", "overlap_close"}


def compare_values(left: Quantity, right: Quantity) -> ValueLevel:
    """Return the first level that holds for two quantities of one dimension and unit.

    Symmetric in its arguments.
    """
    gap = relative_gap(left, right)
    if not overlaps(left, right):
        return ValueLevel("disjoint", Verdict.CONTRADICTION)
    if gap is not None and gap <= _SAME:
        return ValueLevel("same_value", Verdict.AGREEMENT)
    if inside(left, right) or inside(right, left):
        if gap is not None and gap > FAR_APART:
            return ValueLevel("inside_far", Verdict.DISCREPANCY)
        return ValueLevel("inside", Verdict.AGREEMENT)
    if gap is not None and gap > NOTICEABLE:
        return ValueLevel("overlap", Verdict.DISCREPANCY)
    return ValueLevel("overlap_close", Verdict.AGREEMENT)


def overlaps(left: Quantity, right: Quantity) -> bool:
    """Say whether some value lies in both intervals."""
    low, high = max(left.low, right.low), min(left.high, right.high)
    if low < high:
        return True
    return low == high and _holds(left, low) and _holds(right, low)


def inside(inner: Quantity, outer: Quantity) -> bool:
    """Say whether every value of `inner` lies in `outer`, its rounding aside."""
    slack = 1e-9 * max(abs(inner.low) if math.isfinite(inner.low) else 0.0, 1.0)
    return inner.low >= outer.low - slack and inner.high <= outer.high + slack


def relative_gap(left: Quantity, right: Quantity) -> float | None:
    """Return |a - b| over the larger magnitude; None when a side states no number."""
    if left.value is None or right.value is None:
        return None
    largest = max(abs(left.value), abs(right.value))
    return abs(left.value - right.value) / largest if largest else 0.0


def shared_interval(left: Quantity, right: Quantity) -> tuple[float, float]:
    """Return the part of the axis where both can be right."""
    return max(left.low, right.low), min(left.high, right.high)


def _holds(quantity: Quantity, value: float) -> bool:
    above = value > quantity.low or (value == quantity.low and not quantity.low_open)
    below = value < quantity.high or (value == quantity.high and not quantity.high_open)
    return above and below
