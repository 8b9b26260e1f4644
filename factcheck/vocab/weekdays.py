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
    stated: bool  # whether the text itself names the year


def weekday_dates(text: str, language: str, year: int | None) -> Iterator[WeekdayDate]:
    """Yield each weekday with its date; `year` stands in where the date names none."""
    days, months = _numbers("weekday", language), _numbers("month", language)
    if not any(map(str.isdigit, text)):
        return
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            month = match["month"]
            number = int(month) if month.isdigit() else months[fold(month)]
            stated = match["year"] or year
            day = _date(int(stated), number, int(match["day"])) if stated else None
            if day is not None:
                weekday = days[fold(match["weekday"])]
                places = (*match.span("weekday"), *match.span("date"))
                yield WeekdayDate(*places, weekday, day, bool(match["year"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _numbers(kind: str, language: str) -> dict[str, int]:
    rows = [row for row in time_rows(language) if row.kind == kind]
    return {fold(word): row.value for row in rows for word in row.words}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the spellings 4 March 2026, March 4 2026 and 4.3.2026, the weekday on either side.

    Beside a date even "So" is a Sunday and "may" a month.
    """
    days, months = (
        "|".join(sorted(map(re.escape, _numbers(kind, language)), key=len, reverse=True))
        for kind in ("weekday", "month")
    )
    weekday = rf"\b(?P<weekday>{days})\b\.?"
    opening = rf"{weekday}[,\s(]{{1,3}}(?:(?:den|dem|the)\s)?"
    closing = rf"[,\s(]{{1,3}}(?:(?:ein|einem|einen|a)\s)?{weekday}(?=[\s,.;:)]|$)"
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)(?!\d)"
    spellings = (
        rf"(?P<date>{day}(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{months})\b\.?(?:,?\s{year})?)",
        rf"(?P<date>(?P<month>{months})\.?\s{day}(?:st|nd|rd|th)?\b(?:,?\s{year})?)",
        rf"(?P<date>{day}\.\s?(?P<month>\d{{1,2}})\.(?:\s?{year})?)",
    )
    before = [opening + spelling for spelling in spellings]
    after = [spelling + closing for spelling in spellings]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*before, *after))
