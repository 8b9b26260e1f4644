"""What every format shows of a finding: its claims with their places and marked words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from factcheck.model import (
    Claim,
    Document,
    Evidence,
    Finding,
    NumericClaim,
    Outcome,
    Report,
    Role,
    Span,
    Verdict,
)
from factcheck.report.diff import differing
from factcheck.report.escape import clipped, visible
from factcheck.report.messages import Catalogue
from factcheck.report.position import LineIndex, Position

CONTEXT = 130  # characters of the sentence shown on either side of the quote
LONGEST_QUOTE = 400
LONGEST_NAME = 200
LONGEST_MESSAGE = 1200
GROUP_ROLES = (Role.AGREES_WITH_PRIMARY, Role.AGREES_WITH_COUNTERPART)
IDENTIFYING = (
    "subject",
    "metric",
    "predicate",
    "family",
    "object",
    "recipient",
    "period",
    "scope",
    "place",
)
SUM_ROLES = (Role.TOTAL, Role.PART)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's sentence: outside the quote, inside it, or a differing word of it."""

    text: str
    quoted: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a finding with all that a reader needs to look it up."""

    role: Role
    claim: Claim
    document: Document
    position: Position
    end: Position
    pieces: tuple[Piece, ...]

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
    def group(self) -> tuple[Side, ...]:
        """Return the claims that agree with one of the pair: A's camp first, each by date."""
        group = [side for side in self.sides[2:] if side.role in GROUP_ROLES]
        return tuple(sorted(group, key=lambda side: (GROUP_ROLES.index(side.role), *side.order)))

    @property
    def parts(self) -> tuple[Side, ...]:
        """Return the further parts of an arithmetic finding."""
        return tuple(side for side in self.sides[2:] if side.role not in GROUP_ROLES)

    @property
    def within_one_article(self) -> bool:
        """Say whether the pair stands in one document."""
        left, right = self.pair
        return left.document.id == right.document.id

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


class ReportView:
    """A report with what the formats derive from it, each made once."""

    def __init__(self, report: Report, *, show_agreements: bool = False) -> None:
        self.report = report
        self.findings = tuple(
            finding
            for finding in report.findings
            if show_agreements or finding.verdict is not Verdict.AGREEMENT
        )
        self.hidden = len(report.findings) - len(self.findings)
        self._documents = {document.id: document for document in report.documents}
        self._lines: dict[str, LineIndex] = {}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Return the counts of the summary, in a fixed order."""
        verdicts = [finding.verdict for finding in self.findings]
        return {
            "findings": len(self.findings),
            **{verdict.value: verdicts.count(verdict) for verdict in Verdict},
            "hidden": self.hidden,
            "suppressed": len(self.report.suppressed),
            "skipped": len(self.report.skipped),
            "documents": len(self.report.documents),
            "claims": sum(self.report.claim_counts.values()),
        }

    def document(self, document_id: str) -> Document:
        """Return the document; a stand-in without text where the report does not hold it."""
        return self._documents.get(document_id) or Document(document_id, document_id, "")

    def position(self, claim: Claim, offset: int | None = None) -> Position:
        """Return line and column of the claim's quote, or of another offset of its document."""
        if claim.document not in self._lines:
            self._lines[claim.document] = LineIndex(self.document(claim.document).text)
        return self._lines[claim.document].at(claim.start if offset is None else offset)

    def view(self, finding: Finding) -> FindingView:
        """Return the finding with its claims resolved and the words of the pair compared."""
        marks = differing(finding.primary.quote, finding.secondary.quote)
        sides = []
        for number, member in enumerate(finding.claims):
            spans = marks[number] if number < len(marks) else ()
            sides.append(self._side(member.role, member.claim, spans))
        return FindingView(finding, tuple(sides))

    def _side(self, role: Role, claim: Claim, marks: tuple[Span, ...]) -> Side:
        document = self.document(claim.document)
        start, end = self.position(claim), self.position(claim, claim.end)
        return Side(role, claim, document, start, end, pieces(claim, marks))


def pieces(claim: Claim, marks: tuple[Span, ...] = ()) -> tuple[Piece, ...]:
    """Return the claim's sentence around its quote, made safe to show, in runs.

    `marks` are spans of the quote. Long sentences are cut to what stands near the quote.
    """
    before, after = _around(claim)
    inside = _marked(claim.quote[:LONGEST_QUOTE], marks)
    if len(claim.quote) > LONGEST_QUOTE:
        after = "…"
    runs = (Piece(before), *inside, Piece(after))
    return tuple(Piece(visible(run.text), run.quoted, run.differs) for run in runs if run.text)


def said_by(document: Document, words: Catalogue) -> str:
    """Return source and date in one phrase; that both are unknown is said so."""
    source = visible(clipped(document.source, LONGEST_NAME))
    if document.published is None:
        return f"{source or words.text('label_no_source')} · {words.text('label_no_date')}"
    day = words.day(document.published)
    inferred = f" ({words.text('label_inferred')})" if document.published_inferred else ""
    return f"{source} · {day}{inferred}" if source else f"{day}{inferred}"


def same_things(finding: Finding) -> tuple[Evidence, ...]:
    """Return the evidence for "both are about the same thing": who, what, of what, when, where."""
    found = [
        item
        for item in finding.evidence
        if item.aspect in IDENTIFYING
        and item.level != Outcome.DIFFERENT
        and (item.left or item.right)
    ]
    return tuple(sorted(found, key=lambda item: IDENTIFYING.index(item.aspect)))


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


def _around(claim: Claim) -> tuple[str, str]:
    start = claim.start - claim.sentence_start
    end = start + len(claim.quote)
    if start < 0 or claim.sentence[start:end] != claim.quote:
        return "", ""
    before, after = (
        claim.sentence[max(0, start - CONTEXT) : start],
        claim.sentence[end : end + CONTEXT],
    )
    if start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    if end + CONTEXT < len(claim.sentence):
        after = after.rpartition(" ")[0] + " …"
    return before.lstrip(), after.rstrip()


def _marked(quote: str, marks: tuple[Span, ...]) -> list[Piece]:
    runs: list[Piece] = []
    done = 0
    for span in marks:
        runs.append(Piece(quote[done : span.start], quoted=True))
        runs.append(Piece(quote[span.start : span.end], quoted=True, differs=True))
        done = span.end
    return [*runs, Piece(quote[done:], quoted=True)]
