"""What one token means for amounts."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lang.numbers import NumberWord
from factcheck.tables.units import Unit

_PASSIVE = frozenset({"joiner", "point", "junk", "sign", "each"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One token that can begin or continue an amount.

    `kind`: literal, junk (a digit string that is no amount), cardinal, multiplier (hundred,
    thousand, scale, group), mixed, half, quarter, ordinal, fraction, half_noun, article, joiner,
    point, sign, vague, compound (number and unit in one word), multiple, occasion, stellig,
    superlative, each, portion, glyph, zero.
    """

    kind: str
    value: float = 0.0
    low: float = 1.0  # what an addition must stay below
    step: float = 0.0  # place value of the last written digit of a literal
    digits: int = 0  # significant digits of a literal
    row: NumberWord | None = None
    unit: Unit | None = None
    head: str = ""

    @property
    def trigger(self) -> bool:
        """Say whether an amount can begin here."""
        return self.kind not in _PASSIVE
