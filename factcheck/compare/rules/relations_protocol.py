"""What a rule about relations is given and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.model import Evidence, RelationalClaim, Rule, Verdict


class Room(StrEnum):
    """Whether the world can have changed between two claims."""

    NONE = "none"  # said about the same time
    LATER = "later"  # the second one can report a later state
    APART = "apart"  # about times that share nothing


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two relational claims, the earlier one first, and how far they speak of one thing.

    `same` says that both sides agree as they stand, `swapped` that they agree crosswise,
    `same_subject` and `same_object` that at least this side does.
    """

    earlier: RelationalClaim
    later: RelationalClaim
    same: bool
    swapped: bool
    same_subject: bool
    same_object: bool
    room: Room
    days: int  # between the two publications; 0 when unknown
    published: tuple[date | None, date | None]
    strength: float  # 1 when every aspect is the same; less for each unknown one
    evidence: tuple[Evidence, ...] = ()

    @property
    def claims(self) -> tuple[RelationalClaim, RelationalClaim]:
        """Return both claims."""
        return self.earlier, self.later


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of a pairing; `message` has one sentence per language."""

    verdict: Verdict
    message: Mapping[str, str]
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Conflict:
    """A finding between two relational claims, before it is placed in a report."""

    rule: Rule
    verdict: Verdict
    confidence: float
    message: Mapping[str, str]
    evidence: tuple[Evidence, ...] = ()
    kind: str = "relation"
