"""What two claims are to each other, why, and the report of a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from factcheck.model.claims import Claim
from factcheck.model.terms import Outcome, Role, Severity, Verdict
from factcheck.model.text import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Level(Generic[T]):
    """One named outcome of comparing an aspect; `weight` is log2(m/u) from weights.toml."""

    name: str
    label: str
    outcome: Outcome
    applies: Callable[[T, T], bool]


@dataclass(frozen=True, slots=True)
class Comparison(Generic[T]):
    """Ordered levels of one aspect: the first that holds decides."""

    aspect: str
    levels: tuple[Level[T], ...]
    show: Callable[[T], str]

    def decide(self, left: T, right: T) -> Level[T]:
        """Return the first level that holds. The last level must always hold."""
        for level in self.levels:
            if level.applies(left, right):
                return level
        raise LookupError(f"{self.aspect}: no level holds, not even the last")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one aspect of two claims counts as the same thing."""

    aspect: str
    left: str
    right: str
    level: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """What can be wrong. Ids are never reused; the name states the fault."""

    id: str
    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class FindingClaim:
    """A claim and the part that it plays."""

    role: Role
    claim: Claim


@dataclass(frozen=True, slots=True)
class Camps:
    """How many independent texts stand on either side, and which side is likely stale."""

    primary: int
    counterpart: int
    copies: int = 0  # articles not counted, as they carry the text of another
    stale: Role | None = None  # PRIMARY or COUNTERPART
    because: str = ""  # "trusted": a trusted source is on the other side; "later": it is later


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that cannot all be true, or nearly so, and why."""

    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    confidence: float
    kind: str  # amount, percentage, count, date, duration, rank, ratio, relation, arithmetic
    message: str
    claims: tuple[FindingClaim, ...]
    evidence: tuple[Evidence, ...] = ()
    proposed_by: tuple[str, ...] = ()
    id: str = ""
    suppression: Mapping[str, str] | None = None
    camps: Camps | None = None

    @property
    def primary(self) -> Claim:
        """Return the claim that the finding is about."""
        return self.claims[0].claim

    @property
    def secondary(self) -> Claim:
        """Return the strongest counterpart."""
        return self.claims[1].claim


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    claim_counts: Mapping[str, int] = field(default_factory=dict)  # document id -> claims
    suppressed: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()  # for standard error, not for the report

    def document(self, document_id: str) -> Document:
        """Return the document with that id; KeyError when the report has none."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)
