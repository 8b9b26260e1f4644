"""Decides what two relational claims are to each other.

First whether they speak of one relation (family, sides, modality), then the first rule that
holds. The answer does not depend on the order of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.compare.commitment import Standing, standing
from factcheck.compare.relation_evidence import probability, weighed
from factcheck.compare.relation_occasions import of_other_occasions
from factcheck.compare.relation_sides import OBJECT, SUBJECT, Side, object_of, subject_of
from factcheck.compare.relation_times import room_between
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
    rules = _rules(left, right)
    if not rules or of_other_occasions(left, right):
        return None
    pairing = pair_up(left, right, left_published, right_published)
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
    return _pair(*sorted(((left, left_published), (right, right_published)), key=_order))


def _rules(left: RelationalClaim, right: RelationalClaim) -> tuple[tuple[Rule, Check], ...]:
    if predicate_rows()[left.predicate].open:
        return _DEEDS if left.predicate == right.predicate else ()
    if left.predicate == right.predicate:
        return RELATION_RULES if _roles_agree(left, right) else _KINDRED
    return _TENSION if fc307_tension.related(left.predicate, right.predicate) else ()


def _order(item: tuple[RelationalClaim, date | None]) -> tuple[str, str, int, int, str]:
    claim, published = item
    day = published.isoformat() if published else ""
    return day, claim.document, claim.start, claim.end, claim.quote


def _allowed(pairing: Pairing, rule: Rule) -> bool:
    """Open claims conflict only with a denial; forecasts only with forecasts."""
    stands = standing(pairing.earlier.modality, pairing.later.modality)
    if stands is Standing.EQUAL:
        open_ones = [c.modality in _OPEN_MODALITIES for c in pairing.claims]
        return not any(open_ones) or rule.id in ("FC306", "FC308")
    return stands is Standing.EARLIER and rule.id == "FC308"


_OPEN_MODALITIES = frozenset({Modality.NEGOTIATED, Modality.POSSIBLE})


def _pair(
    first: tuple[RelationalClaim, date | None], second: tuple[RelationalClaim, date | None]
) -> Pairing:
    earlier, later = first[0], second[0]
    straight = _sides(earlier, later, crossed=False)
    crossed = _sides(earlier, later, crossed=True)
    same, swapped = _agree(straight), _agree(crossed)
    if swapped and _symmetric(earlier, later) and not same:
        straight, same = crossed, True
    shown = straight if same or not swapped else crossed
    return Pairing(
        earlier=earlier,
        later=later,
        same=same,
        swapped=swapped,
        sides=straight.levels,
        room=room_between(earlier, later, first[1], second[1]),
        days=abs((second[1] - first[1]).days) if first[1] and second[1] else 0,
        published=(first[1], second[1]),
        shown=shown.evidence,
    )


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


class _Sides(NamedTuple):
    """Subject and object of two claims, and how they compare."""

    mine: tuple[Side, Side]
    other: tuple[Side, Side]
    levels: tuple[Level[Side], Level[Side]]

    def evidence(self) -> tuple[Evidence, ...]:
        """Return what an editor sees of them."""
        return tuple(
            Evidence(aspect.aspect, aspect.show(mine), aspect.show(other), level.name)
            for aspect, mine, other, level in zip(
                (SUBJECT, OBJECT), self.mine, self.other, self.levels, strict=True
            )
        )


def _sides(left: RelationalClaim, right: RelationalClaim, crossed: bool) -> _Sides:
    """Compare subject with subject and object with object, or crosswise."""
    mine = (subject_of(left), object_of(left))
    other = (subject_of(right), object_of(right))
    if crossed:
        other = (_bare(other[1]), _bare(other[0]))
        mine = (_bare(mine[0]), _bare(mine[1]))
    levels = _subject_level(mine[0], other[0]), _object_level(mine[1], other[1])
    return _Sides(mine, other, levels)


# A claim of a draft meets the same party in many articles.
_subject_level = lru_cache(maxsize=16384)(SUBJECT.decide)
_object_level = lru_cache(maxsize=16384)(OBJECT.decide)


def _bare(side: Side) -> Side:
    return Side(side.entity, language=side.language)


def _agree(sides: _Sides) -> bool:
    """No side differs, at least one is the same, and one at most is unknown on one side.

    What happens in a town need not be what happens in its country.
    """
    outcomes = [level.outcome for level in sides.levels]
    apart = Outcome.DIFFERENT in outcomes or any(level.name == "within" for level in sides.levels)
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
