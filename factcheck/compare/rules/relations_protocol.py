"""What a rule about relations is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from factcheck.model import Evidence, Level, RelationalClaim, Rule, Verdict


class Room(StrEnum):
    """Whether the world can have changed between two claims."""

    NONE = "none"  # said about the same time
    LATER = "later"  # the second one can report a later state
    APART = "apart"  # about times that share nothing


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two relational claims, the earlier one first, and how far they speak of one thing.

    `same` says that both sides agree as they stand, `swapped` that they agree crosswise; `sides`
    holds how subject and object compare, as they stand or, where the parties may swap, crosswise.
    """

    earlier: RelationalClaim
    later: RelationalClaim
    same: bool
    swapped: bool
    sides: tuple[Level[Any], Level[Any]]
    room: Room
    days: int  # between the two publications; 0 when unknown
    published: tuple[date | None, date | None]
    shown: Callable[[], tuple[Evidence, ...]] = tuple  # evidence of the two sides, when asked for

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
    fillers: str = ""  # "subject" or "object": the side that has to differ


@dataclass(frozen=True, slots=True)
class Conflict:
    """A finding between two relational claims, before it is placed in a report."""

    rule: Rule
    verdict: Verdict
    confidence: float
    message: Mapping[str, str]
    evidence: tuple[Evidence, ...] = ()
    kind: str = "relation"
