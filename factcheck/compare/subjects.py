"""Compares who or what two claims speak about."""

from __future__ import annotations

from factcheck.model import Comparison, Entity, Level, Outcome


def same_entity(left: Entity | None, right: Entity | None) -> bool:
    """Say whether both are named and the same row, or the same unresolved words."""
    return left is not None and right is not None and left.id == right.id


def same_words(left: Entity | None, right: Entity | None) -> bool:
    """Say whether one unresolved name is part of the other ("Klinikum" of "Klinikum Nord")."""
    if left is None or right is None or (left.resolved and right.resolved):
        return False
    words_a, words_b = set(left.name.lower().split()), set(right.name.lower().split())
    return words_a <= words_b or words_b <= words_a


def one_unknown(left: Entity | None, right: Entity | None) -> bool:
    """Say whether exactly one side names no entity."""
    return (left is None) != (right is None)


def both_unknown(left: Entity | None, right: Entity | None) -> bool:
    """Say whether neither side names an entity."""
    return left is None and right is None


def _show(entity: Entity | None) -> str:
    return entity.name if entity else ""


def entity_comparison(aspect: str) -> Comparison[Entity | None]:
    """Return the levels by which an entity in this role is compared."""
    return Comparison(
        aspect,
        (
            Level("same", "same", Outcome.SAME, same_entity),
            Level("same_words", "same words", Outcome.SAME, same_words),
            Level("unnamed", "not named", Outcome.COMPATIBLE, both_unknown),
            Level("unknown", "named on one side only", Outcome.COMPATIBLE, one_unknown),
            Level("different", "different", Outcome.DIFFERENT, lambda a, b: True),
        ),
        _show,
    )


SUBJECT = entity_comparison("subject")
OBJECT = entity_comparison("object")
