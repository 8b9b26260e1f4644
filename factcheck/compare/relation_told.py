"""What is compared about two relations: each claim, when it was told, and its two sides."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from factcheck.compare.relation_sides import Side, object_of, subject_of
from factcheck.model import RelationalClaim
from factcheck.vocab.opposites import is_state

Sides = tuple[Side, Side]  # subject and object


class Told:
    """A relational claim and the day of its article, None when unknown; told apart by identity.

    Its sides are worked out once, when first asked for: most pairs end before that.
    """

    def __init__(self, claim: RelationalClaim, published: date | None) -> None:
        self.claim = claim
        self.published = published

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        """Return what the earlier of two claims has less of, whatever the order they came in."""
        day = self.published.toordinal() if self.published else 0
        return day, self.claim.document, self.claim.start, self.claim.end, self.claim.quote

    @cached_property
    def undated(self) -> Told:
        """Return the same claim, told on no known day."""
        return Told(self.claim, None)

    @cached_property
    def sides(self) -> Sides:
        """Return subject and object, each with what narrows it."""
        return subject_of(self.claim), object_of(self.claim)

    @cached_property
    def is_so(self) -> bool:
        """Say whether the claim tells what its subject is, not what it does ("is closed")."""
        return self.claim.object is None and is_state(self.claim.attribute("deed"))

    @cached_property
    def turned(self) -> Sides:
        """Return the sides of a state as of a deed: done by nobody named to who is so."""
        subject, object_ = self.sides
        return object_, subject

    @cached_property
    def bare(self) -> Sides:
        """Return subject and object by their names alone."""
        subject, object_ = self.sides
        return subject.bare(), object_.bare()
