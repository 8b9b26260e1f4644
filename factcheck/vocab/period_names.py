"""Names a period in the language of a report, whatever the language of the article."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model import Period
from factcheck.tables.catalogue import Catalogue, catalogue

_MONTHS_OF_A_QUARTER = 3


def period_name(period: Period, written_in: str, language: str) -> str:
    """Return the label as written where the report is in the article's language, else its dates.

    Empty where the period is not stated.
    """
    if not period.label or written_in == language:
        return period.label
    words = catalogue(language)
    if period.start is None or period.end is None:
        return _open(period, words)
    return _whole(period.start, period.end, words) or words.text(
        "period_from_to", start=words.day(period.start), end=words.day(period.end)
    )


def _open(period: Period, words: Catalogue) -> str:
    if period.start is not None:
        return words.text("period_since", day=words.day(period.start))
    if period.end is not None:
        return words.text("period_until", day=words.day(period.end))
    return period.label


def _whole(start: date, end: date, words: Catalogue) -> str:
    """Return the name of a day, a month, a quarter or a year, "" for any other time."""
    after = end + timedelta(days=1)
    months = 12 * (after.year - start.year) + after.month - start.month
    if start == end:
        return words.day(start)
    if start.day != 1 or after.day != 1:
        return ""
    if months == 1:
        return words.month(start)
    if months == _MONTHS_OF_A_QUARTER and start.month % months == 1:
        return words.text("period_quarter", number=start.month // months + 1, year=start.year)
    return str(start.year) if months == 12 and start.month == 1 else ""
