"""The grammar of time expressions: single times, ranges and open intervals, longest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from factcheck.extract.periods import named, parts, relative
from factcheck.extract.periods.calendar import Dates, day_of, moved, unit_at
from factcheck.extract.periods.days import day, day_number, day_of_month
from factcheck.extract.periods.nodes import (
    Between,
    Cyclic,
    Fixed,
    Moment,
    Node,
    Relative,
    narrow,
)
from factcheck.extract.periods.run import Hit, Run
from factcheck.extract.periods.years import stated_year, year
from factcheck.model import Resolution

# Which readers may start at a word, by what the word can be.
_BY_KIND = {
    "month": (day, named.month),
    "month_quarter": (named.month_quarter,),
    "season": (named.season,),
    "whole": (named.whole,),
    "holiday": (named.holiday,),
    "shift": (named.shift,),
    "so_far": (named.so_far,),
    "same": (named.hanging,),
    "vague": (named.hanging,),
    "edge": (named.edge,),
    "decade": (named.decade,),
    "which": (relative.which, parts.first_units),
    "ago": (relative.ago,),
    "after": (parts.after_quarters,),
    "ahead": (relative.ahead,),
    "unit": (parts.ranked, named.unit_year, named.fiscal_year),
}
_DIGITS = (
    day,
    parts.year_first,
    parts.coded,
    parts.ranked,
    parts.first_units,
    named.year_of_fiscal,
    year,
)
_ORDINAL = (day, parts.ranked, parts.first_units, parts.pair_of_units, day_of_month)
_DEEPEST = 2


def simple(run: Run, i: int, depth: int = 0) -> Hit | None:
    """Read the longest single time at a place; ranges and "seit", "bis" are not looked for."""
    if not 0 <= i < len(run.tokens):
        return None
    if (i, depth) not in run.known:
        hits = [hit for hit in _flat(run, i) if hit]
        if depth < _DEEPEST:
            hits += [hit for hit in _nested(run, i, depth) if hit]
        run.known[i, depth] = max(hits, key=lambda hit: hit.stop, default=None)
    return run.known[i, depth]


def _flat(run: Run, i: int) -> list[Hit | None]:
    info = run.tokens[i].info
    hits = [read(run, i) for kind in info.rows for read in _BY_KIND.get(kind, ())]
    if info.digits or info.code:
        hits += [read(run, i) for read in _DIGITS]
    if run.ordinal(i) is not None:
        hits += [read(run, i) for read in _ORDINAL if not info.digits or read not in _DIGITS]
    if info.number is not None or "mark" in info.rows:
        hits += [relative.ago_after(run, i), None if info.digits else year(run, i)]
    return hits


def _nested(run: Run, i: int, depth: int) -> list[Hit | None]:
    inner = partial(simple, depth=depth + 1)
    rows = run.tokens[i].info.rows
    hits: list[Hit | None] = []
    if "part" in rows:
        hits.append(parts.part(run, i, inner))
    if "which" in rows or run.ordinal(i) is not None:
        hits.append(parts.nth_inside(run, i, inner))
    if "weekday" in rows:
        hits.append(_weekday(run, i))
    if run.count(i) or "mark" in rows:
        hits.append(parts.distant(run, i, inner))
    if run.count(i) or "unit" in rows:
        hits.append(parts.ending(run, i, inner))
    if run.ordinal(i) is not None:
        hits.append(_day_of_named_month(run, i))
    return hits


def _day_of_named_month(run: Run, i: int) -> Hit | None:
    """Read "15. dieses Monats", "the 3rd of last month"."""
    number = day_number(run, i)
    which = relative.which(run, run.skip(i + 1, "genitive", "article"))
    if number is None or which is None or which.node.grain != "month":
        return None
    return Hit(narrow(which.node, partial(_nth_day, number=number), "day"), which.stop)


def _nth_day(dates: Dates, number: int) -> Dates | None:
    return day_of(dates[0].year, dates[0].month, number)


def _weekday(run: Run, i: int) -> Hit | None:
    """Read a weekday, with the date or the week that follows it."""
    hit = named.weekday(run, i)
    row = run.row(i, "weekday")
    if hit is None or row is None or run.gap(hit.stop) not in ("", ",", ".", ".,"):
        return hit
    j = run.skip(hit.stop, "article", "loc")
    dated = day(run, j) or (day_of_month(run, j) if 0 < j < len(run.tokens) else None)
    if dated:
        return dated._replace(node=_on_weekday(dated.node, row.value))
    j = run.skip(hit.stop, "genitive", "article") if run.gap(hit.stop) == "" else len(run.tokens)
    week = relative.which(run, j)
    if week and week.node.grain == "week":
        return Hit(named.in_week(row.value, week.node), week.stop)
    return _weekday_of_distance(run, hit, row.value)


def _on_weekday(node: Node, number: int) -> Node:
    return replace(node, weekday=number) if isinstance(node, Cyclic) else node


def _weekday_of_distance(run: Run, hit: Hit, number: int) -> Hit:
    """Read "Mittwoch in zwei Wochen", "Mittwoch vor 2 Wochen"."""
    sign = 1 if run.row(hit.stop, "ahead") else -1 if run.row(hit.stop, "ago") else 0
    found = relative.counted(run, hit.stop + 1) if sign else None
    if found is None or found[1] != "week":
        return hit
    week = Relative(partial(_week_away, count=found[0] * sign), "week")
    return Hit(named.in_week(number, week), found[2])


def _week_away(day: date, count: float) -> Dates | None:
    there = moved(day, "week", count)
    return unit_at("week", there) if there else None


@dataclass(frozen=True, slots=True)
class Leaning:
    """A time whose anchor says more about its tense than the clause: "seit Mai", "bis Freitag"."""

    node: Node
    lean: int  # -1 the past for certain, 1 the future unless the clause tells of the past

    @property
    def grain(self) -> str:
        """Return the granularity of the time itself."""
        return self.node.grain

    @property
    def resolved(self) -> Resolution:
        """Return how the time itself is resolved."""
        return self.node.resolved

    def dates(self, at: Moment) -> Dates | None:
        """Return the dates with the tense that the anchor gives."""
        if self.lean < 0:
            return self.node.dates(replace(at, tense="past"))
        tense = "" if at.tense == "past" else "future"
        return self.node.dates(replace(at, tense=tense))


def opened(run: Run, i: int) -> Hit | None:
    """Read "seit Mai 2025", "bis mindestens 2030", "ab Freitag", "nach 2030", "by 2032"."""
    rows = run.tokens[i].info.rows
    kind = next((kind for kind in ("since", "until", "after", "before") if kind in rows), None)
    if kind is None or run.gap(i + 1) not in ("", "-"):
        return None
    if kind in ("before", "after") and run.row(i - 1, "unit") and run.gap(i) == "":
        return None  # "die Woche vor Weihnachten" tells of the week
    j = run.skip(i + 1, "mark", "article", "loc", "until")
    counted = relative.since_count(run, run.skip(i + 1, "mark")) if kind == "since" else None
    hit = counted or simple(run, j)
    if hit is None or hit.anchor or _attributive(run, i, j):
        return None
    if kind in ("since", "until"):
        return Hit(Leaning(hit.node, rows[kind].value), hit.stop, anchor=kind)
    if kind == "before":
        return Hit(
            Leaning(narrow(hit.node, _day_before, hit.node.grain), 1), hit.stop, False, "until"
        )
    return Hit(narrow(hit.node, _day_after, hit.node.grain), hit.stop, anchor="since")


def _attributive(run: Run, i: int, j: int) -> bool:
    """Say whether a year there only tells which ("after the 2024 election")."""
    return (
        run.digits(j, 4) is not None
        and run.tokens[j].info.digits == 4
        and (run.row(j - 1, "article") is not None and j - 1 > i)
    )


def _day_before(dates: Dates) -> Dates:
    before = dates[0] - timedelta(days=1)
    return before, before


def _day_after(dates: Dates) -> Dates:
    after = dates[1] + timedelta(days=1)
    return after, after


def ranged(run: Run, i: int) -> Hit | None:
    """Read "von März bis Mai 2025", "2019–2023", "zwischen 2019 und 2023", "13. - 15. Juli"."""
    rows = run.tokens[i].info.rows
    led = "between" in rows or "from" in rows
    j = run.skip(i + 1, "article", "mark") if led else i
    return _days_of_month(run, j, led="between" in rows) or _joined(run, j, rows if led else {})


def _days_of_month(run: Run, i: int, *, led: bool) -> Hit | None:
    number = day_number(run, i)
    if number is None:
        return _month_days(run, i)
    j = _joint(run, i + 1, led=led)
    last = (day(run, j) or _day_of_named_month(run, j)) if j is not None else None
    if last is None or last.node.grain != "day":
        return None
    return Hit(narrow(last.node, partial(_from_day, number=number), "span"), last.stop)


def _from_day(dates: Dates, number: int) -> Dates | None:
    if number >= dates[1].day:
        return None
    return dates[1].replace(day=number), dates[1]


def _month_days(run: Run, i: int) -> Hit | None:
    """Read "July 13-15, 2025"."""
    row, first, last = run.row(i, "month"), day_number(run, i + 1), None
    if row is None or first is None or run.language != "en":
        return None
    j = _joint(run, i + 2, led=False)
    last = day_number(run, j) if j is not None else None
    if j is None or last is None or last <= first or run.counted(j):
        return None
    found = stated_year(run, j + 1) if run.gap(j + 1) in ("", ",") else None
    node: Node = Cyclic(partial(_days, month=row.value, first=first, last=last), "span")
    if found and isinstance(node, Cyclic):
        made = node.make(found[0])
        return Hit(Fixed(made, "span"), found[1]) if made else None
    return Hit(node, j + 1)


def _days(year: int, month: int, first: int, last: int) -> Dates | None:
    try:
        return date(year, month, first), date(year, month, last)
    except ValueError:
        return None


def _joint(run: Run, i: int, *, led: bool) -> int | None:
    """Return where the second half of a range starts, when i joins one to the first."""
    gap = run.gap(i)
    if gap in ("-", ".-", "./", ",-"):
        return i
    joined = run.row(i, "to") or (led and run.row(i, "and"))
    if gap in ("", ".", ",") and joined and run.gap(i + 1) == "":
        return run.skip(i + 1, "article", "mark", "loc")
    return i if gap == "/" else None


def _joined(run: Run, i: int, lead: object) -> Hit | None:
    between = isinstance(lead, dict) and "between" in lead
    first = simple(run, i)
    j = _joint(run, first.stop, led=between) if first else None
    if first is None or j is None:
        return None
    dashed = run.gap(first.stop) not in ("", ".")
    last = simple(run, j) or (year(run, j, firm=True) if first.node.grain == "year" else None)
    if last is None or last.anchor or not _fit(first.node, last.node, dashed=dashed):
        return None
    return Hit(Between(first.node, last.node), last.stop)


_FINE = ("day", "third", "month", "season", "quarter", "half", "year", "decade", "week")


def _fit(first: Node, last: Node, *, dashed: bool) -> bool:
    if isinstance(first, Fixed) and isinstance(last, Fixed) and first.stretch > last.stretch:
        return False
    if first.grain not in _FINE or last.grain not in _FINE:
        return False
    return first.grain == last.grain or not dashed


def onward(run: Run, i: int) -> Hit | None:
    """Read "von 2026 an", "from May onwards"."""
    if run.row(i, "from") is None:
        return None
    hit = simple(run, run.skip(i + 1, "article", "mark"))
    if hit is None or run.row(hit.stop, "onward") is None or hit.anchor:
        return None
    return Hit(Leaning(hit.node, 1), hit.stop + 1, anchor="since")


def read(run: Run, i: int) -> Hit | None:
    """Read the longest time at a place, of whatever form."""
    rows = run.tokens[i].info.rows
    hits = [simple(run, i), ranged(run, i)]
    if rows:
        hits += [opened(run, i), relative.within(run, i), onward(run, i)]
    return max((hit for hit in hits if hit), key=lambda hit: hit.stop, default=None)
