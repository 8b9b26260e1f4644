"""What every format shows: the findings of a report, its counts, and who said what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from factcheck.model import Claim, Document, Evidence, Finding, Outcome, Report, Role, Span, Verdict
from factcheck.report.diff import differing
from factcheck.report.escape import clipped, visible
from factcheck.report.position import LineIndex, Position
from factcheck.report.sentence import pieces
from factcheck.report.sides import LONGEST_NAME, FindingView, Side
from factcheck.tables.catalogue import Catalogue

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
            sides.append(self._side(member.role, member.claim, spans, finding.rule))
        return FindingView(finding, tuple(sides))

    def _side(self, role: Role, claim: Claim, marks: tuple[Span, ...], rule: str) -> Side:
        document = self.document(claim.document)
        start, end = self.position(claim), self.position(claim, claim.end)
        return Side(role, claim, document, start, end, pieces(claim, marks), rule)


def said_by(document: Document, words: Catalogue) -> str:
    """Return source and date in one phrase; that both are unknown is said so."""
    source = visible(clipped(document.source, LONGEST_NAME))
    if document.published is None:
        return f"{source or words.text('label_no_source')} · {words.text('label_no_date')}"
    day = words.day(document.published)
    inferred = f" ({words.text('label_inferred')})" if document.published_inferred else ""
    return f"{source} · {day}{inferred}" if source else f"{day}{inferred}"


def same_things(finding: Finding) -> tuple[Evidence, ...]:
    """Return the evidence for "both are about the same thing": who, what, of what, when, where.

    A place that one side alone names says nothing about that.
    """
    found = [
        item
        for item in finding.evidence
        if item.aspect in IDENTIFYING
        and item.level != Outcome.DIFFERENT
        and (item.left or item.right)
        and (item.aspect != "place" or (item.left and item.right))
    ]
    return tuple(sorted(found, key=lambda item: IDENTIFYING.index(item.aspect)))
