"""FC409: a length of time does not fit the start and the end given beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage, disjoint
from factcheck.lang.arithmetic import cue
from factcheck.model import (
    NumericClaim,
    Period,
    PeriodMention,
    Quantity,
    Resolution,
    Role,
    Rule,
    Severity,
)
from factcheck.tables.units import units

RULE = Rule(
    "FC409",
    "span-mismatch",
    Severity.ERROR,
    "A length of time does not fit the start and the end that the article gives beside it.",
)
_REACH = 12  # letters after a length in which "davon" makes it a part
_SLACK = 0.02  # months and years differ in length
_GRAIN_DAYS = {"year": 366.0, "month": 31.0}  # what a start or a length may be rounded by
_DAY = re.compile(r"\b\d{1,2}\b")  # a day of the month
_BETWEEN = 4  # words between a span and the length that closes its clause
_SIGNS = " \t\u00a0,;:()–-—"


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for "von 2010 bis 2018, zwölf Jahre lang"."""
    line = passage.line
    if not line.says("lasting"):
        return
    for span in line.periods:
        known = _until(line, span.period)
        for length in line.amounts if known else ():
            if known and _is_length(length) and _said_again(line, span, length):
                yield from _judge(line, replace(span, period=known), length)
    for length_of, since in permutations(line.periods, 2):
        if _is_duration(length_of.period) and _is_start(since.period):
            yield from _judge_starts(line, length_of, since)


def _until(line: Line, period: Period) -> Period | None:
    """Return a span with both ends known; one that began in a named year lasts to publication."""
    if period.granularity == "span" and period.start and period.end and not period.anchor:
        return period
    published = line.document.published
    if _is_start(period) and published and not line.document.published_inferred:
        return replace(period, end=published)
    return None


def _is_start(period: Period) -> bool:
    """Say whether a period is a stated start ("seit 2019")."""
    named = period.resolved is Resolution.STATED and period.granularity in ("year", "month")
    return named and period.anchor == "since" and period.start is not None


def _is_duration(period: Period) -> bool:
    """Say whether a period is a length counted back from publication ("seit drei Jahren")."""
    counted = period.resolved is Resolution.RELATIVE and period.granularity in ("year", "month")
    return counted and period.anchor == "since" and period.start is not None


def _judge_starts(line: Line, length: PeriodMention, since: PeriodMention) -> Iterator[Clash]:
    """Yield a clash for "seit drei Jahren, also seit 2019" when that is longer ago."""
    offset = line.sentence.start
    counted, begun = length.period.start, since.period.start
    published = line.document.published
    if not counted or not begun or not published or line.document.published_inferred:
        return
    days = float((published - counted).days)
    quantity = Quantity(days, days, length.period.granularity, "time", value=days)
    claim = line.claim(offset + length.start, offset + length.end, quantity, "duration")
    if _said_again(line, since, claim):
        yield from _judge(line, replace(since, period=replace(since.period, end=published)), claim)


def _is_length(claim: NumericClaim) -> bool:
    quantity = claim.quantity
    return quantity.dimension == "time" and quantity.noun != "age" and bool(quantity.value)


def _said_again(line: Line, span: PeriodMention, length: NumericClaim) -> bool:
    """Say whether a length is that of a span beside it, with a link or to the end of its clause."""
    start, end = (line.sentence.start + side for side in (span.start, span.end))
    if line.says("of_which", line.text(length.end, length.end + _REACH)):
        return False
    if cue("between", line.language).match(line.text(start, end)):
        return False
    if length.start >= end:
        return _length_follows(line, length, end, closed=bool(span.period.anchor))
    gap = line.text(length.end, start)
    ends = _ends_clause(line.text(end))
    if _unlinked(line, gap):  # "acht Jahre lang Ministerin, von 1998 bis 2002."
        return ends and _aside(line, gap) and line.says("throughout", gap)
    return (ends or not span.period.anchor) and gap.strip(" \u00a0") != ""


def _length_follows(line: Line, length: NumericClaim, end: int, *, closed: bool) -> bool:
    """Say whether the length after a span says no more than how long that was."""
    gap, rest = line.text(end, length.start), line.text(length.end)
    throughout = cue("throughout", line.language).match(rest.lstrip(_SIGNS))
    if throughout:
        rest = rest.lstrip(_SIGNS)[throughout.end() :]
    ends = _ends_clause(rest)
    if _unlinked(line, gap):  # "von 2010 bis 2014 gesperrt, neun Jahre lang."
        return ends and throughout is not None and _aside(line, gap)
    linked = throughout is not None and line.says("that_is", gap) and not closed
    return linked or (ends and bool(gap.strip(" \u00a0") or throughout))


def _aside(line: Line, gap: str) -> bool:
    """Say whether a few words and a comma stand between a span and its length."""
    words, _, link = gap.rpartition(",")
    few = 0 < len(words.split()) <= _BETWEEN and not line.says("separator", words)
    return few and not _unlinked(line, link)


def _unlinked(line: Line, gap: str) -> str:
    """Return what a gap says beside "also", "insgesamt" or a comma."""
    return cue("that_is", line.language).sub("", gap).strip(_SIGNS)


def _ends_clause(rest: str) -> bool:
    """Say whether a clause ends here; "seit 2021 als Chefin" is another length of time."""
    return not rest.strip() or rest.lstrip()[0] in ".,;:)–"


def _judge(line: Line, span: PeriodMention, length: NumericClaim) -> Iterator[Clash]:
    dated = _DAY.search(line.text()[span.start : span.end]) is not None
    low, high = _days(span.period, dated=dated)
    quantity = length.quantity
    if disjoint(low * (1 - _SLACK), high * (1 + _SLACK), quantity):
        yield _clash(line, span, length, (low, high))


def _days(period: Period, *, dated: bool) -> tuple[float, float]:
    """Return the fewest and the most days: without and with the whole first and last unit.

    `dated` says that the text names the first or the last day.
    """
    start, end = period.start or date.min, period.end or date.max
    whole = float((end - start).days + 1)
    if period.anchor:  # "seit 2019" is rounded to whole years
        whole += _GRAIN_DAYS[period.granularity] / 2
    open_ends = 1.0 if dated else _unit(period, start) + _unit(period, end)
    return max(whole - open_ends, 0.0), whole


def _unit(period: Period, day: date) -> float:
    """Return the days of the unit in which an end of the span is given."""
    start, end = period.start or day, period.end or day
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return 365.0
    if period.anchor:
        return _GRAIN_DAYS[period.granularity]
    if start.day == 1 and (end.month != _next(end).month):
        return 30.0
    return 0.5


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _clash(
    line: Line, span: PeriodMention, length: NumericClaim, possible: tuple[float, float]
) -> Clash:
    offset = line.sentence.start
    day = float((span.period.start or date.min).toordinal())
    quantity = Quantity(day, day, "day", "date", value=day)
    dates = line.claim(offset + span.start, offset + span.end, quantity, "span")
    least, most = (_whole(days, length.quantity) for days in possible)
    return Clash(
        ((Role.PRIMARY, length), (Role.COUNTERPART, dates)),
        {"least": (least, length.quantity), "most": (most, length.quantity)},
        {"length": length.quote, "span": dates.quote},
        confidence=0.85,
        message="FC409_exact" if least == most else "",
        kind="duration",
    )


def _whole(days: float, quantity: Quantity) -> float:
    """Return a length of time in whole units of the stated one, as an editor would count it."""
    row = units().get(quantity.unit)
    factor = row.factor if row else 1.0
    return round(days / factor) * factor
