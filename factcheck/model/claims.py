"""What an article says about one thing, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.reading import Entity, Period, Quantity
from factcheck.model.terms import Aspect, Modality
from factcheck.model.text import SentenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an article says about one thing, in one place."""

    document: str  # document id
    start: int
    end: int
    quote: str
    sentence: str
    sentence_start: int
    subject: Entity | None
    period: Period
    language: str = "de"
    kind: SentenceKind = SentenceKind.BODY
    place: str = ""
    attribution: str = ""
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    changed: bool = False  # the text itself says that the state or figure changed ("inzwischen")
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericClaim(Claim):
    """An amount of something."""

    metric: str  # row id of metrics.toml; "" when no metric is named
    metric_text: str = ""
    aspect: Aspect = Aspect.LEVEL
    object: Entity | None = None
    quantity: Quantity
    scope: str = ""  # qualifier that narrows the measurand ("Cloud", "Europa")
    names: tuple[str, ...] = ()  # "kind:id" of the entities in the claim's clause, sorted
    nouns: tuple[str, ...] = ()  # stems of its other nouns and qualifiers, sorted
    qualifiers: tuple[str, ...] = ()  # "set:member" of what narrows it (qualifiers.toml), sorted
    slots: tuple[str, ...] = ()  # "slot:stem" of its clause's words (numeric/slots.py), sorted
    clause_start: int = 0  # range of its clause in the sentence; 0 and 0 for all of it
    clause_end: int = 0
    role: str = ""  # as in QuantityMention


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationalClaim(Claim):
    """Who did what to whom, and whether it holds."""

    predicate: str  # family id of predicates.toml
    state: (
        str  # starts, holds, ends, grows, shrinks, allows, forbids, confirms, denies, wins, loses
    )
    polarity: int  # +1 the relation holds after it, -1 it does not
    object: Entity | None = None
    recipient: Entity | None = None
    object_text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, name: str) -> str:
        """Return the attribute's value, or an empty string."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two claims worth comparing, and who said so. `left` and `right` are claim positions."""

    left: int
    right: int
    similarity: float
    proposed_by: tuple[str, ...]
