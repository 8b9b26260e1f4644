"""FC402: a growth rate does not follow from the two values given with it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.arithmetic.passage import Clash, Passage, disjoint
from factcheck.model import Aspect, NumericClaim, Quantity, Role, Rule, Severity

RULE = Rule(
    "FC402",
    "growth-mismatch",
    Severity.ERROR,
    "A growth rate does not follow from the value before and the value after, rounding allowed.",
)


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash when one sentence gives a rate and "from A to B" that exclude each other."""
    before = [c for c in passage.here if c.role == "from"]
    after = [c for c in passage.here if c.role == "to"]
    rates = [c for c in passage.here if _is_rate(c)]
    if len(before) != 1 or len(after) != 1 or len(rates) != 1:
        return
    old, new, rate = before[0], after[0], rates[0]
    if old.quantity.unit != new.quantity.unit or min(old.quantity.low, new.quantity.low) <= 0:
        return
    low, high = _growth(old.quantity, new.quantity)
    if disjoint(low, high, _unsigned(rate.quantity, negative=high < 0)):
        yield _clash(old, new, rate)


def _is_rate(claim: NumericClaim) -> bool:
    return claim.quantity.dimension == "percent" and claim.aspect is Aspect.CHANGE


def _growth(old: Quantity, new: Quantity) -> tuple[float, float]:
    """Return the least and the greatest rate in percent that the two intervals allow."""
    return (new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100


def _unsigned(rate: Quantity, *, negative: bool) -> Quantity:
    """Return the rate with the sign of the movement: "fell by 5 percent" is written as 5."""
    if (rate.low < 0) == negative:
        return rate
    return Quantity(-rate.high, -rate.low, rate.unit, rate.dimension)


def _clash(old: NumericClaim, new: NumericClaim, rate: NumericClaim) -> Clash:
    ratio = ((new.quantity.value or 0.0) / (old.quantity.value or 1.0) - 1) * 100
    return Clash(
        ((Role.TOTAL, rate), (Role.PART, new), (Role.PART, old)),
        {"actual": (abs(ratio), rate.quantity)},
        {"rate": rate.quote, "old": old.quote, "new": new.quote},
    )
