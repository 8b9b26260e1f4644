"""FC402: a growth rate does not follow from the two values given with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.compare.arithmetic.growth import Growth, growths
from factcheck.compare.arithmetic.passage import Clash, Passage, disjoint
from factcheck.model import Quantity, Role, Rule, Severity

RULE = Rule(
    "FC402",
    "growth-mismatch",
    Severity.ERROR,
    "A growth rate does not follow from the value before and the value after, rounding allowed.",
)
_LOOSE = 0.1  # "verdoppelt" is said of 1.8 to 2.2 times
_IN_FULL = 0.5  # of the rounding that a figure written out in full may have: two seldom have it all


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for each change that the value before and the value after exclude."""
    for found in growths(passage):
        low, high = _possible(found)
        stated = found.change.quantity
        if found.is_factor:
            stated = replace(stated, low=stated.low * (1 - _LOOSE), high=stated.high * (1 + _LOOSE))
        if disjoint(low, high, _unsigned(stated, negative=high < 0)):
            yield _clash(found)


def _possible(found: Growth) -> tuple[float, float]:
    """Return the least and the greatest change that the rounding of both values allows."""
    old, new = _narrowed(found.old.quantity), _narrowed(found.new.quantity)
    if found.is_factor:
        return new.low / old.high, new.high / old.low
    if found.is_rate:
        return (new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100
    return new.low - old.high, new.high - old.low


def _narrowed(quantity: Quantity) -> Quantity:
    """Return a figure with its likely rounding; one with a hedge or a scale word has it all."""
    value = quantity.value
    if value is None or quantity.hedge or len(str(int(abs(value)))) != quantity.digits:
        return quantity
    low, high = (value + (end - value) * _IN_FULL for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)


def _unsigned(rate: Quantity, *, negative: bool) -> Quantity:
    """Return the rate with the sign of the movement: "fell by 5 percent" is written as 5."""
    if (rate.low < 0) == negative:
        return rate
    return replace(
        rate, low=-rate.high, high=-rate.low, value=None if rate.value is None else -rate.value
    )


def _clash(found: Growth) -> Clash:
    old, new, change = found.old, found.new, found.change
    a, b = old.quantity.value or old.quantity.low, new.quantity.value or new.quantity.low
    actual = b / a if found.is_factor else (b / a - 1) * 100 if found.is_rate else b - a
    return Clash(
        ((Role.TOTAL, change), (Role.PART, new), (Role.PART, old)),
        {
            "actual": (abs(actual), change.quantity),
            "points": (abs(b - a), _POINTS),
            "times": (round(b / a, 2), _TIMES),
        },
        {"rate": change.quote, "old": old.quote, "new": new.quote},
        message="FC402_factor" if found.is_factor else "",
        hint=_hint(found, b - a, (b / a - 1) * 100),
    )


_POINTS = Quantity(0.0, 0.0, "percentage_point", "percentage_point")
_TIMES = Quantity(0.0, 0.0, "", "number")


def _hint(found: Growth, difference: float, rate: float) -> str:
    """Return the slip that explains the change: percent for percentage points, or the reverse."""
    stated = found.change.quantity
    if found.new.quantity.dimension != "percent" or found.is_factor:
        return ""
    if found.is_rate and not disjoint(abs(difference), abs(difference), _size(stated)):
        return "slip_points"
    if not found.is_rate and not disjoint(abs(rate), abs(rate), _size(stated)):
        return "slip_percent"
    return ""


def _size(stated: Quantity) -> Quantity:
    low, high = sorted((abs(stated.low), abs(stated.high)))
    return replace(stated, low=low, high=high)
