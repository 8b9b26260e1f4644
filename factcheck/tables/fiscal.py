"""Fiscal calendars of companies, from fiscal.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """A company's fiscal year: the month in which it ends, and which year names it.

    `named_by` is "end" where the year in which it ends names it (Microsoft's FY26 ends in June
    2026) and "start" where the year in which it begins does. Years that end near a month's end
    on a weekday count as ending with the month; January stands for the first days of February.
    """

    id: str
    ends: int
    named_by: str = "end"


@cache
def fiscal_calendars() -> Mapping[str, FiscalCalendar]:
    """Return the calendars by company id; TableError when a row is wrong."""
    path = Path(__file__).with_name("fiscal.toml")
    rows = load_rows(path, FiscalCalendar)
    for row in rows.values():
        if not 1 <= row.ends <= 12:
            raise TableError(f"{path}: [{row.id}]: ends = {row.ends} is no month")
        if row.named_by not in ("start", "end"):
            raise TableError(f"{path}: [{row.id}]: named_by = {row.named_by!r} is not start or end")
    return rows
