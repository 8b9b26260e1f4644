"""FC411: a sum, a number of things and what each of them comes to do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage, disjoint
from factcheck.lang.arithmetic import cue
from factcheck.model import NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC411",
    "average-mismatch",
    Severity.ERROR,
    "A sum, a number of things and what each of them comes to do not fit together.",
)
_FIGURES = 3
_STEM = 5  # letters that a thing's singular and plural share


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for "12 Millionen Euro für 400 Wohnungen, also 60.000 Euro je Wohnung"."""
    line = passage.line
    if not line.says("each") or len(line.amounts) != _FIGURES:
        return
    each = [c for c in line.amounts if _thing(line, c)]
    if len(each) != 1:
        return
    thing, average = _thing(line, each[0]), each[0]
    wholes = [c for c in line.amounts if c is not average and _same_unit(c, average)]
    numbers = [c for c in line.amounts if _counts(line, c, thing)]
    if len(wholes) == len(numbers) == 1 and numbers[0].quantity.low > 0:
        yield from _judge(wholes[0], numbers[0], average)


def _thing(line: Line, claim: NumericClaim) -> str:
    """Return the stem of the word after "je" or "per" behind an amount; "" where none stands."""
    rest = line.text(claim.end).lstrip()
    opening = cue("each", line.language).match(rest)
    words = rest[opening.end() :].split() if opening else []
    return words[0].strip(".,;:()").lower()[:_STEM] if words else ""


def _counts(line: Line, claim: NumericClaim, thing: str) -> bool:
    if claim.quantity.dimension not in ("count", "number"):
        return False
    words = f"{claim.quote} {line.text(claim.end)}".split()[:3]
    return any(word.lower().startswith(thing) for word in words)


def _same_unit(left: NumericClaim, right: NumericClaim) -> bool:
    a, b = left.quantity, right.quantity
    return (a.dimension, a.unit) == (b.dimension, b.unit) and b.dimension != "count"


def _judge(whole: NumericClaim, number: NumericClaim, average: NumericClaim) -> Iterator[Clash]:
    low = whole.quantity.low / number.quantity.high
    high = whole.quantity.high / number.quantity.low
    if disjoint(low, high, average.quantity):
        actual = (whole.quantity.value or low) / (number.quantity.value or 1.0)
        yield Clash(
            ((Role.TOTAL, average), (Role.PART, whole), (Role.PART, number)),
            {"actual": (actual, average.quantity)},
            {"average": average.quote, "whole": whole.quote, "number": number.quote},
        )
