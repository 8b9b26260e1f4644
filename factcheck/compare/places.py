"""Compares where two figures hold: two known places, neither in the other, are two things."""

from __future__ import annotations

from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said
from factcheck.model import Comparison, Entity, Level, Outcome
from factcheck.vocab.kin import lies_in

_KIND = "place"


def _place(said: Said) -> Entity | None:
    """Return the place that the claim's clause names, if a table knows it."""
    name = said.claim.place
    place = Entity(name, name, _KIND) if name else None
    return place if place is not None and place.resolved else None


def _names(said: Said, place: Entity) -> bool:
    return f"{_KIND}:{place.id}" in said.claim.names


def _apart(left: Said, right: Said) -> bool:
    """Say whether each names a place of its own that has nothing to do with the other's."""
    a, b = _place(left), _place(right)
    if a is None or b is None or a.id == b.id or _names(right, a) or _names(left, b):
        return False
    return not lies_in(a, b) and not lies_in(b, a)


PLACE: Comparison[Said] = Comparison(
    "place",
    (
        Level("different", "two places", Outcome.DIFFERENT, _apart),
        otherwise("fits", "no two places"),
    ),
    lambda said: said.claim.place,
)
