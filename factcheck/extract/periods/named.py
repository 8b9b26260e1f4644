"""Times with a name: months, quarters, seasons, holidays, weekdays, fiscal years, "gestern"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from factcheck.extract.periods.calendar import (
    Dates,
    iso_week,
    month_of,
    months_from,
    nth_weekday,
    part_of,
    unit_at,
    year_of,
)
from factcheck.extract.periods.holidays import holiday_dates
from factcheck.extract.periods.nodes import (
    Cyclic,
    Fiscal,
    Fixed,
    Inside,
    Node,
    Relative,
    Unknown,
    narrow,
)
from factcheck.extract.periods.run import Hit, Run
from factcheck.extract.periods.years import split_years, stated_year
from factcheck.vocab.periods import vocabulary

UNCLEAR = range(1900, 1930)  # two digits of these mean either century


def in_year(node: Cyclic, owner: Node) -> Node:
    """Return the occurrence in the year that owns it ("September letzten Jahres")."""
    make = node.make
    if isinstance(owner, Fixed):
        found = make(owner.stretch[0].year)
        return Fixed(found, node.grain) if found else Unknown(node.grain)
    return Inside(owner, lambda dates: make(dates[0].year), node.grain)


def owner(run: Run, i: int) -> Hit | None:
    """Read the year that a month, quarter or holiday belongs to."""
    if run.gap(i) not in ("", ".", ",", "'", "/", "-"):
        return None
    split = split_years(run, i)
    if split:
        dates = months_from(split[0], 1, 24)
        return Hit(Fixed(dates, "span"), i + 2) if dates else None
    found = stated_year(run, i)
    if found:
        dates = year_of(found[0])
        return Hit(Fixed(dates, "year"), found[1]) if dates else None
    return _worded_owner(run, i) if run.gap(i) == "" else None


def _worded_owner(run: Run, i: int) -> Hit | None:
    j = run.skip(i, "genitive", "ahead", "article")
    which, unit, shift = run.row(j, "which"), run.row(j + 1, "unit"), run.row(j, "shift")
    if which and unit and unit.unit == "year" and run.gap(j + 1) == "":
        return Hit(relative("year", which.value), j + 2)
    if shift and shift.unit == "year":
        return Hit(relative("year", shift.value), j + 1)
    unit = run.row(j, "unit")
    if unit is None or unit.unit not in ("year", "fiscal_year") or run.gap(j) != "":
        return stated_owner(run, j) if j > i else None
    return fiscal_year(run, j) if unit.unit == "fiscal_year" else unit_year(run, j)


def stated_owner(run: Run, i: int) -> Hit | None:
    """Read a year behind "of" or "im"."""
    found = stated_year(run, i)
    dates = year_of(found[0]) if found else None
    return Hit(Fixed(dates, "year"), found[1]) if found and dates else None


def relative(unit: str, shift: int) -> Node:
    """Return the calendar unit `shift` away from the one of the publication date."""
    return Relative(lambda day: unit_at(unit, day, shift), unit)


def owned(run: Run, node: Cyclic, stop: int, *, weak: bool = False) -> Hit:
    """Return a yearly time, placed in the year that may follow it."""
    year = owner(run, stop)
    if year is None:
        return Hit(node, stop, weak)
    return Hit(in_year(node, year.node), year.stop)


def month(run: Run, i: int) -> Hit | None:
    """Read "September", "Sept. 2025", "September letzten Jahres"."""
    row = run.row(i, "month")
    if row is None or (row.capital and not run.capital(i)) or _shouted(run, i):
        return None
    unit = run.row(i + 1, "unit") if run.gap(i + 1) in ("", "-") else None
    if unit and unit.unit == "quarter" and unit.value != 2:
        return owned(run, quarter_to(row.value), i + 2)
    return owned(run, Cyclic(partial(month_of, month=row.value), "month"), i + 1, weak=row.weak)


def _shouted(run: Run, i: int) -> bool:
    """Say whether a month's name is part of a code ("MAI-1")."""
    token = run.tokens[i]
    return run.char_after(i) == "-" and run.text[token.start : token.end].isupper()


def quarter_to(month: int) -> Cyclic:
    """Return the three months that end with a month ("December quarter")."""
    return Cyclic(partial(months_from, month=month - 2, count=3), "quarter", complete=True)


def month_quarter(run: Run, i: int) -> Hit | None:
    """Read "Dezemberquartal"."""
    row = run.row(i, "month_quarter")
    return owned(run, quarter_to(row.value), i + 1) if row else None


def season(run: Run, i: int) -> Hit | None:
    """Read "Sommer 2024" as its three whole months; winter begins in its year's December."""
    row = run.row(i, "season")
    if row is None:
        return None
    node = Cyclic(partial(months_from, month=row.value, count=3), "season")
    return owned(run, node, i + 1, weak=row.weak)


def holiday(run: Run, i: int) -> Hit | None:
    """Read a named day, with its year."""
    if run.row(i, "holiday") is None:
        return None
    row = vocabulary(run.language).holidays[run.tokens[i].info.word]
    grain = "day" if row.days == 1 else "span"
    node = Cyclic(lambda year: holiday_dates(row, year), grain)
    return owned(run, node, i + 1, weak=row.weak)


def weekday(run: Run, i: int) -> Hit | None:
    """Read "Freitag", "Freitagabend", "Mittwoch der nächsten Woche"."""
    row = run.row(i, "weekday")
    if row is None or (row.weak and not run.capital(i) and not run.whole(i, i + 1)):
        return None
    stop = run.skip(i + 1, "daypart")
    return Hit(weekday_node(row.value), stop, row.weak and run.char_after(i) != ".")


def weekday_node(number: int) -> Cyclic:
    """Return the weekday 1 (Monday) .. 7 of whichever week is meant."""
    return Cyclic(lambda week: _day_in_week(week, number), "day", "week")


def _day_in_week(week: int, number: int) -> Dates:
    day = date.fromordinal(week * 7 + number)
    return day, day


def in_week(number: int, week: Node) -> Node:
    """Return the weekday of a week."""
    return narrow(week, lambda dates: nth_weekday(dates, number, 1), "day")


def shift(run: Run, i: int) -> Hit | None:
    """Read "gestern", "Vorjahr", "today": one unit, counted from the publication date."""
    row = run.row(i, "shift")
    if row is None or (run.capital(i) and run.row(i, "daypart") and not _opens(run, i)):
        return None
    stop = run.skip(i + 1, "daypart", "weekday") if row.unit == "day" else i + 1
    unit = run.row(stop, "unit") if run.gap(stop) == "" else None
    stop += row.unit == "day" and unit is not None and unit.id == "day"
    return Hit(relative(row.unit, row.value), stop)


def _opens(run: Run, i: int) -> bool:
    start = run.tokens[i].start
    before = run.text[max(0, start - 20) : start].rstrip()
    return before[-1:] in ("", ".", "!", "?", ":")


def so_far(run: Run, i: int) -> Hit | None:
    """Read "year to date": from the first of January to the publication date."""
    row = run.row(i, "so_far")
    if row is None:
        return None
    return Hit(Relative(lambda day: (day.replace(month=1, day=1), day), "span"), i + 1)


def hanging(run: Run, i: int) -> Hit | None:
    """Read a time that needs another one: "im selben Jahr", "Vorjahresquartal"."""
    same, vague = run.row(i, "same"), run.row(i, "vague")
    if same:
        return Hit(Unknown("span", same.value), i + 1)
    return Hit(Unknown("span"), i + 1) if vague else None


def edge(run: Run, i: int) -> Hit | None:
    """Read "Jahresende", "Monatsmitte": a third of a unit, with its year."""
    row = run.row(i, "edge")
    if row is None:
        return None
    hit = Hit(narrow(current(row.unit), partial(part_of, row.part), "third"), i + 1)
    year = owner(run, i + 1) if row.unit == "year" else None
    if year:
        return Hit(narrow(year.node, partial(part_of, row.part), "third"), year.stop)
    return hit


def current(unit: str) -> Node:
    """Return a unit that is meant by its tense: "zum Jahresende", "am Wochenende"."""
    make = _RETURNING.get(unit)
    return Cyclic(make[1], unit, make[0]) if make else relative(unit, 0)


_RETURNING: dict[str, tuple[str, Callable[[int], Dates | None]]] = {
    "year": ("year", year_of),
    "month": ("month", lambda index: month_of(index // 12, index % 12 + 1)),
    "week": ("week", lambda week: _week_unit("week", week)),
    "weekend": ("week", lambda week: _week_unit("weekend", week)),
    "workweek": ("week", lambda week: _week_unit("workweek", week)),
}


def _week_unit(unit: str, week: int) -> Dates | None:
    return unit_at(unit, date.fromordinal(week * 7 + 1))


def whole(run: Run, i: int) -> Hit | None:
    """Read "Gesamtjahr 2025", "full year": the year that follows, or the one that is meant."""
    row = run.row(i, "whole")
    if row is None:
        return None
    year = owner(run, i + 1)
    return year or Hit(current(row.unit), i + 1, weak=True)


def decade(run: Run, i: int) -> Hit | None:
    """Read "1990er Jahre", "Neunzigerjahre", "the 1990s"."""
    row = run.row(i, "decade")
    if row is None:
        return None
    unit = run.row(i + 1, "unit") if run.gap(i + 1) in ("", "-") else None
    years = unit is not None and unit.unit == "year"
    short = row.id == "decade" and not row.words[0][:4].isdigit()
    if short and not years and (run.language == "de" or not run.row(i - 1, "article")):
        return None
    stop = i + 1 + years
    if short and row.value in UNCLEAR:
        return Hit(Unknown("decade"), stop)
    dates = months_from(row.value, 1, 120)
    return Hit(Fixed(dates, "decade"), stop) if dates else None


def unit_year(run: Run, i: int) -> Hit | None:
    """Read "Jahr 2025", "des Jahres", "KW 12", "Wochenende"."""
    row = run.row(i, "unit")
    if row is None:
        return None
    if row.unit == "year" and run.gap(i + 1) == "":
        found = stated_owner(run, i + 1)
        if found:
            return found
    if row.unit == "week":
        return _week_number(run, i, run.digits(i + 1), i + 2)
    if row.unit == "weekend":
        return Hit(current("weekend"), i + 1, weak=True)
    whose = run.row(i - 1, "own") or (run.row(i - 1, "article") and run.row(i - 2, "own"))
    return Hit(relative(row.unit, 0), i + 1) if whose and row.unit in _OWN else None


_OWN = ("year", "month", "quarter", "half", "decade")


def _week_number(run: Run, i: int, number: int | None, stop: int) -> Hit | None:
    if number is None or not 1 <= number <= 53 or run.counted(stop - 1) or run.row(stop, "unit"):
        return None
    return owned(run, week_node(number), stop, weak=run.row(i, "unit") is None)


def week_node(number: int) -> Cyclic:
    """Return the calendar week with that number of whichever year is meant."""
    return Cyclic(partial(iso_week, week=number), "week")


def fiscal_year(run: Run, i: int) -> Hit | None:
    """Read "Geschäftsjahr 2024/25", "fiscal 2026", "FY 2026"."""
    row = run.row(i, "unit")
    if row is None or row.unit != "fiscal_year":
        return None
    split = split_years(run, i + 1)
    if split:
        return Hit(Fiscal("fiscal_year", year=split[1], ends=True), i + 3)
    j = i + 2 if run.row(i + 1, "unit") else i + 1
    found = stated_year(run, j, short=run.tokens[i].info.word in vocabulary(run.language).codes)
    return Hit(Fiscal("fiscal_year", year=found[0]), found[1]) if found else None


def year_of_fiscal(run: Run, i: int) -> Hit | None:
    """Read "the 2025 financial year", "2024/25 fiscal year"."""
    split = split_years(run, i)
    j = i + 2 if split else i + 1
    row = run.row(j, "unit")
    if row is None or row.unit != "fiscal_year" or run.gap(j) != "":
        return None
    if split:
        return Hit(Fiscal("fiscal_year", year=split[1], ends=True), j + 1)
    found = stated_year(run, i)
    return Hit(Fiscal("fiscal_year", year=found[0]), j + 1) if found and found[1] == j else None
