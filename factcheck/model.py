"""The types that every stage shares.

This module imports nothing of ours. Offsets count Unicode code points of the
document's text; `end` is exclusive; dates are inclusive at both ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar


class Verdict(StrEnum):
    """What two comparable claims are to each other."""

    CONTRADICTION = "contradiction"
    DISCREPANCY = "discrepancy"
    UPDATE = "update"
    AGREEMENT = "agreement"


class Severity(StrEnum):
    """How loud a finding is; `--fail-on` compares against it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Modality(StrEnum):
    """How far the text commits to the claim. Which ones compare is a table (modality.toml)."""

    ACTUAL = "actual"
    REPORTED = "reported"
    ANNOUNCED = "announced"
    NEGOTIATED = "negotiated"
    POSSIBLE = "possible"
    FORECAST = "forecast"
    DENIED = "denied"


class Aspect(StrEnum):
    """Which side of a measurand a number speaks about."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"
    RANK = "rank"


class Role(StrEnum):
    """The part that a claim plays in a finding."""

    PRIMARY = "primary"
    COUNTERPART = "counterpart"
    AGREES_WITH_PRIMARY = "agrees_with_primary"
    AGREES_WITH_COUNTERPART = "agrees_with_counterpart"
    PART = "part"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read, before anything is understood."""

    id: str
    path: str
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    published_inferred: bool = False
    language: str = "de"
    origin: str = "text"
    url: str = ""
    trusted: bool = False
    body_start: int = 0  # where front matter ends and the article begins


class SentenceKind(StrEnum):
    """Where in the article a sentence stands."""

    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the document; sentences and the gaps between them give the text back."""

    start: int
    end: int
    text: str
    kind: SentenceKind = SentenceKind.BODY
    language: str = "de"
    paragraph: int = 0
    question: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval in base units: one type for exact, rounded, hedged, ranged and vague amounts.

    Base units: whole currency units, percent and percentage points as written, metres, days,
    counts as they are. An unbounded end is -inf or inf. `value` is the stated value in base
    units (the middle of a stated range; None when only a vague word stands there).
    """

    low: float
    high: float
    unit: str  # row id of units.toml; the currency code for money; "" for a bare number
    dimension: str  # money, percent, percentage_point, count, length, time, ratio, number, ...
    low_open: bool = False
    high_open: bool = False
    value: float | None = None
    digits: int = 0  # significant digits as written; 0 for number words and vague amounts
    hedge: str = ""  # row id of the language's hedges, stacked ones joined with "+"
    per: str = ""  # "share", "month", "year", ... for rates
    noun: str = ""  # canonical counted noun ("job", "person"), else ""

    @property
    def vague(self) -> bool:
        """Say whether no number was stated."""
        return self.value is None

    @property
    def bounded(self) -> bool:
        """Say whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and the text that says it, hedge, currency and unit included."""

    start: int
    end: int
    text: str
    quantity: Quantity
    role: str = ""  # "from" and "to" for the two ends of a change
    head: str = ""  # rest of a compound ("Investment" in "10-Milliarden-Dollar-Investment")


class Resolution(StrEnum):
    """How the dates of a period are known."""

    STATED = "stated"
    RELATIVE = "relative"
    FISCAL = "fiscal"
    PUBLICATION = "publication"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive interval of dates; an open end is None."""

    start: date | None
    end: date | None
    granularity: str  # day, week, month, quarter, half, year, span, ...
    resolved: Resolution
    label: str = ""  # as written, normalised
    anchor: str = ""  # "since", "until", "within" for open intervals, else ""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period and the text that says it."""

    start: int
    end: int
    text: str
    period: Period


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what: a row of entities.toml, a listed company, or text that nothing resolves."""

    id: str  # "microsoft"; "text:..." with the normalised words when unresolved
    name: str
    kind: str = "unknown"  # company, person, institution, place, product, office, unknown

    @property
    def resolved(self) -> bool:
        """Say whether a table knows it."""
        return not self.id.startswith("text:")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity and the text that means it."""

    start: int
    end: int
    text: str
    entity: Entity
    how: str = "name"  # name, alias, genitive, compound, epithet, pronoun, surname, fuzzy, text


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its part of speech (HanTa's STTS-like tags; Penn tags for English)."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str


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


class Outcome(StrEnum):
    """What a level means for comparability."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"


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
