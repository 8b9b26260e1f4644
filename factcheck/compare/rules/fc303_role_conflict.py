"""FC303: two fillers of a role that only one can fill at a time."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.compare.relation_verdicts import two_sources, verdict_of
from factcheck.compare.relation_wording import by_verdict, worded
from factcheck.compare.rules.relations_protocol import Pairing, Room, Ruling
from factcheck.model import Entity, Modality, Outcome, RelationalClaim, Rule, Severity, Verdict
from factcheck.tables.catalogue import in_each_language
from factcheck.tables.predicates import predicate_rows, role_rows
from factcheck.vocab.things import is_part

RULE = Rule(
    "FC303",
    "role-conflict",
    Severity.ERROR,
    "Two different fillers are named for a role that only one can have.",
)

_TEXT = in_each_language("FC303")
_KIN = in_each_language("FC303_kin")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when one side is the same and the exclusive side differs."""
    earlier, later = pairing.claims
    if _kin_clash(pairing):
        return Ruling(Verdict.CONTRADICTION, worded(_KIN, pairing))
    side = _exclusive_side(earlier, later)
    if not side or not all(_fills(claim) for claim in pairing.claims):
        return None
    filled, held = pairing.sides if side == "subject" else pairing.sides[::-1]
    if held.outcome is not Outcome.SAME or filled.outcome is not Outcome.DIFFERENT:
        return None
    if not _known(pairing, side):
        return None
    if pairing.room is Room.APART or _other_office(pairing) or _of_two_terms(pairing):
        return None
    verdict = _verdict(pairing)
    fixed = earlier.object if side == "subject" else earlier.subject
    names = {"fixed": fixed, **dict(zip(("left", "right"), _fillers(pairing, side), strict=True))}
    return Ruling(verdict, by_verdict(verdict, _TEXT, pairing, **_shown(names)), fillers=side)


def _fillers(pairing: Pairing, side: str) -> list[Entity | None]:
    return [claim.subject if side == "subject" else claim.object for claim in pairing.claims]


def _shown(names: Mapping[str, Entity | None]) -> dict[str, dict[str, str]]:
    """Return each name for each language; names are written as the texts write them."""
    written = {key: entity.name if entity else "" for key, entity in names.items()}
    return {key: dict.fromkeys(_TEXT, name) for key, name in written.items()}


def _kin_clash(pairing: Pairing) -> bool:
    """Two people are said to be two different things to each other (brother-in-law and father)."""
    roles = [role_rows().get(claim.attribute("role")) for claim in pairing.claims]
    first, second = roles
    if first is None or second is None or first.id == second.id or first.family != "kinship":
        return False
    fits = second.id in first.counterparts or first.id in second.counterparts
    if not all(_fills(claim) for claim in pairing.claims):
        return False
    return pairing.same or (pairing.swapped and not fits)


def _of_two_terms(pairing: Pairing) -> bool:
    """Who held it until a day that is past, or may be, leaves it to another."""
    over = [
        bool(until) and (day is None or until < day.isoformat())
        for until, day in zip(
            (claim.attribute("until") for claim in pairing.claims), pairing.published, strict=True
        )
    ]
    return any(over)


def _other_office(pairing: Pairing) -> bool:
    """Somebody can be followed by one in this office and by another in that."""
    offices = {claim.attribute("office") for claim in pairing.claims} - {""}
    return len(offices) > 1


def _exclusive_side(earlier: RelationalClaim, later: RelationalClaim) -> str:
    """ "subject", "object", or "" when the relation takes many fillers."""
    role, other = earlier.attribute("role"), later.attribute("role")
    row = predicate_rows()[earlier.predicate]
    by_roles = row.id == "office" or bool(row.role)  # exclusive by its roles alone
    if (role and other) or (by_roles and (role or other)):
        return "subject" if role == other and role_rows()[role].exclusive else ""
    return "" if by_roles else row.exclusive


def _fills(claim: RelationalClaim) -> bool:
    return claim.polarity > 0 and not claim.negated


def _known(pairing: Pairing, side: str) -> bool:
    """Both fillers and the fixed side are named."""
    other_side = "thing" if side == "subject" else "subject_thing"
    if any(is_part(claim.attribute(other_side)) for claim in pairing.claims):
        return False
    fillers = _fillers(pairing, side)
    fixed = [c.object if side == "subject" else c.subject for c in pairing.claims]
    if not all(
        _named(claim, side, entity) for claim, entity in zip(pairing.claims, fillers, strict=True)
    ):
        return False
    if all(entity is not None for entity in fixed):
        return not _share_a_name(*fillers)
    return False


def _named(claim: RelationalClaim, side: str, entity: Entity | None) -> bool:
    """A name, no description ("ein Pazifist" may be the one whom the other text names)."""
    described = claim.attribute("subject_thing" if side == "subject" else "thing")
    return entity is not None and entity.kind != "thing" and not described


def _share_a_name(left: Entity | None, right: Entity | None) -> bool:
    """ "Barings" and "Barings Bank" may be one."""
    if left is None or right is None:
        return True
    return bool(set(left.name.casefold().split()) & set(right.name.casefold().split()))


def _verdict(pairing: Pairing) -> Verdict:
    """A new holder who is only announced follows the present one."""
    row = predicate_rows()[pairing.earlier.predicate]
    modalities = [claim.modality for claim in pairing.claims]
    if row.role:  # it happens once, announced or done
        return Verdict.DISCREPANCY if two_sources(pairing) else Verdict.CONTRADICTION
    if modalities.count(Modality.ANNOUNCED) == 1:
        return Verdict.UPDATE
    verdict = verdict_of(pairing)
    several = row.event and not pairing.earlier.attribute("role")
    if several and verdict is Verdict.CONTRADICTION and row.id in ("founding", "creation"):
        return Verdict.DISCREPANCY
    return verdict
