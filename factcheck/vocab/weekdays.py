"""Finds a weekday written beside a full date ("Dienstag, den 4. März 2026")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.lang.base import fold
from factcheck.lang.time import time_rows


@dataclass(frozen=True, slots=True)
class WeekdayDate:
    """A weekday and the date beside it; `weekday` counts from Monday = 1. Offsets in the text."""

    weekday_start: int
    weekday_end: int
    date_start: int
    date_end: int
    weekday: int
    day: date


def weekday_dates(text: str, language: str, year: int | None) -> Iterator[WeekdayDate]:
    """Yield each weekday with its date; `year` stands in where the date names none."""
    days, months = _numbers("weekday", language), _numbers("month", language)
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdigit() else months[fold(month)]
            stated = match["year"] or year
            day = _date(int(stated), number, int(match["day"])) if stated else None
            if day is not None:
                weekday = days[fold(match["weekday"])]
                yield WeekdayDate(*match.span("weekday"), *match.span("date"), weekday, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _numbers(kind: str, language: str) -> dict[str, int]:
    strong = kind == "month"  # a full date makes even "may" a month; "So" stays no Sunday
    rows = [r for r in time_rows(language) if r.kind == kind and (strong or not r.weak)]
    return {fold(word): row.value for row in rows for word in row.words}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the three spellings: 4 March 2026, March 4 2026, 4.3.2026, each after a weekday."""
    days, months = (
        "|".join(sorted(map(re.escape, _numbers(kind, language)), key=len, reverse=True))
        for kind in ("weekday", "month")
    )
    opening = rf"\b(?P<weekday>{days})\b[,\s(]{{1,3}}(?:(?:den|dem|the)\s)?"
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)(?!\d)"
    spellings = (
        rf"(?P<date>{day}(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{months})\b\.?(?:,?\s{year})?)",
        rf"(?P<date>(?P<month>{months})\.?\s{day}(?:st|nd|rd|th)?\b(?:,?\s{year})?)",
        rf"(?P<date>{day}\.\s?(?P<month>\d{{1,2}})\.(?:\s?{year})?)",
    )
    return tuple(re.compile(opening + spelling, re.IGNORECASE) for spelling in spellings)
