"""Writes a quantity in a language's own way, so that reading it back gives the same interval."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.extract.quantities.interval import Interval, hedged, rounding
from factcheck.extract.quantities.scale import Number
from factcheck.lang.amounts import Hedge, hedges
from factcheck.lang.digits import digit_style
from factcheck.lang.numbers import NumberWord, number_words
from factcheck.model import Quantity
from factcheck.tables.units import Unit, units
from factcheck.vocab.quantities import parts, vocabulary

_MOST_DECIMALS = 4
_CLOSE = 1e-9
_BOUNDS = {(False, False): ("at_least", "up_to"), (True, True): ("over", "under")}


def write(quantity: Quantity, language: str) -> str:
    """Return the quantity in words and digits of the language ("rund 3,4 Milliarden EUR").

    Reading the result back gives the same interval, unit and dimension. ValueError for a unit
    that the language has no word for, and for an interval without any bound.
    """
    if quantity.dimension == "rank":
        return _rank(quantity, language)
    unit = unit_of(quantity)
    text = _plain(quantity, unit, language) or _between(quantity, unit, language)
    return f"{text} {_rate(quantity.per, language)}".rstrip()


def unit_of(quantity: Quantity) -> Unit | None:
    """Return the row that the quantity's unit and noun name, None for a bare number."""
    fitting = [
        row for row in units().values() if (row.code, row.noun) == (quantity.unit, quantity.noun)
    ]
    whole = [row for row in fitting if row.factor == 1 or row.id == row.code]
    return next(iter(whole or fitting), None)


def digits(value: float, language: str) -> str:
    """Return the number with the language's grouping and decimal marks."""
    style = digit_style(language)
    text = format(Decimal(repr(float(f"{value:.14g}"))).normalize(), "f")
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", style.grouping)
    return f"{sign}{grouped}{style.decimal}{fraction}" if fraction else sign + grouped


def _plain(quantity: Quantity, unit: Unit | None, language: str) -> str:
    """Return one number with its hedges where that says the interval, else ""."""
    if quantity.value is None:
        return ""
    rows = [hedges(language)[h] for h in quantity.hedge.split("+") if h in hedges(language)]
    written = _written(quantity.value, unit)
    for text, number in _spellings(written, language):
        found = hedged(number.value, rounding(number, quantity.dimension), rows).convert(unit)
        if _same(found, quantity):
            words = [_unambiguous(row) for row in rows]
            return " ".join([*words, text, *_unit_words(unit, language)])
    return ""


def _spellings(value: float, language: str) -> Iterator[tuple[str, Number]]:
    for factor, word in ((1.0, ""), *_scales(language)):
        mantissa = value / factor
        if factor > 1 and abs(mantissa) < 1:
            continue
        for places in range(_MOST_DECIMALS + 1):
            if abs(round(mantissa, places) - mantissa) <= _CLOSE * abs(mantissa):
                yield _spelling(mantissa, places, factor, word, language)


def _spelling(
    mantissa: float, places: int, factor: float, word: str, language: str
) -> tuple[str, Number]:
    text = digits(round(mantissa, places), language)
    decimal = digit_style(language).decimal
    shown = len(text.partition(decimal)[2])
    if shown < places:
        text += ("" if shown else decimal) + "0" * (places - shown)
    step = 10.0**-places * factor if places or factor > 1 else 0.0
    return f"{text} {word}".rstrip(), Number(0, 1, round(mantissa, places) * factor, step=step)


@cache
def _scales(language: str) -> tuple[tuple[float, str], ...]:
    rows: list[NumberWord] = [r for r in number_words(language).values() if r.kind == "scale"]
    return tuple((row.value, row.words[-1]) for row in rows)


def _between(quantity: Quantity, unit: Unit | None, language: str) -> str:
    """Return the interval by its bounds."""
    low, high = quantity.low, quantity.high
    if math.isinf(low) and math.isinf(high):
        raise ValueError("an interval without a bound cannot be written")
    found = []
    if math.isfinite(low):
        found.append(_bound("over" if quantity.low_open else "at_least", low, unit, language))
    if math.isfinite(high):
        found.append(_bound("under" if quantity.high_open else "up_to", high, unit, language))
    joiner = number_words(language)["joiner"].words[0]
    return f" {joiner} ".join(found)


def _bound(hedge_id: str, value: float, unit: Unit | None, language: str) -> str:
    hedge: Hedge = hedges(language)[hedge_id]
    number = digits(_written(value, unit), language)
    return " ".join([_unambiguous(hedge), number, *_unit_words(unit, language)])


def _unambiguous(hedge: Hedge) -> str:
    preposition = bool(hedge.not_after) or bool(hedge.not_over_time)
    return next(word for word in hedge.words if " " in word or not preposition)


def _written(value: float, unit: Unit | None) -> float:
    return (value - unit.offset) / unit.factor if unit else value


def _unit_words(unit: Unit | None, language: str) -> tuple[str, ...]:
    if unit is None:
        return ()
    if unit.dimension == "money" and unit.code in unit.symbols:
        return (unit.code,)
    return (_unit_word(unit.id, language),)


@cache
def _unit_word(unit_id: str, language: str) -> str:
    """Return a word that lookups give back as this unit; the longest is the least ambiguous."""
    unit, voc = units()[unit_id], vocabulary(language)
    for word in sorted(unit.words(language), key=len, reverse=True):
        tokens = parts(word.lower())
        if any(t == tokens and u is unit for t, u in voc.units.get(tokens[0])):
            return word
    for symbol in sorted(unit.symbols, key=len, reverse=True):
        tokens = parts(symbol)
        if any(t == tokens and u is unit for t, u in voc.symbols.get(tokens[0])):
            return symbol
    raise ValueError(f"{language} has no word for {unit_id}")


def _rate(per: str, language: str) -> str:
    if not per:
        return ""
    for phrases in vocabulary(language).rates.by_word.values():
        for tokens, rate in phrases:
            if rate == per:
                return " ".join(tokens)
    return ""


def _rank(quantity: Quantity, language: str) -> str:
    number = int(quantity.value or 0)
    if digit_style(language).ordinal_dot:
        return f"{number}."
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _same(found: Interval, quantity: Quantity) -> bool:
    ends = (found.low_open, found.high_open) == (quantity.low_open, quantity.high_open)
    return ends and _close(found.low, quantity.low) and _close(found.high, quantity.high)


def _close(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=_CLOSE, abs_tol=1e-12)
