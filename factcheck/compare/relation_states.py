"""Which worlds a claim leaves possible, and whether two claims leave none together."""

from __future__ import annotations

from factcheck.model import RelationalClaim
from factcheck.tables.predicates import predicate_rows, state_rows

_ALL = frozenset({"up", "same", "down", "off"})


def outcomes(claim: RelationalClaim) -> frozenset[str]:
    """Return the worlds that the claim allows; a negated one allows those that it denies."""
    scalar = predicate_rows()[claim.predicate].scalar
    every = _ALL - {"off"} if scalar else _ALL
    plain = frozenset({"same"}) if scalar and claim.state == "holds" else _plain(claim.state)
    return every - plain if claim.negated else plain


def _plain(state: str) -> frozenset[str]:
    return frozenset(state_rows()[state].outcomes)


def exclude_each_other(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Say whether no world is left in which both claims are true."""
    return not (outcomes(left) & outcomes(right))
