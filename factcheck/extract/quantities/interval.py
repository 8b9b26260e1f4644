"""A number and its hedges to an interval: what the design says about rounding and bounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from factcheck.extract.quantities.scale import Number
from factcheck.lang.amounts import Hedge
from factcheck.tables.units import Unit

_FRACTION = 0.03  # half width of a fraction word, of itself
_WIDEST = 0.05  # of a number written out in full
_EXACT_BELOW = 1000
_EXACT_DIMENSIONS = frozenset({"count", "number", "rank", "ratio"})


@dataclass(frozen=True, slots=True)
class Interval:
    """Low to high, and which ends are left out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def convert(self, unit: Unit | None, factor: float = 1.0) -> Interval:
        """Return the interval in the unit's base unit."""
        if unit is None and factor == 1:
            return self
        scale = (unit.factor if unit else 1.0) * factor
        offset = unit.offset if unit else 0.0
        return Interval(
            self.low * scale + offset, self.high * scale + offset, self.low_open, self.high_open
        )


def rounding(number: Number, dimension: str) -> Interval:
    """Return what a number without a hedge stands for."""
    if number.vague:
        return Interval(*number.vague, high_open=True)
    value = number.value
    half = half_width(number, dimension)
    if half == 0:
        return Interval(value, value)
    return Interval(value - half, value + half, high_open=not number.fraction)


def half_width(number: Number, dimension: str) -> float:
    """Return how far the true value may lie from the written one, in written units."""
    value = abs(number.value)
    if number.fraction:
        return value * _FRACTION
    if number.step:
        return number.step / 2
    if value < _EXACT_BELOW and dimension in _EXACT_DIMENSIONS and value == int(value):
        return 0.0
    return min(last_place(value) / 2, value * _WIDEST)


def last_place(value: float) -> float:
    """Return the place value of the last digit of a whole number that is not zero."""
    whole = int(value)
    if whole == 0 or not math.isfinite(value) or whole != value:
        return 1.0 if whole == value else 0.1
    place = 1
    while whole % 10 == 0:
        whole //= 10
        place *= 10
    return float(place)


def hedged(value: float, rounded: Interval, hedges: Sequence[Hedge]) -> Interval:
    """Return the interval of a value under its hedges; stacked hedges give the wider."""
    bounding = [hedge for hedge in hedges if not hedge.neutral]
    if not bounding:
        return rounded
    found = [_bounds(value, hedge) for hedge in bounding if not hedge.exact]
    if not found:
        return Interval(value, value)
    return widest(found)


def _bounds(value: float, hedge: Hedge) -> Interval:
    size = abs(value)
    low = value + hedge.low * size if math.isfinite(hedge.low) else -inf
    high = value + hedge.high * size if math.isfinite(hedge.high) else inf
    return Interval(low, high, hedge.low_open or low == -inf, hedge.high_open or high == inf)


def widest(found: Sequence[Interval]) -> Interval:
    """Return the smallest interval that holds them all."""
    low = min(found, key=lambda i: (i.low, i.low_open))
    high = max(found, key=lambda i: (i.high, not i.high_open))
    return Interval(low.low, high.high, low.low_open, high.high_open)
