"""Finds "zum fünften Mal in Folge seit Mai": a count of steps and the time they began."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from factcheck.compare.arithmetic.line import Line
from factcheck.lang.arithmetic import any_cue, cue, named
from factcheck.model import NumericClaim, Period, PeriodMention, Quantity, QuantityMention

_GRAIN = "grain_"
_REACH = 40  # letters between the count and "in Folge"
_GAP = 8  # letters between the count and its unit or "in Folge", such as those of "Mal"
_STEPS: Mapping[str, Callable[[date], int]] = MappingProxyType(
    {
        "day": lambda day: day.toordinal(),
        "week": lambda day: (day.toordinal() - 1) // 7,
        "month": lambda day: day.year * 12 + day.month,
        "quarter": lambda day: day.year * 4 + (day.month - 1) // 3,
        "year": lambda day: day.year,
    }
)
_SINCE = MappingProxyType({"month": "month", "quarter": "quarter", "year": "year"})


@dataclass(frozen=True, slots=True)
class Streak:
    """A count of steps, and the least and the most that fit between its start and now."""

    counted: NumericClaim
    since: NumericClaim
    count: int
    least: int
    most: int
    sure: bool  # the text names the step, or the time that the last one fell in
    irregular: bool  # what is counted need not happen every month or year


def streaks(line: Line) -> Iterator[Streak]:
    """Yield the streaks of a sentence whose start it names."""
    row = cue("row", line.language).search(line.text())
    counted = _count(line, row.start() + line.sentence.start) if row else None
    if row is None or counted is None or counted.quantity.value is None:
        return
    begin, end = counted.start, row.end() + line.sentence.start
    since = [p for p in line.periods if _is_start(line, p, begin, end)]
    if len(since) != 1:
        return
    grain = _grain(line, line.text(begin, end + _REACH // 2), since[0])
    now = _now(line, grain, since[0])
    if grain is None or now is None:
        return
    yield _streak(line, counted, end, since[0], grain, now)


def _streak(
    line: Line,
    counted: NumericClaim,
    end: int,
    since: PeriodMention,
    grain: tuple[str, bool],
    now: tuple[int, int],
) -> Streak:
    step, named_step = grain
    first, last = _started(since.period, _STEPS[step])
    irregular = line.says("irregular") and not named_step
    exact = now[0] == now[1]
    quantity = counted.quantity
    number = float(int(quantity.value or 0))
    offset = line.sentence.start
    day = float((since.period.start or date.min).toordinal())
    begun = Quantity(day, day, "day", "date", value=day)
    return Streak(
        line.claim(min(counted.start, end), max(counted.end, end), quantity, "streak"),
        line.claim(offset + since.start, offset + since.end, begun, "streak"),
        int(number),
        now[0] - last,
        now[1] - first + 1,
        sure=(named_step or exact) and not irregular,
        irregular=irregular,
    )


def _is_start(line: Line, mention: PeriodMention, begin: int, end: int) -> bool:
    """Say whether a period is the start of the streak: beside it, or in a clause on every step."""
    period, offset = mention.period, line.sentence.start
    if period.anchor != "since" or period.start is None:
        return False
    start, stop = offset + mention.start, offset + mention.end
    if start < end and begin < stop:
        return False
    gap = line.text(end, start) if start >= end else line.text(stop, begin).lstrip(", ")
    if line.says("record", gap):  # "to its lowest since March"
        return False
    cuts = ("separator", "grew", "shrank") if start >= end else ("separator",)
    apart = any_cue(cuts, line.language).search(gap)
    return apart is None or _goes_on(line, start, stop, begin)


def _goes_on(line: Line, start: int, stop: int, begin: int) -> bool:
    """Say whether the clause of a start says of the same thing that no step since was left out."""
    clause = _clause(line, start, stop)
    both_ways = all(line.says(row) for row in ("grew", "shrank"))
    if both_ways or not line.says("every_step", clause):
        return False
    if not cue("every_step", line.language).sub("", clause).strip(" ."):
        return True
    moves = any_cue(("grew", "shrank"), line.language)
    goes_on = cue("same_thing_verb", line.language).match(clause) is not None
    if moves.search(clause) and (goes_on or line.says("same_thing", clause)):
        return True
    return stop <= begin and moves.search(line.text(begin)) is None


def _clause(line: Line, start: int, stop: int) -> str:
    """Return the words around a stretch, from comma to comma."""
    cuts = cue("separator", line.language)
    head, tail = line.text(None, start).rstrip(" ,"), line.text(stop)
    before = head[max((match.end() for match in cuts.finditer(head)), default=0) :]
    cut = cuts.search(tail)
    return f"{before} {tail[: cut.start()] if cut else tail}".lstrip()


def _count(line: Line, row: int) -> NumericClaim | None:
    """Return the count before "in Folge"; its unit is cut off, or it reads as a date ("Q2")."""
    start = max(row - _REACH, line.sentence.start)
    head = line.text(start, row)
    units = any_cue(tuple(_GRAIN + name for name in named(_GRAIN, line.language)), line.language)
    cut = max((match.start() for match in units.finditer(head)), default=len(head))
    mentions = _counts(line, head[:cut])
    if not mentions or cut - mentions[-1].end > _GAP:
        return None
    last = mentions[-1]
    return line.claim(start + last.start, start + last.end, last.quantity)


def _counts(line: Line, head: str) -> list[QuantityMention]:
    """Return the counts in a text; "a ninth" alone would read as a fraction."""
    found = line.reading.amounts(head, line.language, ())
    counts = [mention for mention in found if _is_count(mention.quantity)]
    if counts or not found:
        return counts
    last = head.rstrip().rpartition(" ")[2]
    start = len(head.rstrip()) - len(last)
    again = line.reading.amounts(last, line.language, ())
    return [
        replace(mention, start=start + mention.start, end=start + mention.end)
        for mention in again
        if _is_count(mention.quantity)
    ]


def _is_count(quantity: Quantity) -> bool:
    whole = quantity.value is not None and not quantity.hedge
    return whole and quantity.dimension in ("rank", "number", "count", "time")


def _grain(line: Line, counted: str, since: PeriodMention) -> tuple[str, bool] | None:
    """Return the step and whether the text names it; else it is that of the start."""
    for name in named(_GRAIN, line.language):
        if line.says(_GRAIN + name, counted):
            return name, True
    step = _SINCE.get(since.period.granularity)
    return (step, False) if step else None


def _now(
    line: Line, grain: tuple[str, bool] | None, since: PeriodMention
) -> tuple[int, int] | None:
    """Return the first and the last step that the sentence can be about.

    That is the one which it names, else the one of publication or the one before: figures of a
    month come out in the next.
    """
    if grain is None:
        return None
    step = _STEPS[grain[0]]
    others = [p.period for p in line.periods if p is not since and p.period.anchor != "since"]
    stated = [period for period in others if period.end and period.start]
    ends = {step(p.end) for p in stated if p.end and p.start and step(p.start) == step(p.end)}
    if len(ends) == 1 and len(stated) == 1:
        (only,) = ends
        return only, only
    published = line.document.published
    if stated or published is None or line.document.published_inferred:
        return None
    return step(published) - 1, step(published)


def _started(period: Period, step: Callable[[date], int]) -> tuple[int, int]:
    """Return the first and the last step that the start can mean ("seit 2024", in months)."""
    start = period.start or date.min
    lengths = {"year": date(start.year, 12, 31)}
    return step(start), step(lengths.get(period.granularity, start))
