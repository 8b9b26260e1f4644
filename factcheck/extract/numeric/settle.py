"""Completes figures with the time and place that the text before them sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.places import in_places
from factcheck.extract.numeric.settings import Setting, length, settings_of
from factcheck.extract.numeric.there import relocated
from factcheck.lang.measure import names_one
from factcheck.model import Aspect, Modality, NumericClaim, Period, Resolution
from factcheck.tables.metrics import metrics

_AHEAD = {Modality.ANNOUNCED, Modality.FORECAST, Modality.POSSIBLE, Modality.NEGOTIATED}
_OWN_TIME = {Aspect.DATE, Aspect.RANK, Aspect.DURATION}  # these are not figures of a period
_MOVES = 105  # days after which a state that does not move sooner is no figure of a period
_YEARLY, _YEAR = "span:yearly", 360  # "Jahresumsatz"; days
_EVENT = 7  # days that what is told of one event takes, and that its figures hold
_SLACK = 3  # days that a month may be longer than what a figure of a month is held true for


def settled(
    claims: Sequence[NumericClaim], contexts: Sequence[SentenceContext]
) -> list[NumericClaim]:
    """Return the claims; those that name no time or place have what earlier sentences set."""
    settings = {
        context.sentence.start: (setting, context)
        for context, setting in zip(contexts, settings_of(contexts), strict=True)
    }
    timed = [_in_time(claim, *settings[claim.sentence_start]) for claim in claims]
    there = [relocated(claim, settings[claim.sentence_start][1]) for claim in timed]
    return in_places(there, contexts)


def _in_time(claim: NumericClaim, setting: Setting, context: SentenceContext) -> NumericClaim:
    if claim.period.resolved is Resolution.UNKNOWN and names_one(
        "year_before", claim.period.label, claim.language
    ):
        return replace(claim, period=_year_before(claim.period, setting, context))
    if claim.period.resolved is not Resolution.PUBLICATION:
        return claim
    then = names_one("then", claim.sentence, claim.language) or _is_of_event(claim, setting)
    period = setting.last if then else setting.period
    if period is None or not (then or _takes(claim, period)):
        return claim
    return replace(claim, period=replace(period, resolved=Resolution.INHERITED))


def _is_of_event(claim: NumericClaim, setting: Setting) -> bool:
    """Say whether the figure is one of the event that the sentence before dates to a few days.

    "Am Samstag gewann Ahlbeck das Derby. 24.300 Zuschauer sahen zu."
    """
    last, row = setting.last, metrics().get(claim.metric)
    if last is None or last.anchor or row is None or row.volatility_days > _EVENT:
        return False
    if claim.aspect in _OWN_TIME or claim.modality in _AHEAD:
        return False
    told = claim.period.start is None or last.end is None or last.end <= claim.period.start
    return told and length(last) <= _EVENT


def _takes(claim: NumericClaim, period: Period) -> bool:
    """Say whether the figure is one of a period as long as that one.

    Flows and changes are; a state is one as long as it stays true: a quota of a month is, a
    headcount or the price of a share is not.
    """
    if claim.aspect in _OWN_TIME or claim.modality in _AHEAD:
        return False
    if _YEARLY in claim.qualifiers and length(period) < _YEAR:
        return False
    row = metrics().get(claim.metric)
    if row is None:
        return claim.aspect is Aspect.CHANGE or claim.changed
    if row.flow:
        return True
    return length(period) <= row.volatility_days + _SLACK <= _MOVES


def _year_before(period: Period, setting: Setting, context: SentenceContext) -> Period:
    """Return the year before the time that the text speaks of: "im Vorjahresquartal"."""
    own = [p.period for p in context.periods if p.period.start and p.period.end]
    base = next(iter(own), setting.period)
    if base is not None and base.start is not None and base.end is not None:
        start, end = _back(base.start), _back(base.end)
        return replace(period, start=start, end=end, resolved=Resolution.INHERITED)
    day = context.document.published
    if day is None:
        return period
    start, end = date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)
    return replace(period, start=start, end=end, resolved=Resolution.INHERITED)


def _back(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
