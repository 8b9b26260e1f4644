"""Fiscal years and quarters of a company as dates."""

from __future__ import annotations

from datetime import date

from factcheck.extract.periods.calendar import Dates, months_from
from factcheck.model import Period, Resolution
from factcheck.tables.fiscal import fiscal_calendars

_MONTHS = {"fiscal_year": 12, "fiscal_half": 6, "fiscal_quarter": 3}


def fiscal_dates(
    company: str, year: int, unit: str, nth: int = 0, *, ends: bool = False
) -> Dates | None:
    """Return a company's fiscal year, or its nth half or quarter; None without a calendar.

    `year` is the year that names it; with `ends`, the calendar year in which it ends.
    """
    calendar = fiscal_calendars().get(company)
    if calendar is None:
        return None
    size = _MONTHS[unit]
    if not ends and calendar.named_by == "start" and calendar.ends != 12:
        year += 1
    first = calendar.ends + 1 - 12 + (max(nth, 1) - 1) * size
    return months_from(year, first, size) if max(nth, 1) * size <= 12 else None


def fiscal_year_at(company: str, day: date) -> int | None:
    """Return the calendar year in which the fiscal year that holds the day ends."""
    calendar = fiscal_calendars().get(company)
    if calendar is None:
        return None
    return day.year + (day.month > calendar.ends)


def as_fiscal(period: Period, company: str, published: date | None) -> Period | None:
    """Return a calendar quarter, half or year read as the company's fiscal one.

    Money already spent "im ersten Quartal 2026" in an article of December 2025 cannot mean the
    calendar quarter. None when the stretch had already begun at publication, when it is of
    another kind, or when the company has no row in fiscal.toml or its fiscal stretch is not over
    in time either. Whether the clause tells of something done is for the caller to know.
    """
    start = period.start
    if start is None or published is None or start <= published or period.end is None:
        return None
    unit = f"fiscal_{period.granularity}"
    if unit not in _MONTHS:
        return None
    nth = (start.month - 1) // _MONTHS[unit] + 1
    found = fiscal_dates(company, start.year, unit, nth)
    if found is None or found[0] > published:
        return None
    return Period(
        found[0], found[1], period.granularity, Resolution.FISCAL, period.label, period.anchor
    )
