"""Birth and death in brackets behind a name: "(1936–2013)", "(* 3. März 1931; † 9. Mai 2004)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.context import Phrase, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.participles import Dated
from factcheck.extract.numeric.years import year_mention
from factcheck.model import EntityMention, Period, PeriodMention

_BRACKETS = re.compile(r"\(([^()]{4,160})\)")
_YEAR = re.compile(r"(?<![\w.,:/$€£+-])(?:1\d|20)\d\d(?![\w:%€$£]|[.,]\d)")
_DASH = re.compile(r"\s*(?:[–—-]{1,2}|to|bis)\s*(?:c\. |um )?")
_BORN = re.compile(r"(?:\*|\b(?:born|b\.|geboren|geb\.))[^()\d]{0,6}$")
_DIED = re.compile(r"(?:†|\b(?:died|d\.|gestorben|gest\.))[^()\d]{0,6}$")
_LONGEST = 366  # days of one date, a year at most
_NEXT = 2  # letters between a subject that no table knows and its brackets
_FURTHEST = 45  # letters between a name and its brackets: ", 1st Earl of Stockton,"


def life_dates(context: SentenceContext) -> Iterator[Dated]:
    """Yield the dates of birth and death that stand in brackets behind a person's name."""
    for match in _BRACKETS.finditer(context.text):
        person = _person(context, match.start())
        clause = clause_at(context, person.start) if person else None
        if person is None or clause is None:
            continue
        for metric, date in _marked(context, match):
            yield date, clause, metric, person


def _person(context: SentenceContext, position: int) -> Phrase | None:
    near = [
        e
        for e in context.entities
        if 0 <= position - e.end <= _FURTHEST and e.entity.kind in ("person", "unknown")
    ]
    people = [e for e in near if e.entity.kind == "person"] or near[-1:]
    if not people:
        clause = clause_at(context, max(0, position - 2))
        subject = clause.subject if clause else None
        return subject if subject and 0 <= position - subject.end <= _NEXT else None
    found = people[0]
    return None if found.how == "pronoun" else Phrase(*_span(found), found)


def _span(found: EntityMention) -> tuple[int, int, str, str]:
    return found.start, found.end, found.text, found.text


def _marked(context: SentenceContext, match: re.Match[str]) -> Iterator[tuple[str, PeriodMention]]:
    """Yield the marked dates; two with a dash between are birth and death."""
    text, dates = context.text, _dates(context, match)
    if len(dates) == 2 and _DASH.fullmatch(text, dates[0].end, dates[1].start):
        yield "birth_date", dates[0]
        yield "death_date", dates[1]
        return
    for date in dates:
        before = text[match.start() : date.start]
        if _BORN.search(before):
            yield "birth_date", date
        elif _DIED.search(before):
            yield "death_date", date


def _dates(context: SentenceContext, match: re.Match[str]) -> list[PeriodMention]:
    """Return the dates in the brackets; where there are none, the bare years."""
    inside = [p for p in context.periods if match.start() <= p.start < match.end()]
    if len(inside) == 1 and (ends := _ends(inside[0])):
        return ends
    years = [year_mention(y[0], y.start()) for y in _YEAR.finditer(context.text, *match.span())]
    if len(inside) == len(years) and all(_is_short(p.period) for p in inside):
        return inside
    return years


def _ends(mention: PeriodMention) -> list[PeriodMention]:
    """Return the two days of a span that is written as two: "7 February 1906 – 17 October 1967"."""
    dash, period = _DASH.search(mention.text), mention.period
    if dash is None or _is_short(period) or not any(map(str.isalpha, mention.text)):
        return []
    sides = (
        (mention.start, mention.text[: dash.start()], period.start),
        (mention.start + dash.end(), mention.text[dash.end() :], period.end),
    )
    return [
        PeriodMention(
            start, start + len(text), text, replace(period, start=day, end=day, granularity="day")
        )
        for start, text, day in sides
    ]


def _is_short(period: Period) -> bool:
    return bool(period.start and period.end and (period.end - period.start).days <= _LONGEST)
