"""FC304: who did it and to whom it was done are exchanged."""

from __future__ import annotations

from factcheck.compare.relation_wording import worded
from factcheck.compare.rules.relations_protocol import Pairing, Room, Ruling
from factcheck.model import RelationalClaim, Rule, Severity, Verdict
from factcheck.tables.catalogue import in_each_language
from factcheck.tables.predicates import predicate_rows, role_rows

RULE = Rule("FC304", "swapped-roles", Severity.ERROR, "The two parties of one event are exchanged.")

_TEXT = in_each_language("FC304")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when the sides agree crosswise and the relation goes one way only."""
    earlier, later = pairing.claims
    if not pairing.swapped or pairing.same or pairing.room is Room.APART:
        return None
    if not _one_way(earlier) or not all(_holds(claim) for claim in pairing.claims):
        return None
    if earlier.attribute("role") != later.attribute("role") or earlier.polarity != later.polarity:
        return None
    return Ruling(Verdict.CONTRADICTION, worded(_TEXT, pairing))


def _one_way(claim: RelationalClaim) -> bool:
    role = claim.attribute("role")
    if role and role_rows()[role].symmetric:
        return False
    return predicate_rows()[claim.predicate].one_way


def _holds(claim: RelationalClaim) -> bool:
    return not claim.negated
