"""Decides what two relational claims are to each other.

First whether they speak of one relation (family, sides, modality), then the first rule that
holds. The answer does not depend on the order of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.compare.commitment import Standing, standing
from factcheck.compare.relation_evidence import probability, weighed
from factcheck.compare.relation_occasions import of_other_occasions
from factcheck.compare.relation_sides import OBJECT, SUBJECT, Side
from factcheck.compare.relation_times import room_between
from factcheck.compare.relation_told import Sides, Told
from factcheck.compare.rules import (
    fc301_opposite_state,
    fc302_negation,
    fc303_role_conflict,
    fc304_swapped_roles,
    fc305_term_conflict,
    fc306_denied,
    fc307_tension,
    fc308_settled,
)
from factcheck.compare.rules.relations_protocol import Conflict, Pairing, Ruling
from factcheck.model import Evidence, Level, Modality, Outcome, RelationalClaim, Rule
from factcheck.tables.predicates import RoleRow, predicate_rows, role_rows

Check = Callable[[Pairing], Ruling | None]
Levels = tuple[Level[Side], Level[Side]]  # of the subjects and of the objects

# The order decides which rule speaks when several hold.
RELATION_RULES: tuple[tuple[Rule, Check], ...] = tuple(
    (module.RULE, module.check)
    for module in (
        fc304_swapped_roles,
        fc303_role_conflict,
        fc306_denied,
        fc302_negation,
        fc301_opposite_state,
        fc305_term_conflict,
        fc308_settled,
    )
)
# All that two different roles can be: relatives of two kinds at once.
_KINDRED: tuple[tuple[Rule, Check], ...] = ((fc303_role_conflict.RULE, fc303_role_conflict.check),)
# Of what no family knows, only opposites are told.
_DEEDS: tuple[tuple[Rule, Check], ...] = tuple(
    (module.RULE, module.check) for module in (fc306_denied, fc302_negation, fc301_opposite_state)
)
_TENSION: tuple[tuple[Rule, Check], ...] = ((fc307_tension.RULE, fc307_tension.check),)


def compare(
    left: RelationalClaim,
    right: RelationalClaim,
    left_published: date | None = None,
    right_published: date | None = None,
) -> Conflict | None:
    """Return the conflict between two claims, or None; symmetric in the two.

    `*_published` are the dates of their articles; undated claims count as said at one time.
    """
    return compare_told(Told(left, left_published), Told(right, right_published))


def compare_told(left: Told, right: Told) -> Conflict | None:
    """Return the conflict between two claims, or None; symmetric in the two."""
    rules = _rules(left.claim, right.claim)
    if not rules or of_other_occasions(left.claim, right.claim):
        return None
    parties = _Parties.of(*_in_order(left, right))
    return _first_conflict(parties.pairing(), rules) if parties.meet else None


def _first_conflict(pairing: Pairing, rules: Iterable[tuple[Rule, Check]]) -> Conflict | None:
    for rule, check in rules:
        ruling = check(pairing)
        if ruling is not None and _allowed(pairing, rule):
            return _conflict(pairing, rule, ruling)
    return None


def pair_up(
    left: RelationalClaim,
    right: RelationalClaim,
    left_published: date | None = None,
    right_published: date | None = None,
) -> Pairing:
    """Return the two claims, the earlier one first, with how their sides and times compare."""
    told = Told(left, left_published), Told(right, right_published)
    return _Parties.of(*_in_order(*told)).pairing()


def _in_order(left: Told, right: Told) -> tuple[Told, Told]:
    return (right, left) if right.order < left.order else (left, right)


def _rules(left: RelationalClaim, right: RelationalClaim) -> tuple[tuple[Rule, Check], ...]:
    if predicate_rows()[left.predicate].open:
        return _DEEDS if left.predicate == right.predicate else ()
    if left.predicate == right.predicate:
        return RELATION_RULES if _roles_agree(left, right) else _KINDRED
    return _TENSION if fc307_tension.related(left.predicate, right.predicate) else ()


def _allowed(pairing: Pairing, rule: Rule) -> bool:
    """Open claims conflict only with a denial; forecasts only with forecasts."""
    stands = standing(pairing.earlier.modality, pairing.later.modality)
    if stands is Standing.EQUAL:
        open_ones = [c.modality in _OPEN_MODALITIES for c in pairing.claims]
        return not any(open_ones) or rule.id in ("FC306", "FC308")
    return stands is Standing.EARLIER and rule.id == "FC308"


_OPEN_MODALITIES = frozenset({Modality.NEGOTIATED, Modality.POSSIBLE})


def _roles_agree(left: RelationalClaim, right: RelationalClaim) -> bool:
    """The same role, or one side names none."""
    mine, other = left.attribute("role"), right.attribute("role")
    return mine == other or not mine or not other


def _symmetric(left: RelationalClaim, right: RelationalClaim) -> bool:
    rows = predicate_rows()
    if rows[left.predicate].symmetric or rows[right.predicate].symmetric:
        return True
    return any(role.symmetric for role in _roles(left, right))


def _roles(*claims: RelationalClaim) -> Iterator[RoleRow]:
    roles = (claim.attribute("role") for claim in claims)
    return (role_rows()[role] for role in roles if role)


class _Parties(NamedTuple):
    """How subject and object of two claims compare, as they stand or, where that fits, crosswise.

    A relation that goes both ways may name its parties in either order.
    """

    earlier: Told
    later: Told
    levels: Levels
    same: bool
    swapped: bool
    crosswise: bool  # `levels` compares them crosswise

    @classmethod
    def of(cls, earlier: Told, later: Told) -> _Parties:
        """Compare the sides of two claims."""
        straight, crossed = _straight(earlier, later), _crossed(earlier, later)
        same, swapped = _agree(straight), _agree(crossed)
        if swapped and not same and _symmetric(earlier.claim, later.claim):
            return cls(earlier, later, crossed, True, swapped, True)
        owned = (
            None if same else _owned(earlier, later, straight) or _owned(later, earlier, straight)
        )
        return cls(earlier, later, owned or straight, same or bool(owned), swapped, False)

    @property
    def meet(self) -> bool:
        """Say whether they have a party in common, without which no rule speaks."""
        return self.same or self.swapped or any(o.outcome is Outcome.SAME for o in self.levels)

    def pairing(self) -> Pairing:
        """Return what the rules judge by."""
        one, two = self.earlier, self.later
        days = (two.published - one.published).days if one.published and two.published else 0
        return Pairing(
            earlier=one.claim,
            later=two.claim,
            same=self.same,
            swapped=self.swapped,
            sides=self.levels,
            room=room_between(one.claim, two.claim, one.published, two.published),
            days=abs(days),
            published=(one.published, two.published),
            shown=self.evidence,
        )

    def evidence(self) -> tuple[Evidence, ...]:
        """Return what an editor sees of the sides."""
        if self.crosswise or (self.swapped and not self.same):
            mine, other = self.earlier.bare, self.later.bare[::-1]
            levels = _crossed(self.earlier, self.later)
        else:
            (mine, other), levels = _facing(self.earlier, self.later), self.levels
        return tuple(
            Evidence(aspect.aspect, aspect.show(left), aspect.show(right), level.name)
            for aspect, left, right, level in zip(
                (SUBJECT, OBJECT), mine, other, levels, strict=True
            )
        )


def _straight(left: Told, right: Told) -> Levels:
    """Compare subject with subject and object with object."""
    (subject, object_), (other_subject, other_object) = _facing(left, right)
    return _subject_level(subject, other_subject), _object_level(object_, other_object)


def _owned(left: Told, right: Told, levels: Levels) -> Levels | None:
    """Return the levels where one thing is told by who does it and by whose it is, else None.

    "Nurses at X called off the strike", "the strike at X went ahead"
    """
    if levels[1].name != "bare_thing" or right.claim.subject is not None:
        return None
    doer = _subject_level(left.bare[0], right.bare[1])
    return (doer, levels[1]) if doer.outcome is Outcome.SAME else None


def _facing(left: Told, right: Told) -> tuple[Sides, Sides]:
    """Return the sides; who is so faces the one to whom the other text says it was done."""
    turned = left.is_so != right.is_so
    return (
        left.turned if turned and left.is_so and right.claim.object else left.sides,
        right.turned if turned and right.is_so and left.claim.object else right.sides,
    )


def _crossed(left: Told, right: Told) -> Levels:
    """Compare each with the other side of the other claim, by their names alone."""
    (subject, object_), (other_subject, other_object) = left.bare, right.bare
    return _subject_level(subject, other_object), _object_level(object_, other_subject)


# A claim of a draft meets the same party in many articles.
_subject_level = lru_cache(maxsize=16384)(SUBJECT.decide)
_object_level = lru_cache(maxsize=16384)(OBJECT.decide)


def _agree(levels: Levels) -> bool:
    """No side differs, at least one is the same, and one at most is unknown on one side.

    What happens in a town need not be what happens in its country.
    """
    outcomes = [level.outcome for level in levels]
    apart = Outcome.DIFFERENT in outcomes or any(level.name == "within" for level in levels)
    return not apart and Outcome.SAME in outcomes


def _conflict(pairing: Pairing, rule: Rule, ruling: Ruling) -> Conflict:
    evidence = weighed(pairing, ruling.fillers)
    return Conflict(
        rule,
        ruling.verdict,
        round(probability(evidence) * ruling.strength, 3),
        ruling.message,
        evidence,
    )
