"""Decides what two relational claims are to each other.

First whether they speak of one relation (family, sides, modality), then the first rule that
holds. The answer does not depend on the order of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from factcheck.compare.commitment import Standing, standing
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
from factcheck.model import Comparison, Evidence, Level, Modality, Outcome, RelationalClaim, Rule
from factcheck.tables.predicates import RoleRow, predicate_rows, role_rows

Check = Callable[[Pairing], Ruling | None]

# What a side that is not plainly the same leaves of the confidence.
_OPTIONAL = 0.9  # an object that the family can do without
_LEVELS = {"one_missing": 0.6, "bare_thing": 0.85, "two_languages": 0.8}
_UNNAMED_DOER = 0.75  # "X was acquitted" leaves out by whom
_OPEN = 0.9  # the same for a claim that is not plainly stated

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
    (module.RULE, module.check) for module in (fc302_negation, fc301_opposite_state)
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
    if not rules:
        return None
    pairing = _pair(*sorted(((left, left_published), (right, right_published)), key=_order))
    if pairing is None:
        return None
    for rule, check in rules:
        ruling = check(pairing)
        if ruling is not None and _allowed(pairing, rule):
            return _conflict(pairing, rule, ruling)
    return None


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
) -> Pairing | None:
    earlier, later = first[0], second[0]
    straight = _sides(earlier, later, crossed=False)
    crossed = _sides(earlier, later, crossed=True)
    same, swapped = _agree(straight), _agree(crossed)
    crosswise = swapped and not same
    if crosswise and _symmetric(earlier, later):
        straight, same = crossed, True
    subject, target = (level.outcome for level in straight[1])
    return Pairing(
        earlier=earlier,
        later=later,
        same=same,
        swapped=swapped,
        same_subject=subject is Outcome.SAME,
        same_object=target is Outcome.SAME,
        room=room_between(earlier, later, first[1], second[1]),
        days=abs((second[1] - first[1]).days) if first[1] and second[1] else 0,
        published=(first[1], second[1]),
        strength=_strength((crossed if crosswise else straight)[1], earlier, later, crosswise),
        evidence=(crossed if crosswise else straight)[0],
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


_Sides = tuple[tuple[Evidence, ...], tuple[Level[Side], ...]]


def _sides(left: RelationalClaim, right: RelationalClaim, crossed: bool) -> _Sides:
    """Compare subject with subject and object with object, or crosswise."""
    mine = (subject_of(left), object_of(left))
    other = (subject_of(right), object_of(right))
    if crossed:
        other = (_bare(other[1]), _bare(other[0]))
        mine = (_bare(mine[0]), _bare(mine[1]))
    pairs = ((SUBJECT, mine[0], other[0]), (OBJECT, mine[1], other[1]))
    levels = tuple(comparison.decide(a, b) for comparison, a, b in pairs)
    return tuple(_evidence(c, a, b, v) for (c, a, b), v in zip(pairs, levels, strict=True)), levels


def _bare(side: Side) -> Side:
    return Side(side.entity, language=side.language)


def _evidence(
    comparison: Comparison[Side], left: Side, right: Side, level: Level[Side]
) -> Evidence:
    shown = comparison.show(left), comparison.show(right)
    return Evidence(comparison.aspect, shown[0], shown[1], level.label)


def _agree(sides: _Sides) -> bool:
    """No side differs, at least one is the same, and one at most is unknown on one side."""
    outcomes = [level.outcome for level in sides[1]]
    return Outcome.DIFFERENT not in outcomes and Outcome.SAME in outcomes


def _strength(
    levels: tuple[Level[Side], ...],
    earlier: RelationalClaim,
    later: RelationalClaim,
    crosswise: bool,
) -> float:
    """Return what the levels leave; a family that needs no object barely misses one."""
    subject, target = (_LEVELS.get(level.name, 1.0) for level in levels)
    if predicate_rows()[earlier.predicate].intransitive and levels[1].name == "one_missing":
        target = _OPTIONAL
    unnamed_doer = levels[0].name == "one_missing" and levels[1].name == "same"
    if unnamed_doer and not crosswise and _names_somebody(earlier) and _names_somebody(later):
        subject = _UNNAMED_DOER
    return subject * target


def _names_somebody(claim: RelationalClaim) -> bool:
    """Say whether a side is somebody or something with a name, not just of a kind."""
    sides = (claim.subject, claim.object)
    return any(side is not None and side.resolved and side.kind != "thing" for side in sides)


def _conflict(pairing: Pairing, rule: Rule, ruling: Ruling) -> Conflict:
    earlier, later = pairing.claims
    stated = (Modality.ACTUAL, Modality.REPORTED, Modality.DENIED)
    openness = 1.0 if all(c.modality in stated for c in pairing.claims) else _OPEN
    confidence = (
        min(earlier.confidence, later.confidence) * pairing.strength * ruling.strength * openness
    )
    return Conflict(
        rule,
        ruling.verdict,
        round(confidence, 3),
        ruling.message,
        (*pairing.evidence, *_more(pairing)),
    )


def _more(pairing: Pairing) -> tuple[Evidence, ...]:
    """The relation, its states and the times, as the reader may ask for them."""
    earlier, later = pairing.claims
    family = "same" if earlier.predicate == later.predicate else "related"
    return (
        Evidence("predicate", earlier.predicate, later.predicate, family),
        Evidence("state", _state(earlier), _state(later), "compared"),
        Evidence("time", earlier.period.label, later.period.label, pairing.room.value),
        Evidence("modality", earlier.modality.value, later.modality.value, "compared"),
    )


def _state(claim: RelationalClaim) -> str:
    return f"not {claim.state}" if claim.negated else claim.state
