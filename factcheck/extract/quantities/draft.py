"""An amount while it is read, and its mention when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.quantities.interval import Interval
from factcheck.extract.quantities.tokens import Tokens
from factcheck.lang.amounts import Hedge
from factcheck.model import Quantity, QuantityMention
from factcheck.tables.units import Unit


def clean(value: float) -> float:
    """Return the float without the noise of its last bits (16.4 * 1e6 is 16400000)."""
    return float(f"{value:.14g}")


@dataclass(slots=True)
class Draft:
    """Tokens start to end (exclusive) and `extra` characters; interval and value in base units."""

    start: int
    end: int
    interval: Interval
    value: float | None
    dimension: str
    unit: Unit | None = None
    extra: int = 0
    digits: int = 0
    hedges: list[Hedge] = field(default_factory=list)
    noun: str = ""
    per: str = ""
    head: str = ""
    role: str = ""
    code: str = ""  # the unit when there is no row

    def mention(self, t: Tokens) -> QuantityMention:
        """Return what the rest of the program sees."""
        start, end = t.start(self.start), t.end(self.end - 1) + self.extra
        return QuantityMention(
            start, end, t.text[start:end], self.quantity(), role=self.role, head=self.head
        )

    def quantity(self) -> Quantity:
        """Return the interval with its unit."""
        return Quantity(
            low=clean(self.interval.low),
            high=clean(self.interval.high),
            unit=self.unit.code if self.unit else self.code,
            dimension=self.dimension,
            low_open=self.interval.low_open,
            high_open=self.interval.high_open,
            value=None if self.value is None else clean(self.value),
            digits=self.digits,
            hedge="+".join(hedge.id for hedge in self.hedges),
            per=self.per,
            noun=self.noun or (self.unit.noun if self.unit else ""),
        )
