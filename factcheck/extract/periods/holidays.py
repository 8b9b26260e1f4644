"""The dates of named days in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from factcheck.extract.periods.calendar import Dates, month_of, nth_weekday
from factcheck.extract.periods.calendars import (
    chinese,
    hebrew,
    hindu,
    islamic,
    parsi_new_year,
    solar,
)
from factcheck.tables.holidays import Holiday


@lru_cache(maxsize=4096)
def holiday_dates(row: Holiday, year: int) -> Dates | None:
    """Return the day or days of a holiday that begin in a year, or None when there are none."""
    try:
        first = next(iter(_RULES[row.rule](row, year)), None)
        if first is None:
            return None
        first += timedelta(days=row.offset + row.observed.get(str(first.isoweekday()), 0))
        return first, first + timedelta(days=row.days - 1)
    except (ValueError, OverflowError):
        return None


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Gregorian computus)."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (moon - weekday + 40) // 44
    return date(year, month, moon - weekday + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches, in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _weekday(row: Holiday, year: int) -> Iterable[date]:
    month = month_of(year, row.month)
    found = nth_weekday(month, row.weekday, row.nth) if month else None
    return found[:1] if found else ()


def _advent(row: Holiday, year: int) -> Iterable[date]:
    eve = date(year, 12, 24)
    return (eve - timedelta(days=eve.isoweekday() % 7),)


_RULES: Mapping[str, Callable[[Holiday, int], Iterable[date]]] = {
    "fixed": lambda row, year: (date(year, row.month, row.day),),
    "weekday": _weekday,
    "easter": lambda row, year: (easter(year),),
    "orthodox": lambda row, year: (orthodox_easter(year),),
    "advent": _advent,
    "solar": lambda row, year: solar(year, row.degrees),
    "hebrew": lambda row, year: hebrew(year, row.month, row.day),
    "islamic": lambda row, year: islamic(year, row.month, row.day),
    "chinese": lambda row, year: chinese(year, row.month, row.day),
    "hindu": lambda row, year: hindu(year, row.month, row.day, row.moment),
    "parsi": lambda row, year: parsi_new_year(year),
}
