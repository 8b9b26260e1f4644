"""Names the slip that two conflicting figures look like: scale, swapped digits."""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.model import Quantity

_TOLERANCE = 0.005


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip: the message's key and the factor between the two values."""

    key: str
    factor: str = ""


def slip(left: Quantity, right: Quantity) -> Slip | None:
    """Return the slip that explains the difference of two stated values, if one does."""
    if not left.value or not right.value or left.value * right.value < 0:
        return None
    ratio = max(left.value, right.value) / min(left.value, right.value)
    power = round(math.log10(ratio)) if ratio > 0 else 0
    if power in (1, 2, 3, 6) and abs(ratio / 10**power - 1) <= _TOLERANCE:
        if power == 3 and {1e9, 1e12} <= {_scale(left.value), _scale(right.value)}:
            return Slip("slip_billion")
        return Slip("slip_factor", f"{10**power:,}")
    if _swapped(left.value, right.value):
        return Slip("slip_digits")
    return None


def _scale(value: float) -> float:
    return float(10 ** (3 * (int(math.log10(abs(value))) // 3)))


def _swapped(left: float, right: float) -> bool:
    """Say whether the significant digits are the same, two neighbours exchanged."""
    a, b = (f"{value:.6g}".replace(".", "").split("e")[0].strip("0") for value in (left, right))
    if len(a) != len(b) or a == b or len(a) < 2:
        return False
    differing = [i for i in range(len(a)) if a[i] != b[i]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )
