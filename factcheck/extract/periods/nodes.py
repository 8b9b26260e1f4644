"""What a time expression means before it is known when the article appeared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from factcheck.extract.periods.calendar import Dates
from factcheck.extract.periods.fiscal import fiscal_dates, fiscal_year_at
from factcheck.model import Resolution

LATE = timedelta(days=182)  # a past reading this old yields to a coming one this near:
YEAR = timedelta(days=366)
SOON = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Moment:
    """When and how something is said: `tense` is past, present, future or "" (nothing tells)."""

    published: date | None
    tense: str = ""
    company: str = ""


class Node(Protocol):
    """A stretch of time that may need the moment of speaking to be known."""

    @property
    def grain(self) -> str:
        """Return the granularity."""

    @property
    def resolved(self) -> Resolution:
        """Return how the dates are found, when they are."""

    def dates(self, at: Moment) -> Dates | None:
        """Return the inclusive dates, or None where they cannot be known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Dates that the text states in full."""

    stretch: Dates
    grain: str
    resolved: Resolution = Resolution.STATED

    def dates(self, at: Moment) -> Dates | None:
        """Return the stated dates."""
        return self.stretch


@dataclass(frozen=True, slots=True)
class Cyclic:
    """Something that returns each year, month or week: "September", "am 12.", "Freitag".

    `make` gives its dates in the cycle with that index (the year; year * 12 + month - 1; the
    week's number since day one). `step` is 0 for "this", -1 and 1 for "last" and "next".
    """

    make: Callable[[int], Dates | None]
    grain: str
    cycle: str = "year"
    step: int | None = None
    weekday: int = 0  # 1 (Monday) .. 7 where the text names it with the day
    complete: bool = False  # the past one must be over: "in den ersten neun Monaten"
    resolved: Resolution = Resolution.RELATIVE

    def dates(self, at: Moment) -> Dates | None:
        """Return the occurrence that is meant at that moment."""
        if at.published is None:
            return None
        near = self.around(at.published)
        if self.weekday:
            named = [d for d in near if self._fits(d, at.published)]
            near = named or near
        if self.step is not None:
            return _stepped(near, at.published, self.step)
        if self.complete and at.tense != "future":
            return max((d for d in near if d[1] <= at.published), default=None)
        return _leaning(near, at.published, self._lean(at.tense))

    def _lean(self, tense: str) -> str:
        """Return the tense; only of days does the present tell ("Am Freitag tagt der Rat")."""
        return "" if tense == "present" and self.grain != "day" else tense

    def _fits(self, dates: Dates, day: date) -> bool:
        return dates[0].isoweekday() == self.weekday and _distance(dates, day) < YEAR

    def around(self, day: date) -> list[Dates]:
        """Return the occurrences near a day, in order."""
        index = _INDEX[self.cycle](day)
        found = (self.make(i) for i in range(index - 5, index + 6))
        return [dates for dates in found if dates]

    def until(self, day: date) -> Dates | None:
        """Return the last occurrence that starts by that day."""
        return max((d for d in self.around(day) if d[0] <= day), default=None)

    def since(self, day: date) -> Dates | None:
        """Return the first occurrence that ends on that day or later."""
        return min((d for d in self.around(day) if d[1] >= day), default=None)


_INDEX: dict[str, Callable[[date], int]] = {
    "year": lambda day: day.year,
    "month": lambda day: day.year * 12 + day.month - 1,
    "week": lambda day: (day.toordinal() - 1) // 7,
}


def _stepped(near: list[Dates], day: date, step: int) -> Dates | None:
    if step == 0:
        holding = [d for d in near if d[0] <= day <= d[1]]
        return holding[0] if holding else min(near, key=lambda d: _distance(d, day), default=None)
    ordered = (
        [d for d in near if d[0] > day] if step > 0 else [d for d in reversed(near) if d[1] < day]
    )
    return ordered[abs(step) - 1] if len(ordered) >= abs(step) else None


def _distance(dates: Dates, day: date) -> timedelta:
    return max(dates[0] - day, day - dates[1], timedelta())


def _leaning(near: list[Dates], day: date, tense: str) -> Dates | None:
    past = max((d for d in near if d[0] <= day), default=None)
    coming = min((d for d in near if d[1] >= day), default=None)
    if past is None or coming is None:
        return past or coming
    if tense == "future" or (tense == "present" and _distance(coming, day) <= LATE):
        return coming
    far = _distance(past, day) > LATE and _distance(coming, day) <= SOON
    return coming if far and not tense else past


@dataclass(frozen=True, slots=True)
class Relative:
    """Something counted from the publication date: "im letzten Quartal", "vor zwei Wochen".

    A `coming` one ("in zwei Jahren") is only a duration when the clause tells of the past.
    """

    make: Callable[[date], Dates | None]
    grain: str
    coming: bool = False
    resolved: Resolution = Resolution.RELATIVE

    def dates(self, at: Moment) -> Dates | None:
        """Return the dates counted from the publication date."""
        return self.make(at.published) if at.published else None


@dataclass(frozen=True, slots=True)
class Inside:
    """A part of something else: "Ende des letzten Jahres", "der erste Montag im März"."""

    whole: Node
    pick: Callable[[Dates], Dates | None]
    grain: str

    @property
    def resolved(self) -> Resolution:
        """Return how the whole is resolved."""
        return self.whole.resolved

    def dates(self, at: Moment) -> Dates | None:
        """Return the part of the whole's dates."""
        found = self.whole.dates(at)
        return self.pick(found) if found else None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time that hangs on something that the text does not tell: "im selben Jahr"."""

    grain: str
    shift: int | None = None  # years from the last time that was named before it
    resolved: Resolution = Resolution.UNKNOWN

    def dates(self, at: Moment) -> Dates | None:
        """Return None: nothing is guessed."""
        return None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A company's fiscal year, or the nth quarter or half of it.

    Without a stated `year` (the one that its name carries) it is counted by `step` from the
    publication date; `ends` says that `year` is the year in which it ends ("2024/25").
    """

    unit: str  # fiscal_year, fiscal_half, fiscal_quarter
    nth: int = 0
    year: int | None = None
    step: int = 0
    ends: bool = False
    resolved: Resolution = Resolution.FISCAL

    @property
    def grain(self) -> str:
        """Return year, half or quarter."""
        return self.unit.removeprefix("fiscal_")

    def dates(self, at: Moment) -> Dates | None:
        """Return the dates, or None when no calendar of the company is known."""
        if self.year is not None:
            return fiscal_dates(at.company, self.year, self.unit, self.nth, ends=self.ends)
        if at.published is None:
            return None
        year = fiscal_year_at(at.company, at.published)
        if year is None:
            return None
        if self.nth and not self.step:
            return self._latest(at, year)
        return fiscal_dates(at.company, year + self.step, self.unit, self.nth, ends=True)

    def _latest(self, at: Moment, year: int) -> Dates | None:
        assert at.published is not None
        near = [
            fiscal_dates(at.company, y, self.unit, self.nth, ends=True)
            for y in range(year - 1, year + 2)
        ]
        return _leaning(
            [d for d in near if d], at.published, "future" if at.tense == "future" else "past"
        )


def narrow(
    whole: Node, pick: Callable[[Dates], Dates | None], grain: str, *, complete: bool = False
) -> Node:
    """Return the part of a stretch; a part of something cyclic is cyclic itself."""
    if isinstance(whole, Cyclic):
        make = whole.make
        return replace(whole, make=lambda i: _picked(make(i), pick), grain=grain, complete=complete)
    if isinstance(whole, Fixed):
        found = pick(whole.stretch)
        return Fixed(found, grain) if found else Unknown(grain)
    return Inside(whole, pick, grain)


def _picked(dates: Dates | None, pick: Callable[[Dates], Dates | None]) -> Dates | None:
    return pick(dates) if dates else None


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one time to the end of another; the one with a year lends it."""

    first: Node
    last: Node

    @property
    def grain(self) -> str:
        """Return span: a range is as long as its ends say."""
        return "span"

    @property
    def resolved(self) -> Resolution:
        """Return relative unless both ends are stated, or the last one lends its year."""
        lent = Resolution.STATED in (self.first.resolved, self.last.resolved)
        ends = {self.first.resolved, self.last.resolved}
        if (lent and ends <= {Resolution.STATED}) or (lent and self._lends()):
            return Resolution.STATED
        return max(ends - {Resolution.STATED} or ends, key=lambda r: r == Resolution.UNKNOWN)

    def _lends(self) -> bool:
        return all(isinstance(node, Cyclic | Fixed) for node in (self.first, self.last))

    def dates(self, at: Moment) -> Dates | None:
        """Return the dates from the first start to the last end, or None."""
        first, last = self._ends(at)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None

    def _ends(self, at: Moment) -> tuple[Dates | None, Dates | None]:
        if isinstance(self.first, Cyclic) and isinstance(self.last, Cyclic):
            return self._both_cyclic(self.first, self.last, at)
        if isinstance(self.first, Cyclic) and self.first.step is None:
            last = self.last.dates(at)
            return (self.first.until(last[1]) if last else None), last
        first = self.first.dates(at)
        if isinstance(self.last, Cyclic) and self.last.step is None:
            return first, (self.last.since(first[0]) if first else None)
        return first, self.last.dates(at)

    def _both_cyclic(
        self, first: Cyclic, last: Cyclic, at: Moment
    ) -> tuple[Dates | None, Dates | None]:
        start = first.dates(at)
        return start, (last.since(start[0]) if start else None)
