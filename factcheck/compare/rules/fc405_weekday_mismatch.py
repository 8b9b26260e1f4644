"""FC405: the weekday that an article names is not the weekday of the date beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage
from factcheck.model import Quantity, Role, Rule, Severity
from factcheck.vocab.weekdays import WeekdayDate, weekday_dates

RULE = Rule(
    "FC405",
    "weekday-mismatch",
    Severity.ERROR,
    "The date that an article names does not fall on the weekday that it gives.",
)
_NEAR = timedelta(days=60)  # a date this close to publication is that of its own year
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for each date whose weekday is another one.

    A date without a year is the one nearest to publication; where it is further away, it may be of
    any year, and nothing is said.
    """
    line = passage.line
    published = line.document.published
    for found in weekday_dates(line.text(), line.language, published.year if published else None):
        day = _day(line, found, published)
        if day.isoweekday() != found.weekday and not _unsure(line, found, day, published):
            yield _clash(line, found, day)


def _day(line: Line, found: WeekdayDate, published: date | None) -> date:
    if found.stated or published is None or _other_year(line, published):
        return found.day
    return min(_years(found.day), key=lambda day: abs(day - published))


def _unsure(line: Line, found: WeekdayDate, day: date, published: date | None) -> bool:
    """Say whether the date has no year, and which year is meant is anyone's guess."""
    if found.stated:
        return False
    if published is None or line.document.published_inferred or _other_year(line, published):
        return True
    return abs(day - published) > _NEAR


def _other_year(line: Line, published: date) -> bool:
    return any(int(year) != published.year for year in _YEAR.findall(line.text()))


def _years(day: date) -> list[date]:
    """Return the day in its year and in the years beside it, where that day exists."""
    leap = day.month == 2 and day.day == 29
    years = (day.year, day.year - 1, day.year + 1)
    return [day] if leap else [day.replace(year=year) for year in years]


def _clash(line: Line, found: WeekdayDate, day: date) -> Clash:
    number = float(day.toordinal())
    quantity = Quantity(number, number, "day", "date", value=number)
    start = line.sentence.start
    weekday = line.claim(
        start + found.weekday_start, start + found.weekday_end, quantity, "weekday"
    )
    written = line.claim(start + found.date_start, start + found.date_end, quantity, "weekday")
    return Clash(
        ((Role.PRIMARY, weekday), (Role.COUNTERPART, written)),
        {"date": (number, quantity)},
        weekdays={"weekday": found.weekday, "actual": day.isoweekday()},
        confidence=0.95,
        kind="date",
    )
