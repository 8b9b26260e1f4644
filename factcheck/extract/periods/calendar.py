"""Date arithmetic on calendar units. Every stretch is a pair of inclusive dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

Dates = tuple[date, date]

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "workweek": 7, "weekend": 7}
_WEEK_PARTS = {"week": (0, 6), "workweek": (0, 4), "weekend": (5, 6)}
_THIRDS = {"start": 0, "mid": 1, "end": 2}


def day_of(year: int, month: int, day: int) -> Dates | None:
    """Return that one day, or None when the calendar has none."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def month_of(year: int, month: int) -> Dates | None:
    """Return the first and last day of a month; None outside 1..12 or the calendar."""
    if not (1 <= month <= 12 and MINYEAR <= year <= MAXYEAR):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_from(year: int, month: int, count: int) -> Dates | None:
    """Return `count` whole months from the given one on; `month` may be any integer."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    start, end = month_of(*_split(first)), month_of(*_split(last))
    return (start[0], end[1]) if start and end else None


def _split(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def year_of(year: int) -> Dates | None:
    """Return the first and last day of a year."""
    return months_from(year, 1, 12)


def unit_at(unit: str, day: date, shift: int = 0) -> Dates | None:
    """Return the calendar unit that holds the day, shifted by whole units."""
    try:
        if unit in DAYS:
            return _days_at(unit, day, shift)
    except OverflowError:
        return None
    size = MONTHS.get(unit)
    if size is None:
        return None
    index = day.year * 12 + day.month - 1
    return months_from(*_split((index // size + shift) * size), size)


def _days_at(unit: str, day: date, shift: int) -> Dates:
    if unit == "day":
        found = day + timedelta(days=shift)
        return found, found
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    first, last = _WEEK_PARTS[unit]
    return monday + timedelta(days=first), monday + timedelta(days=last)


def moved(day: date, unit: str, count: float) -> date | None:
    """Return the day `count` units away; months keep the day where the month has it."""
    try:
        if unit in DAYS:
            return day + timedelta(days=round(DAYS[unit] * count))
        year, month = _split(day.year * 12 + day.month - 1 + round(MONTHS[unit] * count))
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (KeyError, OverflowError, ValueError):
        return None


def part_of(part: str, dates: Dates) -> Dates:
    """Return the start, mid or end third of a stretch.

    A year has thirds of four months, a month of ten days (the last to the month's end), a
    quarter of one month; any other stretch is cut into equal runs of days.
    """
    start, end = dates
    third = _THIRDS[part]
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if _whole_months(dates) and months % 3 == 0:
        cut = months_from(start.year, start.month + third * months // 3, months // 3)
        return cut or dates
    if _whole_months(dates) and months == 1:
        first = start.replace(day=1 + 10 * third)
        return first, end if third == 2 else first + timedelta(days=9)
    days = (end - start).days + 1
    first = start + timedelta(days=third * days // 3)
    return first, start + timedelta(days=max((third + 1) * days // 3 - 1, third * days // 3))


def _whole_months(dates: Dates) -> bool:
    return dates[0].day == 1 and (dates[1] + timedelta(days=1)).day == 1


def nth_in(dates: Dates, unit: str, nth: int) -> Dates | None:
    """Return the nth unit inside a stretch, counted from its end when negative."""
    inside = units_in(dates, unit)
    if nth < 0:
        inside = [found for found in inside if found[1] <= dates[1]]
    try:
        return inside[nth - 1 if nth > 0 else nth] if nth else None
    except IndexError:
        return None


def units_in(dates: Dates, unit: str) -> list[Dates]:
    """Return the calendar units that start inside a stretch (at most 400)."""
    found: list[Dates] = []
    here = unit_at(unit, dates[0])
    while here and here[0] <= dates[1] and len(found) < 400:
        if here[0] >= dates[0]:
            found.append(here)
        here = unit_at(unit, here[0], 1)
    return found


def nth_weekday(dates: Dates, weekday: int, nth: int) -> Dates | None:
    """Return the nth Monday (1) .. Sunday (7) inside a stretch, from its end when negative."""
    start, end = dates
    if nth > 0:
        day = start + timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        day = end - timedelta(days=(end.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    return (day, day) if start <= day <= end else None


def iso_week(year: int, week: int) -> Dates | None:
    """Return Monday to Sunday of a calendar week; None when the year has no such week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)
