"""Takes away the findings that comments inside the articles accept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factcheck.model import Claim, Document, Finding, Role, Span
from factcheck.suppress.directives import Directive, directives
from factcheck.tables.notices import Notice

STALE_RULE = "FC901"
_AGREEING = (Role.AGREES_WITH_PRIMARY, Role.AGREES_WITH_COUNTERPART)


@dataclass(slots=True)
class _Comment:
    """A directive of one document, and whether it took anything away."""

    document: Document
    directive: Directive
    used: bool = field(default=False)

    def covers(self, finding: Finding, claim: Claim) -> bool:
        rules, span = self.directive.rules, Span(claim.start, claim.end)
        named = finding.rule.casefold() in rules or finding.name.casefold() in rules
        return named and self.directive.covers.overlaps(span)


def apply(
    findings: Iterable[Finding], documents: Iterable[Document]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[str, ...]]:
    """Return (kept, suppressed, notices).

    A comment takes a finding away when it covers any of its claims, those that merely agree with
    one of the pair left out. Notices name comments that are malformed or take nothing away.
    """
    comments = _comments(documents)
    usable = {
        key: [comment for comment in group if not comment.directive.fault]
        for key, group in comments.items()
    }
    kept, suppressed = [], []
    for finding in findings:
        comment = _first_cover(finding, usable)
        if comment is None:
            kept.append(finding)
            continue
        reason = comment.directive.reason
        known = {"where": "inline", "status": "accepted", "reason": reason}
        suppressed.append(replace(finding, suppression=known))
    notices = [notice for group in comments.values() for c in group if (notice := _notice(c))]
    return tuple(kept), tuple(suppressed), tuple(notices)


def _comments(documents: Iterable[Document]) -> dict[str, list[_Comment]]:
    return {
        document.id: [_Comment(document, directive) for directive in directives(document.text)]
        for document in documents
        if "factcheck:" in document.text
    }


def _first_cover(finding: Finding, comments: dict[str, list[_Comment]]) -> _Comment | None:
    covering = [
        comment
        for member in finding.claims
        if member.role not in _AGREEING
        for comment in comments.get(member.claim.document, ())
        if comment.covers(finding, member.claim)
    ]
    for comment in covering:
        comment.used = True
    return covering[0] if covering else None


def _notice(comment: _Comment) -> str:
    directive = comment.directive
    if directive.kind == "on" and not directive.fault:
        return ""
    problem = directive.fault or ("" if comment.used else Notice("takes_nothing"))
    if not problem:
        return ""
    line = comment.document.text.count("\n", 0, directive.start) + 1
    place = f"{comment.document.path}:{line}"
    return Notice("ignore_comment", place=place, rule=STALE_RULE, problem=problem)
