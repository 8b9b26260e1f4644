"""Neighbouring sentences with their amounts, and what the arithmetic rules share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import isfinite

from factcheck.compare.arithmetic.line import Line
from factcheck.model import (
    Aspect,
    Claim,
    NumericClaim,
    Quantity,
    Role,
    SentenceKind,
    Verdict,
)
from factcheck.tables.catalogue import catalogue
from factcheck.vocab.amounts import amount

_RATES = ("percent", "percentage_point", "ratio")
_COARSE = 100.0  # from there on a rate is shown in whole percent
_SHOWN = 4  # significant digits of other amounts
_COUNTS = ("count", "number")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the one before it in its paragraph, and the bullets that it opens."""

    line: Line
    before: Line | None = None
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims of one article that do not add up; amounts fill the rule's message."""

    claims: tuple[tuple[Role, Claim], ...]
    amounts: Mapping[str, tuple[float, Quantity]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 0.9
    message: str = ""  # the message's row, by default the rule's id
    hint: str = ""  # the row of a slip that explains it
    kind: str = "arithmetic"
    verdict: Verdict = Verdict.CONTRADICTION
    weekdays: Mapping[str, int] = field(default_factory=dict)  # Monday is 1

    def values(self, language: str) -> dict[str, str]:
        """Return what fills the message, amounts written in the report's language."""
        written = {
            name: amount(value, unit, language, _digits(value, unit))
            for name, (value, unit) in self.amounts.items()
        }
        names = catalogue(language).text("weekdays").split()
        days = {name: names[number - 1] for name, number in self.weekdays.items()}
        return {**written, **self.words, **days}


def _digits(value: float, unit: Quantity) -> int:
    """Return the significant digits to show: of a rate worked out, one after the decimal sign."""
    if unit.dimension not in _RATES:
        return _SHOWN
    return max(len(str(int(abs(value)))) + (abs(value) < _COARSE), 2)


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield a passage for every sentence."""
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before and before.sentence.paragraph != line.sentence.paragraph:
            before = None
        yield Passage(line, before, tuple(_items(line, lines[number + 1 :])))


def _items(line: Line, following: Sequence[Line]) -> Iterator[Line]:
    if not line.sentence.text.rstrip().endswith(":"):
        return iter(())
    return takewhile(lambda other: other.sentence.kind is SentenceKind.BULLET, following)


def addable(part: NumericClaim, whole: NumericClaim, *, things: bool = False) -> bool:
    """Say whether a part can be summed to a whole: one unit, and one thing counted.

    A bare number takes the whole's unit of things; with `things` the nouns may differ.
    """
    a, b = part.quantity, whole.quantity
    if (part.aspect is Aspect.CHANGE) != (whole.aspect is Aspect.CHANGE) or a.per != b.per:
        return False
    if a.dimension in _COUNTS and b.dimension in _COUNTS:
        return things or not a.noun or a.noun == b.noun
    return a.dimension == b.dimension and (a.dimension != "money" or a.unit == b.unit)


def total(claims: Sequence[NumericClaim]) -> tuple[float, float]:
    """Return the sum of the intervals."""
    return sum(c.quantity.low for c in claims), sum(c.quantity.high for c in claims)


def stated_sum(claims: Sequence[NumericClaim]) -> float:
    """Return the sum of the values as stated; of a vague one, its lower end."""
    return sum(c.quantity.low if c.quantity.value is None else c.quantity.value for c in claims)


def disjoint(low: float, high: float, quantity: Quantity) -> bool:
    """Say whether an interval and a quantity share no value, float noise aside."""
    slack = 1e-9 * max((abs(end) for end in (low, high) if isfinite(end)), default=1.0)
    return high < quantity.low - slack or low > quantity.high + slack
