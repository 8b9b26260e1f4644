"""A number as read, and the scale words and letters that multiply it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.tokens import Tokens

_COMPACT_NEEDS_MONEY = frozenset({"m", "t", "b"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_NETWORK = frozenset({"G", "K"})  # "5G" and "4K" are names
_MOST_SCALES = 2  # "100 Tausend Milliarden"


@dataclass(slots=True)
class Number:
    """One number as read: tokens start to end (exclusive).

    `step` is the place value of the last written digit where that decides the rounding (decimals
    or a scale word), else 0. `factor` is the product of the scale words.
    """

    start: int
    end: int
    value: float
    step: float = 0.0
    digits: int = 0
    factor: float = 1.0
    fraction: bool = False  # said as a fraction: 3 % wide
    literal: bool = False  # digits only, so that years and names must be ruled out
    decimals: bool = False
    vague: tuple[float, float] | None = None

    @property
    def share(self) -> bool:
        """Say whether it is a proper fraction with no scale word."""
        return self.fraction and self.factor == 1 and 0 < abs(self.value) < 1


def scaled(t: Tokens, number: Number) -> Number:
    """Multiply by the scale words or the compact letters that follow."""
    for _ in range(_MOST_SCALES):
        factor, end = _scale_at(t, number.end, glued=number.literal)
        if factor == 0:
            return number
        number = replace(
            number,
            end=end,
            value=number.value * factor,
            step=(number.step or (1.0 if number.literal else 0.0)) * factor,
            factor=number.factor * factor,
            literal=False,
        )
    return number


def _scale_at(t: Tokens, i: int, *, glued: bool) -> tuple[float, int]:
    if t.raw(i) in _HYPHENS and t.glued(i) and t.glued(i + 1) and _is_scale(t.entry(i + 1)):
        return _factor(t.entry(i + 1)), i + 2
    if t.near(i) and _is_scale(t.entry(i)):
        return _factor(t.entry(i)), i + 1
    if not glued:
        return 0.0, i
    return _compact(t, i)


def _compact(t: Tokens, i: int) -> tuple[float, int]:
    """Return the factor of letters after digits ("34.9bn", "100 K"), 0.0 when there are none."""
    row = t.lexicon.compact.get(t.raw(i)) if t.near(i) else None
    if row is None:
        return 0.0, i
    letter, style = t.raw(i), t.lexicon.style
    if letter in _NETWORK and len(t.raw(i - 1)) == 1 and t.glued(i):
        return 0.0, i
    if letter.lower() in _COMPACT_NEEDS_MONEY and letter != "M" and not _money_around(t, i):
        return (row.value, i + 1) if letter == "b" and t.glued(i) else (0.0, i)
    if len(letter) == 1 and not t.glued(i) and letter.islower() and not style.letters_apart:
        return 0.0, i
    return row.value, i + 1


def _money_around(t: Tokens, i: int) -> bool:
    """Say whether a currency stands beside the letter, or what it counts after it ("5m people")."""
    voc = t.vocabulary
    before = t.raw(i - 2)
    after = t.raw(i + 1)
    return bool(voc.before.get(before)) or any(
        unit.dimension in ("money", "count")
        for _, unit in (*voc.symbols.get(after), *voc.units.get(t.word(i + 1)))
    )


def _is_scale(entry: Entry | None) -> bool:
    if entry is None or entry.row is None:
        return False
    return entry.kind == "multiplier" and entry.row.kind in ("scale", "thousand", "lakh", "hundred")


def _factor(entry: Entry | None) -> float:
    return entry.value if entry else 1.0
