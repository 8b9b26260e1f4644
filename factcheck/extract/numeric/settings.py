"""The time that earlier sentences set: "Im Mai lief es schlecht. Der Umsatz sank um 4 Prozent."

A sentence without a time of its own speaks of that of the sentence before, within its paragraph;
a paragraph begins with the time that the article's title or first sentence reports on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.pieces import counted_from
from factcheck.lang.measure import is_word, names_one
from factcheck.model import Period, PeriodMention, SentenceKind

_SHORTEST, _LONGEST = 25, 400  # days; a day or a week is told of one event, a decade of none
_ROOM = timedelta(days=7)  # a month is told of before its last day, a year ahead is a forecast
_HEAD = 12  # letters before a time that opens its sentence
_ACCOUNTED = ("quarter", "half")  # what a lead names these for, it reports on
_PARTICIPLES = {"VV(PP)", "VA(PP)", "VM(PP)", "VVN", "VBN", "VHN", "VDN"}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a sentence from before it; `last` is any time that the last one named."""

    period: Period | None = None
    last: Period | None = None


def settings_of(contexts: Sequence[SentenceContext]) -> list[Setting]:
    """Return what the sentences before each one set for it, in their order."""
    lead, settings = _lead(contexts), []
    paragraph, setting = -1, Setting()
    for context in contexts:
        if context.sentence.paragraph != paragraph:
            paragraph, setting = context.sentence.paragraph, Setting(lead)
        settings.append(setting)
        setting = _after(context, setting)
    return settings


def length(period: Period) -> int:
    """Return the days of a period; an open one is endless."""
    if period.start is None or period.end is None:
        return date.max.toordinal()
    return (period.end - period.start).days + 1


def _after(context: SentenceContext, setting: Setting) -> Setting:
    dated = [p for p in context.periods if p.period.start and p.period.end]
    if not dated:
        return Setting(setting.period, setting.last)
    return Setting(_told(context, setting.period), dated[0].period)


def _told(context: SentenceContext, current: Period | None) -> Period | None:
    """Return the time that a sentence leaves set: its only one, or the one that opens it."""
    setting = [p for p in context.periods if _sets(context, p)]
    if not setting:
        return current
    opening = setting[0] if setting[0].start <= _HEAD else None
    return setting[0].period if opening or len(_distinct(setting)) == 1 else None


def _sets(context: SentenceContext, mention: PeriodMention) -> bool:
    """Say whether a time may hold for the sentences behind it: no look back, and none ahead."""
    period, published = mention.period, context.document.published
    if period.anchor or not _SHORTEST <= length(period) <= _LONGEST:
        return False
    if published is not None and period.end is not None and period.end > published + _ROOM:
        return False
    language = context.sentence.language
    if names_one("year_before", mention.text, language) or counted_from(context, mention.start):
        return False
    return not _looks_back(context)


def _looks_back(context: SentenceContext) -> bool:
    """Say whether the sentence is in the pluperfect: "had fallen", and not "had a poor year"."""
    language = context.sentence.language
    words = [word.lower() for word in _WORD.findall(context.text)]
    if not any(is_word("pluperfect", word, language) for word in words):
        return False
    return any(token.tag in _PARTICIPLES for token in context.tokens)


def _distinct(mentions: Iterable[PeriodMention]) -> set[tuple[date | None, date | None]]:
    return {(mention.period.start, mention.period.end) for mention in mentions}


def _lead(contexts: Sequence[SentenceContext]) -> Period | None:
    """Return the one time that the title and the first sentence report on."""
    titles = [c for c in contexts if c.sentence.kind is SentenceKind.TITLE]
    first = next((c for c in contexts if c.sentence.kind is SentenceKind.BODY), None)
    found = [p for c in titles for p in c.periods if _sets(c, p)]
    if first is not None:
        found += [p for p in first.periods if _sets(first, p) and _reports(first, p)]
    return found[0].period if len(_distinct(found)) == 1 else None


def _reports(context: SentenceContext, mention: PeriodMention) -> bool:
    """Say whether the sentence gives figures for the time, or the time is one of accounts."""
    return bool(context.quantities) or mention.period.granularity in _ACCOUNTED
