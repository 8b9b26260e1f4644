"""Which period of its sentence an amount belongs to."""

from __future__ import annotations

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.clause import clause_at, reports
from factcheck.model import Period, PeriodMention, QuantityMention, Resolution

_TOO_FAR = 90
_HEAD = 12  # letters before a period that opens its sentence


def period_of(
    context: SentenceContext, mention: QuantityMention, *, adds_up: bool = True
) -> Period:
    """Return the nearest period of the sentence; the publication date when none is stated.

    A figure that does not add up over time (a price, a stake) is not one "since" then.
    """
    near = [
        p
        for p in _told_of(context, mention)
        if (adds_up or p.period.anchor != "since") and _reaches(context, p, mention)
    ]
    if near:
        return min(near, key=lambda p: _cost(context, p, mention)).period
    return unstated(context)


def unstated(context: SentenceContext) -> Period:
    """Return the period of a claim that names none: the day of publication, if known."""
    day = context.document.published
    if day is None:
        return Period(None, None, "day", Resolution.UNKNOWN)
    return Period(day, day, "day", Resolution.PUBLICATION)


def _told_of(context: SentenceContext, mention: QuantityMention) -> list[PeriodMention]:
    """Return the periods that may be the amount's: not those of when someone said it."""
    clause, language = clause_at(context, mention.start), context.sentence.language
    kept = []
    for period in context.periods:
        home = clause_at(context, period.start)
        if home is None or home is clause or not reports(home, language):
            kept.append(period)
    return kept


def _reaches(context: SentenceContext, period: PeriodMention, mention: QuantityMention) -> bool:
    """Say whether a period stands near the amount, or at the head of the sentence for all of it."""
    return period.start <= _HEAD or _gap(period, mention) <= _TOO_FAR


def _gap(period: PeriodMention, mention: QuantityMention) -> int:
    return max(mention.start - period.end, period.start - mention.end, 0)


def _cost(context: SentenceContext, period: PeriodMention, mention: QuantityMention) -> float:
    """Return the distance, other amounts in between counting like forty letters each."""
    low, high = sorted((mention.start, period.start))
    between = sum(low < other.start < high for other in context.quantities)
    return _gap(period, mention) + 40 * between
