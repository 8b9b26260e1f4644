"""Whether the world can have changed between two relational claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.compare.rules.relations_protocol import Pairing, Room
from factcheck.model import Period, RelationalClaim, Resolution
from factcheck.tables.predicates import predicate_rows, state_rows

NEWS_DAYS = 3  # articles this close leave no room for a change that neither mentions
OLD_DAYS = 365  # a state this old may have ended and begun again unnoticed

_STATED = (Resolution.STATED, Resolution.RELATIVE, Resolution.FISCAL)


def span(claim: RelationalClaim, published: date | None) -> tuple[date, date] | None:
    """Return the first and last day that a claim speaks of, or None when nothing says."""
    period = claim.period
    if period.resolved in _STATED and _bounded(period):
        assert period.start is not None and period.end is not None
        return period.start, period.end
    return (published, published) if published else None


def _bounded(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.anchor == ""


def stated(claim: RelationalClaim) -> bool:
    """Say whether the text itself dates the relation."""
    return claim.period.resolved in _STATED and _bounded(claim.period)


def room_between(
    earlier: RelationalClaim,
    later: RelationalClaim,
    earlier_published: date | None,
    later_published: date | None,
) -> Room:
    """Return whether the second claim can report a later state than the first."""
    if earlier.attribute("past") != later.attribute("past"):
        return Room.APART  # "war Präsident" says nothing of who it is
    first, second = span(earlier, earlier_published), span(later, later_published)
    if first is None or second is None:
        return Room.LATER if later.changed and earlier.document != later.document else Room.NONE
    if stated(earlier) and stated(later) and (first[1] < second[0] or second[1] < first[0]):
        return Room.APART
    if _before_it_was_over(earlier, second[1], earlier_published) and _days_apart(
        earlier_published, later_published
    ):
        return Room.LATER
    if later.changed and second[1] >= first[0] and earlier.document != later.document:
        return Room.LATER
    return Room.LATER if (second[0] - first[1]).days > NEWS_DAYS else Room.NONE


def said_apart(pairing: Pairing) -> Pairing:
    """Return the pairing with room for a change only between the two publications.

    An end that lies ahead is no time at which the claim was made.
    """
    fresh = pairing.later.changed and pairing.earlier.document != pairing.later.document
    room = Room.LATER if fresh or pairing.days > NEWS_DAYS else Room.NONE
    return replace(pairing, room=room)


def _before_it_was_over(undated: RelationalClaim, end: date, published: date | None) -> bool:
    """An undated move of a figure, said before the other's period was over, is an earlier one."""
    row = predicate_rows()[undated.predicate]
    return row.scalar and not stated(undated) and published is not None and published < end


def _days_apart(earlier: date | None, later: date | None) -> bool:
    return bool(earlier and later and (later - earlier).days > NEWS_DAYS)


def moves_of_two_periods(pairing: Pairing) -> bool:
    """Say whether each claim tells how a figure moved in a period of its own."""
    apart = pairing.room is Room.APART and all(stated(claim) for claim in pairing.claims)
    return apart and predicate_rows()[pairing.later.predicate].scalar


def can_follow(pairing: Pairing) -> bool:
    """Say whether the later claim's state can come after the earlier one's."""
    earlier, later = pairing.claims
    if pairing.room is Room.NONE:
        return False
    row = predicate_rows()[later.predicate]
    if row.event:
        return False
    if later.changed or row.scalar or pairing.days > OLD_DAYS or pairing.room is Room.APART:
        return True
    if earlier.polarity > 0:
        return True
    begins = state_rows()[later.state].rank == 1 or later.state in ("allows", "wins", "confirms")
    return earlier.negated or begins
