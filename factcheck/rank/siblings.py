"""Leaves out conflicts that another figure of the same article explains.

An article says a thing once: where its figure agrees with one of another article's figures, the
other figures there measure something else ("52 people and four attackers died"). An article that
contradicts itself is reported by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.model import Claim, Finding, NumericClaim, SentenceKind, Verdict

HEADLINE_RULE = "FC403"
_AS_SURE = 0.9  # of the conflict's confidence, for an agreement to explain it
_Agreements = dict[tuple[int, str], dict[int, float]]


def drop_explained(findings: Iterable[Finding], claims: Iterable[Claim]) -> list[Finding]:
    """Return the findings without numeric conflicts that another figure explains.

    That is a sibling's agreement, or, for a headline against its body, the headline's own figure
    elsewhere in the body.
    """
    findings = list(findings)
    agreeing = _agreements(findings)
    body = {_figure(c) for c in claims if c.kind is SentenceKind.BODY}
    return [f for f in findings if not _explained(f, agreeing) and not _settled(f, body)]


def _settled(finding: Finding, body: set[tuple[str, object, str]]) -> bool:
    if finding.rule != HEADLINE_RULE:
        return False
    sides = (finding.primary, finding.secondary)
    return any(c.kind is not SentenceKind.BODY and _figure(c) in body for c in sides)


def _figure(claim: Claim) -> tuple[str, object, str]:
    if not isinstance(claim, NumericClaim):
        return claim.document, None, ""
    return claim.document, claim.quantity.value, claim.quantity.unit


def _agreements(findings: Iterable[Finding]) -> _Agreements:
    """Return, for each claim and document, the claims there that agree with it, and how surely."""
    agreeing: _Agreements = defaultdict(dict)
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            a, b = finding.primary, finding.secondary
            for one, other in ((a, b), (b, a)):
                agreeing[id(one), other.document][id(other)] = finding.confidence
    return agreeing


def _explained(finding: Finding, agreeing: _Agreements) -> bool:
    a, b = finding.primary, finding.secondary
    if finding.verdict is Verdict.AGREEMENT or not isinstance(a, NumericClaim):
        return False
    if a.document == b.document:
        return False
    return any(
        other != id(right) and sure >= _AS_SURE * finding.confidence
        for left, right in ((a, b), (b, a))
        for other, sure in agreeing.get((id(left), right.document), {}).items()
    )
