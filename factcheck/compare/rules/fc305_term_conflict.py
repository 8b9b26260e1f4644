"""FC305: the same relation with another end, beginning or length."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.relation_times import can_follow, stated
from factcheck.compare.relation_wording import UPDATE, worded
from factcheck.compare.rules.relations_protocol import Pairing, Room, Ruling
from factcheck.model import Rule, Severity, Verdict
from factcheck.tables.predicates import predicate_rows

RULE = Rule(
    "FC305", "term-conflict", Severity.ERROR, "The same relation ends, begins or lasts differently."
)

_TEXT = {
    "de": "{parties} ({label}): die Texte nennen verschiedene Fristen, {left} und {right}.",
    "en": "{parties} ({label}): the texts name different terms, {left} and {right}.",
}
_DURATION_SLACK = 0.03  # part of a duration that rounding explains


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when both claims give the same state and a different term."""
    earlier, later = pairing.claims
    if not pairing.same or earlier.polarity != later.polarity:
        return None
    for left, right in _terms(pairing):
        verdict = Verdict.UPDATE if can_follow(pairing) else Verdict.CONTRADICTION
        text = UPDATE if verdict is Verdict.UPDATE else _TEXT
        return Ruling(verdict, worded(text, pairing, left=left, right=right))
    return None


def _terms(pairing: Pairing) -> Iterator[tuple[str, str]]:
    """Yield the terms that differ."""
    earlier, later = pairing.claims
    for name in ("until", "since"):
        left, right = earlier.attribute(name), later.attribute(name)
        if left and right and not _same_date(left, right):
            yield left, right
    left, right = earlier.attribute("duration"), later.attribute("duration")
    if left and right and _apart(float(left), float(right)):
        yield f"{left} d", f"{right} d"
    if _other_event_date(pairing):
        yield earlier.period.label or "?", later.period.label or "?"


def _same_date(left: str, right: str) -> bool:
    """The same day, or one names only the year that the other's day lies in."""
    if left == right:
        return True
    return left[:4] == right[:4] and (
        "12-31" in (left[5:], right[5:]) or "01-01" in (left[5:], right[5:])
    )


def _apart(left: float, right: float) -> bool:
    return abs(left - right) > _DURATION_SLACK * max(left, right)


def _other_event_date(pairing: Pairing) -> bool:
    """An event that happens once is dated differently."""
    if pairing.room is not Room.APART or not all(stated(claim) for claim in pairing.claims):
        return False
    return predicate_rows()[pairing.earlier.predicate].once
