"""Says cheaply, before any party is compared, whether two relations can be at odds at all."""

from __future__ import annotations

from factcheck.compare.relation_states import exclude_each_other
from factcheck.model import Modality, RelationalClaim, Resolution
from factcheck.tables.modality import earlier_state
from factcheck.tables.predicates import predicate_rows

_TERMS = ("until", "since", "duration")


def contrast(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Say whether state, certainty, term or a role that only one can have leaves room for a rule.

    Most pairs of an archive say one thing of different parties, and end here.
    """
    row = predicate_rows()[left.predicate]
    if left.predicate != right.predicate or exclude_each_other(left, right):
        return True
    denied = [claim.modality is Modality.DENIED for claim in (left, right)]
    if row.open:
        return denied[0] != denied[1]
    settled = [earlier_state(claim.modality) for claim in (left, right)]
    if denied[0] != denied[1] or settled[0] != settled[1]:
        return True
    roles = left.attribute("role") or right.attribute("role") or row.role
    if roles or row.exclusive or row.one_way:
        return True
    return _has_term(left) and _has_term(right)


def _has_term(claim: RelationalClaim) -> bool:
    stated = claim.period.resolved is not Resolution.PUBLICATION
    return stated or any(claim.attribute(term) for term in _TERMS)
