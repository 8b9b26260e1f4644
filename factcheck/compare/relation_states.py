"""Which worlds a claim leaves possible, and whether two claims leave none together."""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import Modality, RelationalClaim
from factcheck.tables.predicates import predicate_rows, state_rows
from factcheck.vocab.opposites import alike, opposed

_ALL = frozenset({"up", "same", "down", "off"})


def outcomes(claim: RelationalClaim) -> frozenset[str]:
    """Return the worlds that the claim allows; a negated one allows those that it denies."""
    return _worlds(claim.predicate, claim.state, claim.negated)


@lru_cache(maxsize=4096)
def _worlds(predicate: str, state: str, negated: bool) -> frozenset[str]:
    scalar = predicate_rows()[predicate].scalar
    every = _ALL - {"off"} if scalar else _ALL
    plain = frozenset({"same"}) if scalar and state == "holds" else _plain(state)
    return every - plain if negated else plain


def _plain(state: str) -> frozenset[str]:
    return frozenset(state_rows()[state].outcomes)


def denies_a_part(denial: RelationalClaim, other: RelationalClaim) -> bool:
    """Say whether a claim denies only a kind of what the other states ("forced redundancies")."""
    if not (denial.negated or denial.modality is Modality.DENIED) or other.negated:
        return False
    denied, stated = (set(claim.attribute("only").split()) for claim in (denial, other))
    if denied and stated and denial.language != other.language:
        return False
    return bool(denied) and not denied <= stated


def exclude_each_other(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Say whether no world is left in which both claims are true."""
    if predicate_rows()[left.predicate].open:
        return _opposite_deeds(left, right)
    if denies_a_part(left, right) or denies_a_part(right, left):
        return False
    return not (outcomes(left) & outcomes(right))


def _opposite_deeds(left: RelationalClaim, right: RelationalClaim) -> bool:
    """A deed and its denial, or both of two opposites; neither of them may well be so."""
    mine, other = left.attribute("deed"), right.attribute("deed")
    if left.negated or right.negated:
        return left.negated != right.negated and alike(mine, other)
    return opposed(mine, other)
