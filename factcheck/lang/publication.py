"""How a page states its own date, as the language's publication.toml gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class PageDateRow:
    """One pattern, or the month names (January first, spellings separated by bars)."""

    id: str
    pattern: str = ""
    words: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class PageDates:
    """Compiled patterns. `full` and `partial` have the groups day, month, number and year.

    `partial` patterns name no year; `month_year` finds "Oktober 2025" (groups month and year);
    `later` matches what stands before a year that is still to come.
    """

    full: tuple[re.Pattern[str], ...]
    partial: tuple[re.Pattern[str], ...]
    month_year: re.Pattern[str]
    later: re.Pattern[str]
    months: dict[str, int]


@cache
def page_dates(language: str) -> PageDates:
    """Return the language's patterns, compiled."""
    rows = load_words(language, "publication", PageDateRow)
    names = rows.pop("months").words
    later = rows.pop("later_years").pattern
    month = "|".join(sorted("|".join(names).split("|"), key=len, reverse=True))
    patterns = [row.pattern for row in rows.values()]
    return PageDates(
        full=tuple(_compile(p, month) for p in patterns if _names_year(p)),
        partial=tuple(_compile(p, month) for p in patterns if not _names_year(p)),
        month_year=_compile(r"\b(?P<month>{names})\.?\s+(?P<year>(?:19|20)\d\d)\b", month),
        later=re.compile(later, re.IGNORECASE),
        months={name: number for number, row in enumerate(names, 1) for name in row.split("|")},
    )


def _names_year(pattern: str) -> bool:
    return "{year}" in pattern or "{iso}" in pattern


def _compile(pattern: str, month: str) -> re.Pattern[str]:
    """Fill in {day}{month} (3. März, 3.3.), {month}{day} (March 3), {year}, {iso} and {names}."""
    number = r"(?P<number>\d{1,2})\."
    parts = {
        "{day}{month}": rf"(?P<day>\d{{1,2}})\.?\s*(?:(?P<month>{month})\b\.?|{number})",
        "{month}{day}": rf"(?P<month>{month})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?",
        "{year}": r"(?:,?\s*(?P<year>(?:19|20)\d\d))",
        "{iso}": r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)",
        "{names}": month,
    }
    for placeholder, part in parts.items():
        pattern = pattern.replace(placeholder, part)
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)
