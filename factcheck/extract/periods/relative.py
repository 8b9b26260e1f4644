"""Times counted from the publication date: "letzten Quartal", "vor zwei Wochen", "next year"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from factcheck.extract.periods.calendar import MONTHS, Dates, moved, nth_in, unit_at
from factcheck.extract.periods.days import day
from factcheck.extract.periods.named import (
    holiday,
    in_week,
    month,
    owner,
    relative,
    season,
    weekday,
)
from factcheck.extract.periods.nodes import Cyclic, Fiscal, Fixed, Relative, Unknown, narrow
from factcheck.extract.periods.run import Hit, Run

LOOSE = ("month", "quarter", "half", "year", "decade", "century")  # "vor drei Monaten": that month

_WORD = re.compile(r"[^\W\d_]+")
_RECORD = 48  # letters before "in ten years" in which a superlative makes it look back
_NEARBY = 2  # words likewise


def which(run: Run, i: int) -> Hit | None:
    """Read "letztes Jahr", "kommende drei Wochen", "nächsten Montag", "this September"."""
    row = run.row(i, "which")
    if row is None or run.gap(i + 1) not in ("", "-"):
        return None
    unit = run.row(i + 1, "unit")
    if unit:
        return _which_unit(run, i, row.value)
    counted = _span(run, i, row.value)
    return counted or _which_name(run, i, row.value)


def _which_unit(run: Run, i: int, value: int) -> Hit | None:
    unit, row = run.row(i + 1, "unit"), run.row(i, "which")
    assert unit is not None and row is not None
    if unit.unit.startswith("fiscal"):
        nth = 0 if unit.unit == "fiscal_year" else -1
        return Hit(Fiscal(unit.unit, step=value), i + 2) if nth == 0 else None
    if unit.value == 2 or unit.unit == "century":
        return Hit(Unknown(unit.unit), i + 2)
    year = owner(run, i + 2) if value == -1 and unit.unit != "year" else None
    if year and isinstance(year.node, Fixed):
        return Hit(narrow(year.node, partial(nth_in, unit=unit.unit, nth=-1), unit.unit), year.stop)
    if unit.unit == "week":
        return _week_day(run, i + 2, value)
    if unit.unit == "weekend" and row.part == "coming":
        return Hit(Cyclic(_weekend, "weekend", "week", step=value), i + 2)
    return Hit(relative(unit.unit, value), i + 2)


def _weekend(week: int) -> Dates | None:
    return unit_at("weekend", date.fromordinal(week * 7 + 1))


def _week_day(run: Run, i: int, value: int) -> Hit:
    week = relative("week", value)
    j = run.skip(i, "loc")
    row = run.row(j, "weekday") if run.gap(j) == "" else None
    if row is None or row.weak:
        return Hit(week, i)
    return Hit(in_week(row.value, week), run.skip(j + 1, "daypart"))


def _which_name(run: Run, i: int, value: int) -> Hit | None:
    for read in (day, month, weekday, season, holiday):
        hit = read(run, i + 1)
        if hit and isinstance(hit.node, Cyclic):
            return Hit(replace(hit.node, step=value), hit.stop)
    return None


def _span(run: Run, i: int, value: int) -> Hit | None:
    """Read "letzten drei Monate": whole calendar units before or after the current one."""
    found = counted(run, i + 1)
    if found is None or abs(value) != 1 or run.in_set(run.word_before(i), "verb_next"):
        return None
    count, unit, stop = found
    if unit not in (*MONTHS, "day", "week") or count != int(count):
        return None
    return Hit(Relative(partial(_units, unit=unit, count=int(count) * value), "span"), stop)


def _units(day: date, unit: str, count: int) -> Dates | None:
    step = 1 if count > 0 else -1
    ends = sorted(d for d in (unit_at(unit, day, step), unit_at(unit, day, count)) if d)
    return (ends[0][0], ends[-1][1]) if len(ends) == 2 else None


def counted(run: Run, i: int) -> tuple[float, str, int] | None:
    """Return count, unit and the index after "rund fünf Jahre", "einem halben Jahr"."""
    j = i if run.count(i) and run.row(i + 1, "unit") else run.skip(i, "mark")
    count = run.count(j)
    j += count is not None
    if run.row(j, "halved"):
        count, j = (count or 1) / 2, j + 1
    unit = run.row(j, "unit")
    if count is None or unit is None or run.gap(j) not in ("", "-"):
        return None
    if unit.unit.startswith("fiscal") or unit.weak:
        return None
    return count, unit.unit, j + 1


def ago(run: Run, i: int) -> Hit | None:
    """Read "vor zwei Wochen"; a month or longer ago is the whole calendar month or year."""
    if run.row(i, "ago") is None:
        return None
    found = counted(run, i + 1)
    return _distance(found, -1) if found else None


def ago_after(run: Run, i: int) -> Hit | None:
    """Read "two weeks ago", "five years from now"."""
    found = counted(run, i)
    if found is None:
        return None
    if run.row(found[2], "later") and run.gap(found[2]) == "":
        return Hit(Unknown(found[1]), found[2] + 1)
    sign = -1 if run.row(found[2], "ago_after") else 1
    if sign == 1 and not run.row(found[2], "ahead_after"):
        return None
    return _distance((found[0], found[1], found[2] + 1), sign)


def ahead(run: Run, i: int) -> Hit | None:
    """Read "in zwei Jahren", "in two years", unless the clause tells of the past."""
    if run.row(i, "ahead") is None or run.in_set(run.word_before(i), "times"):
        return None
    found = counted(run, i + 1)
    hit = _distance(found, 1) if found else None
    if hit is None or not isinstance(hit.node, Relative):
        return None
    if _is_record(run, i):
        return Hit(Unknown("span"), hit.stop)
    return Hit(replace(hit.node, coming=True), hit.stop)


def _distance(found: tuple[float, str, int], sign: int) -> Hit:
    count, unit, stop = found
    grain = unit if unit in LOOSE and count == int(count) else "month" if unit in LOOSE else "day"
    return Hit(Relative(partial(_at, count=count * sign, unit=unit, grain=grain), grain), stop)


def _at(day: date, count: float, unit: str, grain: str) -> Dates | None:
    there = moved(day, unit, count)
    return unit_at(grain, there) if there else None


def within(run: Run, i: int) -> Hit | None:
    """Read "binnen fünf Jahren": from the publication date on."""
    if run.row(i, "within") is None:
        return None
    j = run.skip(i + 1, "loc", "article", "genitive")
    inner = counted(run, i + 1) or counted(run, j)
    if inner:
        count, unit, stop = inner
        node = Relative(partial(_from_now, count=count, unit=unit), "span", coming=True)
        return Hit(node, stop, anchor="within")
    hit = which(run, j)
    return Hit(hit.node, hit.stop, anchor="within") if hit else None


def _from_now(day: date, count: float, unit: str) -> Dates | None:
    end = moved(day, unit, count)
    return (day, end) if end else None


def since_count(run: Run, i: int) -> Hit | None:
    """Read the "fünf Jahren" of "seit fünf Jahren" as the day that long ago."""
    found = counted(run, i)
    if found is None:
        return None
    count, unit, stop = found
    return Hit(Relative(partial(_at, count=-count, unit=unit, grain="day"), unit), stop)


def _is_record(run: Run, i: int) -> bool:
    """Say whether a superlative stands before: "the worst result in a century" looks back."""
    before = _WORD.findall(run.text[max(0, run.tokens[i].start - _RECORD) : run.tokens[i].start])
    return any(run.in_set(word, "superlative") for word in before[-_NEARBY:])
