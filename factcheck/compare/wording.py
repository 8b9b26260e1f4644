"""Says in one sentence what disagrees, and why both sides are about the same thing."""

from __future__ import annotations

import math

from factcheck.compare.numeric import NumericOutcome
from factcheck.compare.slips import slip
from factcheck.compare.times import stated
from factcheck.compare.values import relative_gap, shared_interval
from factcheck.model import NumericClaim
from factcheck.tables.catalogue import catalogue
from factcheck.tables.metrics import metrics
from factcheck.vocab.amounts import amount, number_text
from factcheck.vocab.period_names import period_name


def explain_numbers(rule: str, outcome: NumericOutcome, language: str) -> str:
    """Return the finding's sentence in "de" or "en"."""
    left, right = outcome.left, outcome.right
    values = {
        "what": measurand_name(left.claim, right.claim, language),
        "left": left.claim.quote,
        "right": right.claim.quote,
        "hint": _hint(outcome, language),
        "between": _between(outcome, language),
        "gap": _gap(outcome, language),
    }
    key = "FC102_far" if outcome.value.name == "inside_far" and rule == "FC102" else rule
    return catalogue(language).text(key, **values)


def measurand_name(left: NumericClaim, right: NumericClaim, language: str) -> str:
    """Name the common measurand: subject, metric, period."""
    subject = left.subject or right.subject
    metric = _metric_name(left.metric or right.metric, language)
    noun = left.metric_text or right.metric_text
    dated = [claim for claim in (left, right) if stated(claim.period)]
    period = period_name(dated[0].period, dated[0].language, language) if dated else ""
    parts = [subject.name if subject else "", metric or noun, period]
    return ", ".join(part for part in parts if part) or catalogue(language).text("something")


def _metric_name(metric_id: str, language: str) -> str:
    row = metrics().get(metric_id)
    if row is None:
        return ""
    name = row.words(language)[0].strip("=*")
    return name[0].upper() + name[1:] if language == "de" else name


def _between(outcome: NumericOutcome, language: str) -> str:
    quantity = outcome.left.claim.quantity
    low, high = shared_interval(quantity, outcome.right.claim.quantity)
    bounds = {
        "low": amount(low, quantity, language) if math.isfinite(low) else "",
        "high": amount(high, quantity, language) if math.isfinite(high) else "",
    }
    if not bounds["high"]:
        return catalogue(language).text("above", **bounds)
    return catalogue(language).text("between" if bounds["low"] else "below", **bounds)


def _gap(outcome: NumericOutcome, language: str) -> str:
    gap = relative_gap(outcome.left.claim.quantity, outcome.right.claim.quantity) or 0.0
    return catalogue(language).text("gap_percent", percent=round(gap * 100))


def _hint(outcome: NumericOutcome, language: str) -> str:
    if outcome.different_sources:
        left, right = outcome.left.claim.attribution, outcome.right.claim.attribution
        return catalogue(language).text("sources", left=left, right=right)
    found = slip(outcome.left.claim, outcome.right.claim)
    if found is None:
        return ""
    factor = number_text(float(found.factor), language, 7)
    return catalogue(language).text(found.key, factor=factor)
