"""Which modalities compare with each other: the classes stand in tables/modality.toml."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from factcheck.model import Modality
from factcheck.tables.modality import comparable, earlier_state


class Standing(StrEnum):
    """How far two modalities allow a comparison."""

    EQUAL = "equal"  # compare in full
    EARLIER = "earlier"  # one side is an earlier state of the other: at most an update
    APART = "apart"  # not comparable


@cache
def standing(left: Modality, right: Modality) -> Standing:
    """Return how two modalities compare; symmetric."""
    if left is right or comparable(left, right):
        return Standing.EQUAL
    if Modality.FORECAST in (left, right):
        return Standing.APART
    if earlier_state(left) or earlier_state(right):
        return Standing.EARLIER
    return Standing.APART
