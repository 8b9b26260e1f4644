"""Leaves out conflicts that another figure of the same sentence explains.

Two figures of one sentence measure two things ("52 people and four attackers died"). So a figure
that agrees with one of them is no conflict for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.model import Claim, Finding, NumericClaim, Verdict

_Place = tuple[str, int]  # document and start of the sentence


def drop_explained(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without numeric conflicts that a sibling's agreement explains."""
    findings = list(findings)
    agreeing = _agreements(findings)
    return [f for f in findings if not _explained(f, agreeing)]


def _agreements(findings: Iterable[Finding]) -> dict[int, dict[_Place, set[int]]]:
    """Return, for each claim, where it has agreeing claims, and which."""
    agreeing: dict[int, dict[_Place, set[int]]] = defaultdict(lambda: defaultdict(set))
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            a, b = finding.primary, finding.secondary
            agreeing[id(a)][_place(b)].add(id(b))
            agreeing[id(b)][_place(a)].add(id(a))
    return agreeing


def _explained(finding: Finding, agreeing: dict[int, dict[_Place, set[int]]]) -> bool:
    a, b = finding.primary, finding.secondary
    if finding.verdict is Verdict.AGREEMENT or not isinstance(a, NumericClaim):
        return False
    return any(
        other != id(right)
        for left, right in ((a, b), (b, a))
        if id(left) in agreeing
        for other in agreeing[id(left)].get(_place(right), ())
    )


def _place(claim: Claim) -> _Place:
    return claim.document, claim.sentence_start
