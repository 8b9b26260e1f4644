"""Names the slip that two conflicting figures look like; nothing is named that does not fit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factcheck.model import Aspect, NumericClaim
from factcheck.tables.units import units

_TOLERANCE = 0.005
_SCALES = (1, 2, 3, 6)  # powers of ten that are slips
_THOUSAND = 3
_SEPARATED = re.compile(r"(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![\d.,])")
_SHORT = 2  # digits; from three on an exchange of two is no chance


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip: the message's key and the factor between the two values."""

    key: str
    factor: int = 1


def slip(left: NumericClaim, right: NumericClaim) -> Slip | None:
    """Return the slip that explains the difference of two stated values, if one does.

    The result is the same whichever side comes first.
    """
    if left.quantity.dimension == "date" or left.aspect is Aspect.DATE:
        return _of_dates(left, right)
    return next((found for check in _CHECKS if (found := check(left, right))), None)


def _sign(left: NumericClaim, right: NumericClaim) -> Slip | None:
    a, b = left.quantity.value, right.quantity.value
    same_size = a is not None and b is not None and a and math.isclose(a, -b, rel_tol=1e-6)
    return Slip("slip_sign") if same_size else None


def _unit(left: NumericClaim, right: NumericClaim) -> Slip | None:
    """Find one number with two units: "100 Kilometer" and "100 Meilen"."""
    a, b = left.quantity, right.quantity
    if a.unit == b.unit or a.dimension != b.dimension or a.dimension == "money":
        return None
    x, y = _written(left), _written(right)
    return Slip("slip_unit") if x and y and math.isclose(x, y, rel_tol=1e-6) else None


def _written(claim: NumericClaim) -> float | None:
    row, value = units().get(claim.quantity.unit), claim.quantity.value
    return (value - row.offset) / row.factor if row and value is not None else None


def _factor(left: NumericClaim, right: NumericClaim) -> Slip | None:
    a, b = left.quantity.value or 0.0, right.quantity.value or 0.0
    if a * b <= 0:
        return None
    ratio = max(abs(a), abs(b)) / min(abs(a), abs(b))
    power = round(math.log10(ratio))
    if power not in _SCALES or abs(ratio / 10**power - 1) > _TOLERANCE:
        return None
    if power == _THOUSAND and _separators(left.quote, right.quote):
        return Slip("slip_separator")
    if power == _THOUSAND and _billion(*sorted((left, right), key=_size)):
        return Slip("slip_billion")
    return Slip("slip_factor", 10**power)


def _size(claim: NumericClaim) -> float:
    return abs(claim.quantity.value or 0.0)


def _separators(left: str, right: str) -> bool:
    """Say whether both write one row of digits, a comma here and a point there."""
    a, b = _SEPARATED.search(left), _SEPARATED.search(right)
    if a is None or b is None:
        return False
    return (a[1], a[3]) == (b[1], b[3]) and a[2] != b[2]


def _billion(smaller: NumericClaim, larger: NumericClaim) -> bool:
    """Say whether German "Billion" stands where 10^9 is said elsewhere."""
    return larger.language == "de" and (_scale(smaller), _scale(larger)) == (1e9, 1e12)


def _scale(claim: NumericClaim) -> float:
    return float(10 ** (3 * (int(math.log10(_size(claim))) // 3)))


def _digits(left: NumericClaim, right: NumericClaim) -> Slip | None:
    """Find the same significant digits, two neighbours exchanged."""
    a, b = _significant(left), _significant(right)
    if len(a) != len(b) or a == b or len(a) < _SHORT:
        return None
    differing = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return None
    first, second = differing
    crossed = a[first] == b[second] and a[second] == b[first]
    return Slip("slip_digits") if crossed else None


def _significant(claim: NumericClaim) -> str:
    return _digits_of(claim.quantity.value)


@lru_cache(maxsize=4096)
def _digits_of(value: float | None) -> str:
    return "" if value is None else f"{abs(value):.6g}".replace(".", "").split("e")[0].strip("0")


_CHECKS: tuple[Callable[[NumericClaim, NumericClaim], Slip | None], ...] = (
    _sign,
    _unit,
    _factor,
    _digits,
)


def _of_dates(left: NumericClaim, right: NumericClaim) -> Slip | None:
    """Find the same day in another year, or day and month exchanged."""
    a, b = left.period, right.period
    if not a.start or not b.start or a.granularity != b.granularity:
        return None
    if a.granularity == "day" and _crossed(a.start, b.start):
        return Slip("slip_day_month")
    named = a.granularity in ("day", "month") and a.start.year != b.start.year
    same = (a.start.month, a.start.day) == (b.start.month, b.start.day)
    return Slip("slip_year") if named and same else None


def _crossed(left: date, right: date) -> bool:
    exchanged = (left.day, left.month) == (right.month, right.day)
    return exchanged and left.year == right.year and left.day != left.month
