"""What is read in a sentence: amounts, times and names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval in base units: one type for exact, rounded, hedged, ranged and vague amounts.

    Base units: whole currency units, percent and percentage points as written, metres, days,
    counts as they are. An unbounded end is -inf or inf. `value` is the stated value in base
    units (the middle of a stated range; None when only a vague word stands there).
    """

    low: float
    high: float
    unit: str  # row id of units.toml; the currency code for money; "" for a bare number
    dimension: str  # money, percent, percentage_point, count, length, time, ratio, number, ...
    low_open: bool = False
    high_open: bool = False
    value: float | None = None
    digits: int = 0  # significant digits as written; 0 for number words and vague amounts
    hedge: str = ""  # row id of the language's hedges, stacked ones joined with "+"
    per: str = ""  # "share", "month", "year", ... for rates
    noun: str = ""  # canonical counted noun ("job", "person"), else ""

    @property
    def vague(self) -> bool:
        """Say whether no number was stated."""
        return self.value is None

    @property
    def bounded(self) -> bool:
        """Say whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and the text that says it, hedge, currency and unit included."""

    start: int
    end: int
    text: str
    quantity: Quantity
    role: str = ""  # "from" and "to" for the two ends of a change
    head: str = ""  # rest of a compound ("Investment" in "10-Milliarden-Dollar-Investment")


class Resolution(StrEnum):
    """How the dates of a period are known."""

    STATED = "stated"
    RELATIVE = "relative"
    FISCAL = "fiscal"
    INHERITED = "inherited"  # set by the sentences before
    PUBLICATION = "publication"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive interval of dates; an open end is None."""

    start: date | None
    end: date | None
    granularity: str  # day, week, month, quarter, half, year, span, ...
    resolved: Resolution
    label: str = ""  # as written, normalised
    anchor: str = ""  # "since", "until", "within" for open intervals, else ""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period and the text that says it."""

    start: int
    end: int
    text: str
    period: Period


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what: a row of entities.toml, a listed company, or text that nothing resolves."""

    id: str  # "microsoft"; "text:..." with the normalised words when unresolved
    name: str
    kind: str = "unknown"  # company, person, institution, place, product, office, unknown

    @property
    def resolved(self) -> bool:
        """Say whether a table knows it."""
        return not self.id.startswith("text:")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity and the text that means it."""

    start: int
    end: int
    text: str
    entity: Entity
    how: str = "name"  # name, alias, genitive, compound, epithet, pronoun, surname, fuzzy, text
