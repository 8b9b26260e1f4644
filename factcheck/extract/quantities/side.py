"""One side of an amount: sign, currency, number and unit. A range has two sides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract.quantities.measure import (
    Measure,
    currency_before,
    inch,
    noun_after,
    unit_after,
)
from factcheck.extract.quantities.number import read_number
from factcheck.extract.quantities.scale import Number
from factcheck.extract.quantities.tokens import Tokens
from factcheck.tables.units import units

_MINUS = frozenset({"-", "−", "–"})
_SIGNS = _MINUS | {"+"}


@dataclass(slots=True)
class Side:
    """Tokens start to end (exclusive); `extra` characters after the last token belong to it."""

    start: int
    end: int
    number: Number
    measure: Measure | None = None
    extra: int = 0
    dangling: bool = False  # ends in the hyphen of "sechs- bis zehnmal"

    @property
    def dimension(self) -> str:
        """Return the dimension of the unit, "" without one."""
        return self.measure.unit.dimension if self.measure else ""


def read_side(t: Tokens, i: int, floor: int, *, join: bool = True) -> Side | None:
    """Return the number at token i with its sign, currency and unit, None when there is none."""
    number = read_number(t, i, join=join)
    if number is None:
        return None
    side = Side(i, number.end, number)
    _before(t, side, floor)
    _after(t, side)
    return side


def _before(t: Tokens, side: Side, floor: int) -> None:
    """Take the sign and the currency before the number, in either order."""
    sign, start = _sign(t, side.start, floor)
    currency = currency_before(t, start)
    if currency and currency.start >= floor:
        start, side.measure = currency.start, currency
        _apply(side.number, currency.factor)
        if not sign:
            sign, start = _sign(t, start, floor)
    if sign < 0:
        side.number = replace(side.number, value=-side.number.value)
    side.start = start


def _apply(number: Number, factor: float) -> None:
    if factor != 1:
        number.step = (number.step or 1.0) * factor
        number.value *= factor
        number.literal = False


def _sign(t: Tokens, i: int, floor: int) -> tuple[int, int]:
    """Return -1, 0 or 1 and where the sign starts."""
    before = i - 1
    if before < floor or not t.near(i):
        return 0, i
    entry = t.entry(before)
    if entry and entry.kind == "sign":
        return (-1 if entry.value < 0 else 1), before
    raw = t.raw(before)
    if raw not in _SIGNS or not _stands_free(t, before, i):
        return 0, i
    return (-1 if raw in _MINUS else 1), before


def _stands_free(t: Tokens, sign: int, i: int) -> bool:
    """Say whether a plus or minus belongs to the number after it and not to a range or a list."""
    if not t.glued(i):
        return sign == 0 and t.start(0) == len(t.text) - len(t.text.lstrip()) and len(t.words) < 6
    previous = t.before(sign)
    return not previous or previous.isspace() or previous in "([{„“\"'=<>~±:,;"


def _after(t: Tokens, side: Side) -> None:
    """Take the unit after the number."""
    number = side.number
    digits = number.literal or number.step > 0 or t.raw(number.end - 1)[-1:].isdigit()
    found = unit_after(t, number.end, glued=digits or number.fraction)
    if found is None:
        found = _after_article(t, number)
    if found and side.measure and found.unit.code != side.measure.unit.code:
        return
    found = found or (noun_after(t, number.end) if not side.measure else None)
    if found is None:
        _prime(t, side, digits)
        return
    if found.unit.scaled_as and number.factor >= 1000:
        found = replace(found, unit=units()[found.unit.scaled_as])
    side.measure, side.end, side.extra = found, found.end, found.closes
    _apply(number, found.factor)
    if found.unit.dimension == "money":
        _scale_after_money(t, side)


def _after_article(t: Tokens, number: Number) -> Measure | None:
    """Return the unit of "half an hour" and of "millions of dollars"."""
    i = number.end
    if number.fraction and t.kind(i) == "article" and t.near(i):
        return unit_after(t, i + 1, hyphen=False)
    return None


def _scale_after_money(t: Tokens, side: Side) -> None:
    """Read the scale of "75 USD million"."""
    entry = t.entry(side.end)
    if side.number.factor != 1 or entry is None or entry.row is None or not t.near(side.end):
        return
    if entry.kind == "multiplier" and entry.row.kind in ("scale", "lakh"):
        number = side.number
        side.number = replace(
            number,
            value=number.value * entry.value,
            step=(number.step or 1.0) * entry.value,
            factor=entry.value,
        )
        side.end += 1


def _prime(t: Tokens, side: Side, digits: bool) -> None:
    """Read the inches of 5'' and 5"."""
    if not digits or side.measure:
        return
    end = t.end(side.end - 1)
    for sign in ("''", "″", '"'):
        if t.text.startswith(sign, end) and _no_quote_open(t, side, sign):
            side.extra = len(sign)
            side.measure = Measure(inch(), side.end, side.end)
            return


def _no_quote_open(t: Tokens, side: Side, sign: str) -> bool:
    if sign != '"':
        return True
    start = t.start(side.start)
    return t.text.count('"', max(0, start - 200), start) % 2 == 0 and "„" not in t.before(
        side.start
    )
