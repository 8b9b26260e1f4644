"""FC301: one article says that a relation holds, another that it ended, or up against down."""

from __future__ import annotations

from factcheck.compare.relation_deeds import of_two_occasions
from factcheck.compare.relation_states import exclude_each_other
from factcheck.compare.relation_terms import ends_ahead
from factcheck.compare.relation_times import moves_of_two_periods
from factcheck.compare.relation_verdicts import verdict_of
from factcheck.compare.relation_wording import by_verdict
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import Rule, Severity
from factcheck.tables.catalogue import in_each_language
from factcheck.tables.predicates import predicate_rows

RULE = Rule(
    "FC301",
    "opposite-state",
    Severity.ERROR,
    "The same relation is said to hold and to have ended, or to move up and down.",
)

_TEXT = in_each_language("FC301")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when both sides agree and the states exclude each other."""
    earlier, later = pairing.claims
    if not pairing.same or not exclude_each_other(earlier, later):
        return None
    if moves_of_two_periods(pairing) or ends_ahead(pairing):
        return None
    if of_two_occasions(pairing) or _of_another(pairing) or _only_titled(pairing):
        return None
    verdict = verdict_of(pairing)
    return Ruling(verdict, by_verdict(verdict, _TEXT, pairing))


def _only_titled(pairing: Pairing) -> bool:
    """ "Königin X" is so called on the day she abdicates: a title says nothing of what still is."""
    return any(claim.attribute("titled") for claim in pairing.claims)


def _of_another(pairing: Pairing) -> bool:
    """Where only one can have it, "was sold" by nobody named is how the other came to own it."""
    earlier, later = pairing.claims
    if predicate_rows()[earlier.predicate].exclusive != "subject":
        return False
    return (earlier.subject is None) != (later.subject is None) and not (
        earlier.negated or later.negated
    )
