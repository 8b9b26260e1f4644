"""FC305: the same relation with another end, beginning or length."""

from __future__ import annotations

from factcheck.compare.relation_terms import different_terms, gives_two_ends
from factcheck.compare.relation_times import can_follow, said_apart
from factcheck.compare.relation_wording import UPDATE, worded
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import Rule, Severity, Verdict
from factcheck.tables.catalogue import in_each_language

RULE = Rule(
    "FC305", "term-conflict", Severity.ERROR, "The same relation ends, begins or lasts differently."
)

_TEXT = in_each_language("FC305")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when both claims give the same state and a different term."""
    earlier, later = pairing.claims
    if not pairing.same or earlier.negated != later.negated:
        return None
    if earlier.polarity != later.polarity and not gives_two_ends(pairing):
        return None
    said = said_apart(pairing) if gives_two_ends(pairing) else pairing
    for left, right in different_terms(pairing):
        verdict = Verdict.UPDATE if can_follow(said) else Verdict.CONTRADICTION
        text = UPDATE if verdict is Verdict.UPDATE else _TEXT
        shown = {"left": left.shown(right), "right": right.shown(left)}
        return Ruling(verdict, worded(text, pairing, **shown))
    return None
