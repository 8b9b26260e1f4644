"""A finding with its claims resolved: documents, places, marked words, roles."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.model import Claim, Document, Finding, NumericClaim, Role
from factcheck.report.escape import clipped, visible
from factcheck.report.position import Position
from factcheck.report.sentence import LONGEST_QUOTE, Piece, all_in_one

LONGEST_NAME = 200
LONGEST_MESSAGE = 1200
GROUP_ROLES = (Role.AGREES_WITH_PRIMARY, Role.AGREES_WITH_COUNTERPART, Role.COUNTERPART)
SUM_ROLES = (Role.TOTAL, Role.PART)


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding with all that a reader needs to look it up."""

    role: Role
    claim: Claim
    document: Document
    position: Position
    end: Position
    pieces: tuple[Piece, ...]
    rule: str = ""

    @property
    def order(self) -> tuple[str, str, int]:
        """Return what sorts sides by date, then article, then place."""
        return str(self.document.published or "9999"), self.document.path, self.claim.start

    @property
    def title(self) -> str:
        """Return the article's title, safe to show."""
        return visible(clipped(self.document.title, LONGEST_NAME))

    @property
    def source(self) -> str:
        """Return who published the article, safe to show."""
        return visible(clipped(self.document.source, LONGEST_NAME))

    @property
    def quote(self) -> str:
        """Return the claim's quote, safe to show."""
        return visible(clipped(self.claim.quote, LONGEST_QUOTE))

    @property
    def place(self) -> str:
        """Return `path:line:column`, as terminals and editors link it."""
        return f"{visible(self.document.path)}:{self.position.line}:{self.position.column}"


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, its claims resolved: the pair, the rest of its group, the parts of its sum."""

    finding: Finding
    sides: tuple[Side, ...]

    @property
    def message(self) -> str:
        """Return the finding's sentence, safe to show."""
        return visible(clipped(self.finding.message, LONGEST_MESSAGE))

    @property
    def pair(self) -> tuple[Side, Side]:
        """Return the primary claim and its counterpart."""
        return self.sides[0], self.sides[1]

    @property
    def together(self) -> Side | None:
        """Return the one sentence that all the claims stand in, as a side; None where they do not.

        To show it twice, each time with another word marked, would tell nothing more.
        """
        found = all_in_one([side.claim for side in self.sides])
        return replace(self.sides[0], pieces=found) if found else None

    @property
    def group(self) -> tuple[Side, ...]:
        """Return the claims that agree with one of the pair: A's camp first, each by date."""
        group = [side for side in self.sides[2:] if side.role in GROUP_ROLES]
        return tuple(sorted(group, key=lambda side: (GROUP_ROLES.index(side.role), *side.order)))

    @property
    def parts(self) -> tuple[Side, ...]:
        """Return the further parts of an arithmetic finding."""
        return tuple(side for side in self.sides[2:] if side.role not in GROUP_ROLES)

    @property
    def numbers(self) -> tuple[Side, ...]:
        """Return the sides to draw on one axis: the pair, or a sum with all its parts.

        Empty unless all are amounts of one dimension and unit, or where there is one and the same
        interval to draw.
        """
        is_sum = self.sides[0].role in SUM_ROLES or bool(self.parts)
        sides = (*self.pair, *self.parts) if is_sum else self.pair
        kinds = {_kind(side.claim) for side in sides}
        intervals = {_interval(side.claim) for side in sides}
        return sides if len(kinds) == 1 < len(intervals) and None not in kinds else ()


def _kind(claim: Claim) -> tuple[str, str, str] | None:
    if not isinstance(claim, NumericClaim):
        return None
    quantity = claim.quantity
    unit = quantity.unit if quantity.dimension == "money" else ""
    return quantity.dimension, unit, quantity.per


def _interval(claim: Claim) -> tuple[float, float] | None:
    if not isinstance(claim, NumericClaim):
        return None
    return claim.quantity.low, claim.quantity.high
