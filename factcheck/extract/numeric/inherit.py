"""Lets a figure that an article repeats keep what the article said of it elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import NumericClaim, Resolution

_UNSTATED = (Resolution.PUBLICATION, Resolution.UNKNOWN)
_Figure = tuple[float | None, str, str, str]


def inherit(claims: Sequence[NumericClaim]) -> list[NumericClaim]:
    """Return the claims, repeated figures completed from their fuller mention.

    "80 Milliarden Dollar" in a lead is the "80 Milliarden Dollar für 2025" of the body. Only
    values with two digits or more are told apart well enough; where an article gives a figure
    two metrics or periods, nothing is inherited.
    """
    groups: dict[_Figure, list[NumericClaim]] = defaultdict(list)
    for claim in claims:
        groups[_figure(claim)].append(claim)
    return [_completed(claim, groups[_figure(claim)]) for claim in claims]


def _figure(claim: NumericClaim) -> _Figure:
    quantity = claim.quantity
    return quantity.value, quantity.unit, quantity.noun, claim.aspect.value


def _completed(claim: NumericClaim, group: Sequence[NumericClaim]) -> NumericClaim:
    if claim.quantity.value is None or claim.quantity.digits < 2 or len(group) < 2:
        return claim
    metrics = {other.metric for other in group if other.metric}
    if not claim.metric and len(metrics) == 1:
        claim = replace(claim, metric=metrics.pop())
    periods = {o.period for o in group if o.period.resolved not in _UNSTATED}
    same_metric = all(other.metric in ("", claim.metric) for other in group)
    if claim.period.resolved in _UNSTATED and len(periods) == 1 and same_metric:
        claim = replace(claim, period=periods.pop())
    return claim
