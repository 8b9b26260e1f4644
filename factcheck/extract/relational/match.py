"""What one clause says about one relation, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.context import Clause
from factcheck.extract.relational.parties import Party
from factcheck.model import Modality


@dataclass(frozen=True, slots=True)
class Match:
    """A family and its state with both sides; `negates` flips the clause's own negation."""

    family: str
    state: str
    clause: Clause
    subject: Party = field(default_factory=Party)
    object: Party = field(default_factory=Party)
    recipient: Party = field(default_factory=Party)
    negates: bool = False
    modality: Modality | None = None  # instead of the clause's
    role: str = ""
    deed: str = ""  # what is said, in a family that is open: a row of opposites.toml or a verb
    details: str = ""  # stems of what else an open clause says
    certainty: float = 1.0
    ignores_negation: bool = False  # the clause's "nicht" is about something else
    after: int = 0  # where attributes ("bis 2032") are looked for first, offset in the sentence


@dataclass(frozen=True, slots=True)
class Effect:
    """What the clause does to the relation that a noun names."""

    state: str
    granted: bool = False  # the recipient, not the subject, has the relation then
    modality: Modality | None = None
    negates: bool = False
    certainty: float = 1.0
