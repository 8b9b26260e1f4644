"""Neighbouring sentences with their amounts, and what the arithmetic rules share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factcheck.lang.arithmetic import cue
from factcheck.model import Claim, Document, NumericClaim, Quantity, Role
from factcheck.vocab.amounts import amount


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence's amounts, and those of the sentence before it."""

    text: str
    language: str
    here: tuple[NumericClaim, ...]
    before: tuple[NumericClaim, ...] = ()

    def between(self, left: Claim, right: Claim) -> str:
        """Return the text from the end of one claim to the start of the next."""
        return self.text[left.end : right.start]

    def says(self, row: str, text: str) -> bool:
        """Say whether a text holds a word of a row of arithmetic.toml."""
        return cue(row, self.language).search(text) is not None


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims of one article that do not add up; amounts fill the rule's message."""

    claims: tuple[tuple[Role, Claim], ...]
    amounts: Mapping[str, tuple[float, Quantity]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 0.9

    def values(self, language: str) -> dict[str, str]:
        """Return what fills the message, amounts written in the report's language."""
        written = {
            name: amount(value, unit, language) for name, (value, unit) in self.amounts.items()
        }
        return {**written, **self.words}


def passages(document: Document, claims: Sequence[NumericClaim]) -> Iterator[Passage]:
    """Yield a passage for every sentence that holds an amount."""
    before: tuple[NumericClaim, ...] = ()
    for _, group in groupby(claims, key=lambda claim: claim.sentence_start):
        here = tuple(c for c in group if c.quantity.dimension != "date" and not c.negated)
        if here:
            near = before and document.text.count("\n\n", before[-1].end, here[0].start) == 0
            yield Passage(document.text, here[0].language, here, before if near else ())
            before = here


def same_measure(left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether two amounts can be added: one unit, and one thing counted."""
    a, b = left.quantity, right.quantity
    if a.dimension != b.dimension or (a.dimension == "money" and a.unit != b.unit):
        return False
    if left.aspect is not right.aspect:
        return False
    return not (a.noun and b.noun) or a.noun == b.noun


def same_things(left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether two amounts count the very same thing: the noun is named on both sides."""
    a, b = left.quantity, right.quantity
    if a.dimension in ("count", "number"):
        named = a.noun == b.noun if a.noun or b.noun else left.metric == right.metric
        return named and same_measure(left, right)
    return same_measure(left, right)


def total(claims: Sequence[NumericClaim]) -> tuple[float, float]:
    """Return the sum of the intervals."""
    return sum(c.quantity.low for c in claims), sum(c.quantity.high for c in claims)


def disjoint(low: float, high: float, quantity: Quantity) -> bool:
    """Say whether an interval and a quantity share no value, float noise aside."""
    slack = 1e-9 * max(abs(low), abs(high), 1.0)
    return high < quantity.low - slack or low > quantity.high + slack
