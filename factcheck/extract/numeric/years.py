"""Years and last days that only the verb beside them makes dates: "wurde 1817 gegründet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.periods.calendar import months_from
from factcheck.lang.measure import is_word
from factcheck.model import Period, PeriodMention, Resolution

_YEAR = re.compile(r"(?<![\w.,:/$€£+-])(?:1\d|20)\d\d")
_AFTER = re.compile(r"[.,](?=\d)|[\w/:%€$£-]")
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}


def bare_years(context: SentenceContext, clause: Clause) -> Iterator[PeriodMention]:
    """Yield the four-digit years of a clause that nothing else claims.

    Only a clause whose verb or noun asks for a date may ask: elsewhere 1,817 may be a count.
    """
    for match in _YEAR.finditer(context.text, clause.start, clause.end):
        if _AFTER.match(context.text, match.end()) or _taken(context, *match.span()):
            continue
        yield year_mention(match.group(), match.start())


def year_mention(written: str, start: int) -> PeriodMention:
    """Return the mention of a whole year, given its four digits and where they stand."""
    year = int(written)
    period = Period(date(year, 1, 1), date(year, 12, 31), "year", Resolution.STATED, written)
    return PeriodMention(start, start + len(written), written, period)


def sets_in(mention: PeriodMention, language: str, published: date | None) -> Period | None:
    """Return when something sets in that is told for "from then on"; None for other times.

    "Vom 21. Januar an gilt ..." of a coming January; "seit Januar" tells of the past.
    """
    period = mention.period
    if period.anchor != "since" or period.start is None:
        return None
    if not is_word("from_when", mention.text.split()[0].lower(), language):
        return None
    if published is not None and period.start <= published:
        return None
    months = _MONTHS.get(period.granularity, 0)
    end = months_from(period.start.year, period.start.month, months) if months else None
    return replace(period, end=end[1] if end else period.start, anchor="")


def last_days(period: Period) -> Period:
    """Return the period in which an open one ends: "until 2032" ends some day in 2032."""
    assert period.end is not None
    months = _MONTHS.get(period.granularity, 0)
    first = period.end.year * 12 + period.end.month - months
    start = date(first // 12, first % 12 + 1, 1) if months else period.end
    return Period(start, period.end, period.granularity, period.resolved, period.label)


def _taken(context: SentenceContext, start: int, end: int) -> bool:
    if any(period.start < end and start < period.end for period in context.periods):
        return True
    return any(
        amount.start < end and start < amount.end and not _is_bare(context, start, amount.text)
        for amount in context.quantities
    )


def _is_bare(context: SentenceContext, start: int, written: str) -> bool:
    """Say whether an amount is the four digits alone, with no unit and no counted noun after."""
    return written == context.text[start : start + 4]
