"""Whether two relations speak of two courts, rounds, groups or turns."""

from __future__ import annotations

from factcheck.model import RelationalClaim


def of_other_occasions(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Say whether both answer one question about the occasion, with nothing in common."""
    mine, other = left.attribute("occasion"), right.attribute("occasion")
    return bool(mine and other) and _answered_apart(left, right)


def _answered_apart(left: RelationalClaim, right: RelationalClaim) -> bool:
    mine, other = _answers(left), _answers(right)
    if left.attribute("role") or right.attribute("role"):
        mine.pop(_RANK, None)  # "the sixth child of X" has no other father than the second
    return any(mine[name].isdisjoint(other[name]) for name in mine.keys() & other.keys())


_RANK = "rank"


def _answers(claim: RelationalClaim) -> dict[str, set[str]]:
    answers: dict[str, set[str]] = {}
    for tag in claim.attribute("occasion").split():
        name, _, member = tag.partition(":")
        answers.setdefault(name, set()).add(member)
    return answers
