"""When an article was published, where its metadata do not say: read off the page itself.

A page's own date line gives the day. An advertising block often names day and month only; the
year is then the one that the text speaks of, or that of the articles read with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.lang.base import languages
from factcheck.lang.publication import PageDates, page_dates

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")
_HEAD = 600  # code points at the top of a page where its own date stands
_TAIL = 3000  # and at its end, advertising included
_BODY = 100_000
_BEFORE = 40  # code points before a year that say whether it is still to come
_NEAR = 200  # days between an article and a month that it names, usually
_WIDEST = 550  # days that the articles read with it may span and still tell the year


@dataclass(frozen=True, slots=True)
class PageDate:
    """What a page says about its date; `year` is 0 where it names day and month only."""

    day: int
    month: int
    year: int = 0

    def in_year(self, year: int) -> date | None:
        """Return the date in that year; None where there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def infer_all(texts: Sequence[str], known: Sequence[date | None]) -> list[date | None]:
    """Return the known date of each text, else the inferred one, else None.

    The text's own evidence comes first; the dates of the other articles settle the rest.
    """
    stamps = [None if day else find_page_date(text) for text, day in zip(texts, known, strict=True)]
    dates = list(known)
    for number, stamp in enumerate(stamps):
        if stamp:
            dates[number] = _date_from_text(stamp, texts[number])
    others = [day for day in dates if day]
    for number, stamp in enumerate(stamps):
        if stamp and not dates[number]:
            dates[number] = _date_from_others(stamp, others)
    return dates


def find_page_date(text: str) -> PageDate | None:
    """Return what the page says about its own date, None where it says nothing."""
    edges = text if len(text) <= _HEAD + _TAIL else text[:_HEAD] + "\n" + text[-_TAIL:]
    for kind in ("full", "partial"):
        for language in languages():
            dates = page_dates(language)
            for pattern in getattr(dates, kind):
                found = next(_page_dates(pattern, edges, dates), None)
                if found:
                    return found
    return None


def _page_dates(pattern: re.Pattern[str], text: str, dates: PageDates) -> Iterator[PageDate]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        name = (groups.get("month") or "").lower()
        month = dates.months[name] if name else int(groups["number"])
        found = PageDate(int(groups["day"]), month, int(groups.get("year") or 0))
        if found.in_year(found.year or 2000):  # a leap year: 29 February exists
            yield found


def _date_from_text(stamp: PageDate, text: str) -> date | None:
    if stamp.year:
        return stamp.in_year(stamp.year)
    body = text[:_BODY]
    months = list(_month_mentions(body))
    if months:
        return _closest(stamp, months)
    years = Counter(_year_mentions(body))
    if not years:
        return None
    return stamp.in_year(max(years, key=lambda year: (years[year], year)))


def _month_mentions(text: str) -> Iterator[date]:
    for language in languages():
        dates = page_dates(language)
        for match in dates.month_year.finditer(text):
            if not _is_later(text, match.start()):
                yield date(int(match["year"]), dates.months[match["month"].lower()], 15)


def _year_mentions(text: str) -> Iterator[int]:
    return (int(m.group()) for m in _YEAR.finditer(text) if not _is_later(text, m.start()))


def _is_later(text: str, position: int) -> bool:
    before = text[max(0, position - _BEFORE) : position]
    return any(page_dates(language).later.search(before) for language in languages())


def _closest(stamp: PageDate, mentions: Sequence[date]) -> date | None:
    """Return the year's date that has the most of the mentions near, then the nearest."""
    years = {mention.year + step for mention in mentions for step in (-1, 0, 1)}
    candidates = [day for day in map(stamp.in_year, sorted(years)) if day]

    def score(day: date) -> tuple[int, int]:
        distances = [abs((day - mention).days) for mention in mentions]
        return -sum(distance <= _NEAR for distance in distances), min(distances)

    return min(candidates, key=score, default=None)


def _date_from_others(stamp: PageDate, others: Sequence[date]) -> date | None:
    if not others or (max(others) - min(others)).days > _WIDEST:
        return None
    middle = sorted(others)[len(others) // 2]
    candidates = [stamp.in_year(middle.year + step) for step in (-1, 0, 1)]
    return min(
        (day for day in candidates if day), key=lambda day: abs((day - middle).days), default=None
    )
