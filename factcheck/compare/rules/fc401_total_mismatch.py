"""FC401: the parts that an article lists do not add up to the total that it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.passage import Clash, Passage, disjoint, same_measure, total
from factcheck.model import NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC401",
    "total-mismatch",
    Severity.ERROR,
    "The parts that an article lists do not add up to its total, rounding allowed for.",
)


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for each total whose parts, as listed, miss it."""
    yield from _total_last(passage)
    yield from _total_first(passage)


def _total_last(passage: Passage) -> Iterator[Clash]:
    """Parts, then "insgesamt" and the sum: some run of parts before it must fit."""
    known = (*passage.before, *passage.here)
    for index, whole in enumerate(known):
        if whole not in passage.here or index < 2:
            continue
        if not passage.says("total", passage.between(known[index - 1], whole)):
            continue
        parts = [c for c in known[:index] if same_measure(c, whole)]
        runs = [parts[start:] for start in range(len(parts) - 1)]
        here = [c for c in parts if c in passage.here]
        listed = here if len(here) >= 2 else parts[-2:] if _adds_on(passage, here, whole) else []
        if listed and all(disjoint(*total(run), whole.quantity) for run in runs):
            yield _clash(whole, listed)


def _adds_on(passage: Passage, here: Sequence[NumericClaim], whole: NumericClaim) -> bool:
    """Say whether the sentence adds one part to the amount of the sentence before it."""
    opening = passage.text[whole.sentence_start : whole.start]
    return len(here) == 1 and len(passage.before) == 1 and passage.says("adds", opening)


def _total_first(passage: Passage) -> Iterator[Clash]:
    """The sum, then "davon entfielen" and all its parts."""
    wholes = (*passage.before[-1:], *passage.here[:1])
    for whole in wholes:
        parts = [c for c in passage.here if c.start > whole.start]
        if len(parts) < 2 or not all(same_measure(part, whole) for part in parts):
            continue
        opening = passage.between(whole, parts[0])
        sentence = passage.here[0].sentence
        if not passage.says("splits", sentence) or not passage.says("of_which", opening):
            continue
        if disjoint(*total(parts), whole.quantity):
            yield _clash(whole, parts)


def _clash(whole: NumericClaim, parts: Sequence[NumericClaim]) -> Clash:
    stated = sum(part.quantity.value or part.quantity.low for part in parts)
    return Clash(
        ((Role.TOTAL, whole), *((Role.PART, part) for part in parts)),
        {"sum": (stated, whole.quantity)},
        {"total": whole.quote, "parts": " + ".join(part.quote for part in parts)},
    )
