"""Parts of a longer time: quarters, halves, weeks, "erste neun Monate", "Ende Januar", "Q3 25"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from factcheck.extract.periods.calendar import (
    MONTHS,
    Dates,
    iso_week,
    months_from,
    moved,
    nth_in,
    nth_weekday,
    part_of,
    unit_at,
    units_in,
    year_of,
)
from factcheck.extract.periods.named import (
    current,
    fiscal_year,
    in_year,
    owned,
    owner,
    week_node,
)
from factcheck.extract.periods.nodes import Cyclic, Fiscal, Fixed, Node, narrow
from factcheck.extract.periods.relative import counted
from factcheck.extract.periods.run import Hit, Run
from factcheck.extract.periods.years import stated_year

Reader = Callable[[Run, int], Hit | None]
_NINE_MONTHS = 3  # quarters
MOST = {"quarter": 4, "half": 2, "month": 12, "week": 53}


def nth_of_year(nth: int, unit: str) -> Cyclic:
    """Return the nth quarter, half or month of whichever year is meant."""
    size = MONTHS[unit]
    return Cyclic(partial(months_from, month=(nth - 1) * size + 1, count=size), unit)


def ranked(run: Run, i: int) -> Hit | None:
    """Read "drittes Quartal 2025", "3. KW", "21. Jahrhundert", "third-quarter"."""
    fiscal = _is_fiscal(run, i)
    rank = run.ordinal(i + fiscal)
    j = i + fiscal + 1
    unit = run.row(j, "unit")
    if rank is None or unit is None or run.gap(j) not in ("", "-", "."):
        return None
    if unit.unit == "century" and rank <= 30:
        dates = months_from(rank * 100 - 99, 1, 1200)
        return Hit(Fixed(dates, "century"), j + 1) if dates else None
    if unit.unit in ("fiscal_quarter", "fiscal_half") or fiscal:
        name = unit.unit.removeprefix("fiscal_")
        return fiscal_part(run, rank, name, j + 1) if name in ("quarter", "half") else None
    if unit.id == "calendar_week" and rank <= MOST["week"]:
        return owned(run, week_node(rank), j + 1)
    if unit.unit not in ("quarter", "half") or not 1 <= rank <= MOST[unit.unit]:
        return None
    return _of_year(run, rank, unit.unit, j + 1, weak=unit.weak)


def _is_fiscal(run: Run, i: int) -> bool:
    row = run.row(i, "unit")
    return row is not None and row.unit == "fiscal_year"


def _of_year(run: Run, rank: int, unit: str, stop: int, *, weak: bool = False) -> Hit | None:
    year = owner(run, stop) or _behind_fiscal(run, stop)
    if year is None:
        return Hit(nth_of_year(rank, unit), stop, weak)
    if isinstance(year.node, Fiscal) or year.node.grain == "span":
        return fiscal_part(run, rank, unit, stop)
    return Hit(in_year(nth_of_year(rank, unit), year.node), year.stop)


def _behind_fiscal(run: Run, i: int) -> Hit | None:
    hit = fiscal_owner(run, i)
    return hit if hit and isinstance(hit.node, Fiscal) else None


def fiscal_owner(run: Run, i: int) -> Hit | None:
    """Read the fiscal year behind a quarter: "FY26", "des Geschäftsjahres 2025/26", "2026"."""
    if run.gap(i) not in ("", "/", "-", ",", "'"):
        return None
    j = run.skip(i, "genitive", "ahead")
    which, unit = run.row(j, "which"), run.row(j + 1, "unit")
    if which and unit and unit.unit == "fiscal_year":
        return Hit(Fiscal("fiscal_year", step=which.value), j + 2)
    if j < len(run.tokens) and run.tokens[j].info.code:
        return _fiscal_code(run, j)
    return fiscal_year(run, j) or owner(run, i)


def fiscal_part(run: Run, rank: int, unit: str, stop: int) -> Hit | None:
    """Return the nth fiscal quarter or half, in the fiscal year that may follow it."""
    year = fiscal_owner(run, stop)
    kind = f"fiscal_{unit}"
    if year is None:
        return Hit(Fiscal(kind, rank), stop)
    node = year.node
    if isinstance(node, Fiscal):
        return Hit(Fiscal(kind, rank, node.year, node.step, node.ends), year.stop)
    if isinstance(node, Fixed):
        split = node.grain == "span"
        number = node.stretch[1].year if split else node.stretch[0].year
        return Hit(Fiscal(kind, rank, number, ends=split), year.stop)
    return Hit(Fiscal(kind, rank), stop)


def coded(run: Run, i: int) -> Hit | None:
    """Read "Q3", "Q3/25", "3Q25", "Q1 FY26", "H1 2025", "9M 2025", "KW12", "FY26"."""
    if not run.tokens[i].info.code:
        return None
    unit, number, short = run.tokens[i].info.code or ("", 0, -1)
    if unit == "fiscal_year":
        return _fiscal_code(run, i)
    if not 1 <= number <= MOST[unit.removesuffix("s")] or _product(run, i):
        return None
    if unit == "week":
        return owned(run, week_node(number), i + 1)
    if unit == "months":
        return _months_code(run, i, number, short)
    if short >= 0:
        return Hit(in_year(nth_of_year(number, unit), _year_node(2000 + short)), i + 1)
    fiscal = _behind_fiscal(run, i + 1)
    if fiscal:
        return fiscal_part(run, number, unit, i + 1)
    return _coded_year(run, i, nth_of_year(number, unit), weak=unit == "half")


def _product(run: Run, i: int) -> bool:
    return run.in_set(run.word_before(i), "no_year_before") or run.char_before(i) in ("-", ".")


def _coded_year(run: Run, i: int, node: Cyclic, *, weak: bool) -> Hit | None:
    joined = run.gap(i + 1) in ("/", "'", "-", "")
    found = stated_year(run, i + 1, short=run.gap(i + 1) in ("/", "'")) if joined else None
    if found:
        return Hit(in_year(node, _year_node(found[0])), found[1])
    return owned(run, node, i + 1, weak=weak)


def _year_node(year: int) -> Node:
    dates = year_of(year)
    assert dates is not None
    return Fixed(dates, "year")


def _months_code(run: Run, i: int, number: int, short: int) -> Hit | None:
    node = Cyclic(partial(months_from, month=1, count=number), "span")
    if not run.tokens[i].info.word[:1].isdigit():
        return None
    if short >= 0:
        return Hit(in_year(node, _year_node(2000 + short)), i + 1)
    hit = _coded_year(run, i, node, weak=True)
    return None if hit is None or hit.weak else hit


def _fiscal_code(run: Run, i: int) -> Hit | None:
    code = run.tokens[i].info.code
    if code is None or code[0] != "fiscal_year":
        return None
    year = code[1] if code[1] > 1000 else 2000 + code[1]
    after = run.tokens[i + 1].info.code if run.gap(i + 1) == "" else None
    if after and after[0] in ("quarter", "half") and 1 <= after[1] <= MOST[after[0]]:
        return Hit(Fiscal(f"fiscal_{after[0]}", after[1], year), i + 2)
    return Hit(Fiscal("fiscal_year", year=year), i + 1)


def year_first(run: Run, i: int) -> Hit | None:
    """Read "2025 Q3", "2025-Q3" and "the 2025 third quarter"."""
    found = stated_year(run, i)
    if found is None or found[1] != i + 1 or run.gap(i + 1) not in ("", "-", "/"):
        return None
    worded = ranked(run, i + 1)
    if worded and isinstance(worded.node, Cyclic) and worded.node.step is None:
        return Hit(in_year(worded.node, _year_node(found[0])), worded.stop)
    code = run.tokens[i + 1].info.code
    if code is None or code[0] not in ("quarter", "half") or not 1 <= code[1] <= MOST[code[0]]:
        return None
    return Hit(in_year(nth_of_year(code[1], code[0]), _year_node(found[0])), i + 2)


def first_units(run: Run, i: int) -> Hit | None:
    """Read "ersten neun Monaten 2025", "first six weeks of the year"."""
    which = run.row(i, "which")
    last = which is not None and which.value == -1
    if not last and run.ordinal(i) != 1:
        return None
    found = counted(run, i + 1)
    if found is None or found[0] != int(found[0]):
        return None
    count, unit, stop = found
    year = owner(run, stop) or _behind_fiscal(run, stop)
    pick = partial(_first, unit=unit, count=int(count), last=last)
    if year and not isinstance(year.node, Fiscal):
        return Hit(narrow(year.node, pick, "span"), year.stop)
    if last or year or unit not in ("month", "quarter"):
        return None
    return Hit(narrow(current("year"), pick, "span", complete=True), stop)


def after_quarters(run: Run, i: int) -> Hit | None:
    """Read "nach drei Quartalen", "after three quarters": of the year, as companies count."""
    found = counted(run, i + 1)
    if found is None or found[:2] != (_NINE_MONTHS, "quarter"):
        return None
    pick = partial(_first, unit="quarter", count=_NINE_MONTHS, last=False)
    return Hit(narrow(current("year"), pick, "span", complete=True), found[2])


def _first(dates: Dates, unit: str, count: int, *, last: bool) -> Dates | None:
    inside = units_in(dates, unit)
    if not 0 < count <= len(inside):
        return None
    chosen = inside[-count:] if last else inside[:count]
    return chosen[0][0], chosen[-1][1]


def pair_of_units(run: Run, i: int) -> Hit | None:
    """Read "dritten und vierten Quartal 2025"."""
    first, last = run.ordinal(i), run.ordinal(i + 2)
    unit = run.row(i + 3, "unit")
    if first is None or last is None or unit is None or not run.row(i + 1, "and"):
        return None
    if unit.unit not in ("quarter", "half") or not 1 <= first < last <= MOST[unit.unit]:
        return None
    size = MONTHS[unit.unit]
    count = (last - first + 1) * size
    node = Cyclic(partial(months_from, month=(first - 1) * size + 1, count=count), "span")
    return owned(run, node, i + 4)


def part(run: Run, i: int, inner: Reader) -> Hit | None:
    """Read "Ende Januar", "Anfang des Jahres", "mid-2025", "late last year"."""
    row = run.row(i, "part")
    if row is None or run.gap(i + 1) not in ("", "-"):
        return None
    j = run.skip(i + 1, "genitive", "article", "loc")
    if row.weak and j == i + 1:
        return None
    pick = partial(part_of, row.part)
    unit = run.row(j, "unit")
    if j > i + 1 and unit and unit.value != 2 and not unit.unit.startswith("fiscal"):
        stated = stated_year(run, j + 1) if unit.unit == "year" else None
        if stated is None and unit.unit != "century":
            return Hit(narrow(current(unit.unit), pick, "third"), j + 1)
    hit = inner(run, j)
    if hit is None or hit.node.grain in ("day", "third") or hit.anchor:
        return None
    return Hit(narrow(hit.node, pick, "third"), hit.stop)


def nth_inside(run: Run, i: int, inner: Reader) -> Hit | None:
    """Read "letzter Montag im März", "zweite Woche des Monats", "letzter Tag im Oktober"."""
    which = run.row(i, "which")
    rank = -1 if which and which.value == -1 else run.ordinal(i)
    unit, weekday = run.row(i + 1, "unit"), run.row(i + 1, "weekday")
    if rank is None or not (unit or weekday) or run.gap(i + 1) not in ("", "."):
        return None
    after = run.row(i + 2, "after")
    j = run.skip(i + 2, "genitive", "ahead", "article", "loc", "after")
    if j == i + 2 or run.gap(i + 2) != "":
        return None
    whole = inner(run, j) or _genitive_unit(run, j)
    name = unit.unit if unit else "day"
    if whole is None or whole.anchor or (not after and not _coarser(whole.node.grain, name)):
        return None
    number = weekday.value if weekday else 0
    pick = partial(_pick, unit=name, weekday=number, nth=rank, after=after is not None)
    return Hit(narrow(whole.node, pick, name), whole.stop)


def _genitive_unit(run: Run, i: int) -> Hit | None:
    unit = run.row(i, "unit")
    if unit is None or unit.value == 2 or unit.unit not in MONTHS:
        return None
    return Hit(current(unit.unit), i + 1)


_SIZES = ("day", "weekend", "workweek", "week", "month", "season", "quarter", "half", "year")


def _coarser(whole: str, unit: str) -> bool:
    if unit not in _SIZES:
        return False
    return whole not in _SIZES or _SIZES.index(whole) > _SIZES.index(unit)


def _pick(dates: Dates, unit: str, weekday: int, nth: int, *, after: bool) -> Dates | None:
    if after:
        dates = dates[1] + timedelta(days=1), dates[1] + timedelta(days=400)
    if unit == "week" and nth > 0 and dates == year_of(dates[0].year):
        return iso_week(dates[0].year, nth)
    return nth_weekday(dates, weekday, nth) if weekday else nth_in(dates, unit, nth)


def distant(run: Run, i: int, inner: Reader) -> Hit | None:
    """Read "zwei Tage nach Ostern", "three weeks before Christmas"."""
    found = counted(run, i)
    if found is None or run.gap(found[2]) != "":
        return None
    count, unit, stop = found
    sign = 1 if run.row(stop, "after") else -1 if run.row(stop, "before") else 0
    hit = inner(run, run.skip(stop + 1, "article")) if sign else None
    if hit is None or hit.anchor or hit.node.grain != "day":
        return None
    pick = partial(_moved, unit=unit, count=count * sign)
    return Hit(narrow(hit.node, pick, "day"), hit.stop)


def _moved(dates: Dates, unit: str, count: float) -> Dates | None:
    there = moved(dates[0], unit, count)
    return (there, there) if there else None


def ending(run: Run, i: int, inner: Reader) -> Hit | None:
    """Read "year to March", "three months ended 30 September": units that end with a time."""
    found = counted(run, i)
    unit = run.row(i, "unit")
    stop = found[2] if found else i + 1
    if run.row(stop, "ended") is None or (found is None and (unit is None or unit.value == 2)):
        return None
    count, name = (found[0], found[1]) if found else (1, unit.unit if unit else "")
    hit = inner(run, run.skip(stop + 1, "loc", "article"))
    size = MONTHS.get(name.removeprefix("fiscal_"))
    if hit is None or size is None or hit.anchor or hit.node.grain not in ("day", "month"):
        return None
    pick = partial(_months_before, count=round(size * count))
    return Hit(narrow(hit.node, pick, "span" if found else name, complete=True), hit.stop)


def _months_before(dates: Dates, count: int) -> Dates | None:
    month = unit_at("month", dates[1])
    first = month and months_from(month[0].year, month[0].month - count + 1, count)
    return (first[0], dates[1]) if first else None
