"""Amounts as an editor reads them: "34 Mrd. $", "$34 bn", "over 34"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from factcheck import tables
from factcheck.model import Quantity
from factcheck.rows import build_row, read_toml
from factcheck.tables.catalogue import catalogue
from factcheck.tables.units import units

MIN_DAY, MAX_DAY = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Style:
    """How one language writes numbers; each pattern takes number and unit."""

    id: str
    decimal: str
    group: str
    scales: dict[str, str]  # power of ten -> word
    money: str
    unit: str
    percent: str
    above: str
    below: str
    between: str


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is written after a number; `size` is one of it in base units."""

    id: str
    de: str
    en: str
    size: float = 1.0
    money: bool = False


def label(quantity: Quantity, language: str) -> str:
    """Return what a quantity says in readable units: "34 Mrd. $", "über 34 Mrd. $", "3–4 km"."""
    if is_plain(quantity) and quantity.value is not None:
        return amount(quantity.value, quantity, language)
    return interval(quantity.low, quantity.high, quantity, language)


def is_plain(quantity: Quantity) -> bool:
    """Say whether one number was stated: its interval is only what rounding leaves open."""
    return quantity.value is not None and not quantity.hedge and quantity.high_open


def interval(low: float, high: float, quantity: Quantity, language: str) -> str:
    """Return an interval in the quantity's unit, its ends told apart by enough digits."""
    style = _style(language)
    digits = digits_to_tell_apart((low, high))
    first, last = (amount(end, quantity, language, digits) for end in (low, high))
    if not math.isfinite(low):
        return style.below.format(last) if math.isfinite(high) else "–"
    if not math.isfinite(high):
        return style.above.format(first)
    if first == last:
        return first
    return style.between.format(_without_unit(first, last), last)


def amount(value: float, quantity: Quantity, language: str, digits: int = 4) -> str:
    """Return one value of the quantity's unit with up to `digits` significant digits."""
    if quantity.dimension == "date" and MIN_DAY <= value <= MAX_DAY:
        return catalogue(language).day(date.fromordinal(int(value)))
    style, unit = _style(language), _unit(quantity)
    number = number_text(value / unit.size, language, digits, cents=unit.money)
    word = unit.de if language == "de" else unit.en
    pattern = style.money if unit.money else style.percent if word == "%" else style.unit
    return pattern.format(number=number, unit=word).strip()


def difference(value: float, quantity: Quantity, language: str) -> str:
    """Return how far two values of the quantity's unit are apart."""
    between = {"percent": ("percentage_point", "percentage_point"), "date": ("day", "time")}
    unit, dimension = between.get(quantity.dimension, (quantity.unit, quantity.dimension))
    return amount(value, replace(quantity, unit=unit, dimension=dimension), language)


def number_text(value: float, language: str, digits: int = 4, *, cents: bool = False) -> str:
    """Return a number with the language's separators and, from a million on, a scale word.

    With `cents`, what has decimals and no scale word has two of them.
    """
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞"
    style = _style(language)
    scale, word = _scale(value, style)
    decimals = _decimals(value / scale, digits)
    text = f"{abs(value) / scale:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if cents and not word and text[-2:-1] == ".":
        text += "0"
    text = text.translate({ord(","): style.group, ord("."): style.decimal})
    sign = "−" if value < 0 and text.strip("0.,") else ""
    return f"{sign}{text}{word}"


def digits_to_tell_apart(values: Sequence[float]) -> int:
    """Return how many significant digits (4 to 9) keep different values different."""
    finite = sorted({value for value in values if math.isfinite(value)})
    for digits in range(4, 9):
        if len({f"{value:.{digits}g}" for value in finite}) == len(finite):
            return digits
    return 9


def _scale(value: float, style: Style) -> tuple[float, str]:
    for power, word in style.scales.items():
        if abs(value) >= float(power) * 0.99995:  # 999,960,000 reads as 1 bn
            return float(power), f"\u00a0{word}"
    return 1.0, ""


def _decimals(value: float, digits: int) -> int:
    if value == 0:
        return 0
    whole = math.floor(math.log10(abs(value))) + 1
    return min(max(digits - whole, 0), 6)


def _without_unit(low: str, high: str) -> str:
    """Drop from `low` the words that `high` repeats: "33,5 Mrd. $" before "34,5 Mrd. $"."""
    low_words, high_words = low.split("\u00a0"), high.split("\u00a0")
    return low_words[0] if low_words[1:] == high_words[1:] else low


def _unit(quantity: Quantity) -> Unit:
    own = _own_units()
    known = own.get(quantity.unit) or _table_unit(quantity) or own.get(quantity.dimension)
    return known or Unit(quantity.unit, quantity.unit, quantity.unit, money=_is_money(quantity))


def _table_unit(quantity: Quantity) -> Unit | None:
    """Return a unit as tables/units.toml has it: its symbol, else its word."""
    row = units().get(quantity.unit)
    if row is None or row.offset:
        return None
    names = [row.symbols[:1] or row.words(language)[:1] for language in ("de", "en")]
    if not all(names):
        return None
    return Unit(row.id, names[0][0], names[1][0], row.factor, _is_money(quantity))


def _is_money(quantity: Quantity) -> bool:
    return quantity.dimension == "money"


def _style(language: str) -> Style:
    return _styles()["de" if language.startswith("de") else "en"]


@cache
def _styles() -> dict[str, Style]:
    return {
        key: build_row(_PATH, key, row, Style) for key, row in read_toml(_PATH)["style"].items()
    }


@cache
def _own_units() -> dict[str, Unit]:
    return {key: build_row(_PATH, key, row, Unit) for key, row in read_toml(_PATH)["unit"].items()}


_PATH = Path(tables.__file__).with_name("amounts.toml")
