"""Periods of a text of which nothing is known: the company that it names tells the calendar."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from factcheck.extract.periods import find
from factcheck.model import Period, PeriodMention, Resolution
from factcheck.tables.entities import entities
from factcheck.tables.fiscal import fiscal_calendars

_BETWEEN = re.compile(r"\n|(?<=[.!?])[\"“”»«')]?\s+(?=[\"„“»«'(]?[A-ZÄÖÜ])")
_LONGEST = 2000  # characters of a sentence in which a company is looked for
_FISCAL_GRAINS = frozenset({"quarter", "half", "year"})

Stretch = tuple[int, int]


def find_alone(text: str, language: str, published: date | None = None) -> list[PeriodMention]:
    """Return the periods of a text as `find` does, fiscal ones by the company in their sentence."""
    found = find(text, language, published)
    wanted = [m for m in found if _may_be_fiscal(m, published)]
    if not wanted:
        return found
    fiscal: dict[Stretch, PeriodMention] = {}
    for start, end in _sentences(text, wanted):
        company = company_in(text[start:end], language)
        again = find(text[start:end], language, published, company) if company else []
        for m in again:
            place = (start + m.start, start + m.end)
            fiscal[place] = replace(m, start=place[0], end=place[1])
    return [_better(m, fiscal.get((m.start, m.end))) for m in found]


def company_in(text: str, language: str) -> str:
    """Return the id of the first company named that has a fiscal calendar, else ""."""
    pattern, ids = _names(language)
    match = pattern.search(text) if len(text) <= _LONGEST else None
    return ids[match[1]] if match else ""


def _may_be_fiscal(mention: PeriodMention, published: date | None) -> bool:
    period: Period = mention.period
    if period.granularity not in _FISCAL_GRAINS:
        return False
    if period.start is None and period.end is None:
        return published is not None or any(map(str.isdigit, mention.text))
    return published is not None and period.start is not None and period.start > published


def _sentences(text: str, wanted: list[PeriodMention]) -> Iterator[Stretch]:
    """Yield each sentence that holds one of the mentions once; no mention is cut."""
    breaks = [match.end() for match in _BETWEEN.finditer(text)]
    seen: Stretch | None = None
    for mention in wanted:
        before = bisect_right(breaks, mention.start)
        after = bisect_left(breaks, mention.end)
        start = breaks[before - 1] if before else 0
        end = breaks[after] if after < len(breaks) else len(text)
        if (start, end) != seen:
            seen = (start, end)
            yield seen


def _better(mention: PeriodMention, fiscal: PeriodMention | None) -> PeriodMention:
    known = fiscal is not None and fiscal.period.resolved is Resolution.FISCAL
    return fiscal if fiscal is not None and known else mention


@cache
def _names(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    rows = entities()
    ids = {
        word: company
        for company in fiscal_calendars()
        if company in rows
        for word in rows[company].words(language)
        if word not in rows[company].common
    }
    names = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)({names})(?:['’]?s)?(?!\w)"), ids
