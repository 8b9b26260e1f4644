"""FC405: the weekday that an article names is not the weekday of the date beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.passage import Clash
from factcheck.model import (
    Aspect,
    Claim,
    Document,
    NumericClaim,
    Period,
    Quantity,
    Resolution,
    Role,
    Rule,
    Severity,
)
from factcheck.vocab.weekdays import WeekdayDate, weekday_dates

RULE = Rule(
    "FC405",
    "weekday-mismatch",
    Severity.ERROR,
    "The date that an article names does not fall on the weekday that it gives.",
)


def check(document: Document, claims: Sequence[Claim]) -> Iterator[Clash]:
    """Yield a clash for each date in the article's body whose weekday is another one.

    A date without a year is taken in the year of publication; where that year's weekday differs
    but a neighbouring year's fits, nothing is said.
    """
    year = document.published.year if document.published else None
    for found in weekday_dates(document.text, document.language, year):
        if found.date_start >= document.body_start and not _fits(document, found):
            yield _clash(document, found)


def _fits(document: Document, found: WeekdayDate) -> bool:
    if found.day.isoweekday() == found.weekday:
        return True
    stated = str(found.day.year) in document.text[found.date_start : found.date_end]
    if stated or found.day.month == 2:
        return False
    years = (found.day.year - 1, found.day.year + 1)
    return any(found.day.replace(year=y).isoweekday() == found.weekday for y in years)


def _clash(document: Document, found: WeekdayDate) -> Clash:
    weekday = _claim(document, found, found.weekday_start, found.weekday_end)
    day = _claim(document, found, found.date_start, found.date_end)
    names = {"weekday": weekday.quote, "date": day.quote, "year": str(found.day.year)}
    return Clash(((Role.PRIMARY, weekday), (Role.COUNTERPART, day)), {}, names, 0.95)


def _claim(document: Document, found: WeekdayDate, start: int, end: int) -> NumericClaim:
    line_start = document.text.rfind("\n", 0, start) + 1
    line_end = document.text.find("\n", end)
    day = float(found.day.toordinal())
    return NumericClaim(
        document=document.id,
        start=start,
        end=end,
        quote=document.text[start:end],
        sentence=document.text[line_start : line_end if line_end >= 0 else None],
        sentence_start=line_start,
        subject=None,
        period=Period(found.day, found.day, "day", Resolution.STATED),
        language=document.language,
        metric="",
        metric_text="weekday",
        aspect=Aspect.DATE,
        quantity=Quantity(day, day, "day", "date", value=day),
    )
