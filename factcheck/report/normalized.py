"""A claim's meaning as plain values, as JSON reports and claim lists give it."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from factcheck.model import Claim, Entity, NumericClaim, Period, Quantity, RelationalClaim


def day(value: date | None) -> str | None:
    """Return an ISO date or None."""
    return value.isoformat() if value else None


def number(value: float | None) -> float | None:
    """Return the number, or None where it has no end or is unknown: JSON has no infinity."""
    return float(value) if value is not None and math.isfinite(value) else None


def name(entity: Entity | None) -> str | None:
    """Return the entity's name or None."""
    return entity.name if entity else None


def quantity(value: Quantity) -> dict[str, Any]:
    """Return an interval in base units; an unbounded end is None."""
    return {
        "low": number(value.low),
        "high": number(value.high),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "value": number(value.value),
        "unit": value.unit,
        "dimension": value.dimension,
        "hedge": value.hedge,
    }


def period(value: Period) -> dict[str, Any]:
    """Return inclusive ISO dates, the label as written and how it was resolved."""
    return {
        "start": day(value.start),
        "end": day(value.end),
        "label": value.label,
        "resolved": value.resolved.value,
    }


def normalized(claim: Claim) -> dict[str, Any]:
    """Return what the claim says, without its words."""
    if isinstance(claim, NumericClaim):
        return _numeric(claim)
    if isinstance(claim, RelationalClaim):
        return _relational(claim)
    return {"subject": name(claim.subject), **_common(claim)}


def _numeric(claim: NumericClaim) -> dict[str, Any]:
    return {
        "subject": name(claim.subject),
        "metric": claim.metric,
        "aspect": claim.aspect.value,
        "object": name(claim.object),
        "scope": claim.scope,
        **quantity(claim.quantity),
        **_common(claim),
    }


def _relational(claim: RelationalClaim) -> dict[str, Any]:
    return {
        "subject": name(claim.subject),
        "predicate": claim.predicate,
        "state": claim.state,
        "polarity": claim.polarity,
        "object": name(claim.object) or claim.object_text or None,
        "recipient": name(claim.recipient),
        "attributes": dict(claim.attributes),
        **_common(claim),
    }


def _common(claim: Claim) -> dict[str, Any]:
    return {
        "period": period(claim.period),
        "place": claim.place,
        "attribution": claim.attribution,
        "modality": claim.modality.value,
        "negated": claim.negated,
    }
