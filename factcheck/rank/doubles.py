"""Reports one difference once: a figure that also dates, measures or turns a relation.

"Ein Vertrag über fünf Jahre" is a length of time and the term of a contract; both rules find it
in the same two sentences. The finding that says more of it stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Aspect, Finding, NumericClaim, RelationalClaim, Severity, Verdict

_BY_FIGURE = frozenset({"FC305", "FC308"})  # relational rules that compare a figure or a date
_BY_DIRECTION = frozenset({"FC301", "FC302"})  # and those that compare which way a figure moved
_PARTIES = 0.15  # of confidence: naming both parties says more than the figure alone
_SEVERITIES = tuple(Severity)


def drop_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without the weaker ones of each double; agreements are left alone."""
    findings = list(findings)
    meeting: dict[tuple[tuple[str, int], ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.verdict is not Verdict.AGREEMENT:
            meeting[_sentences(finding)].append(finding)
    dropped = {id(weaker) for group in meeting.values() for weaker in _weaker(group)}
    return [finding for finding in findings if id(finding) not in dropped]


def _sentences(finding: Finding) -> tuple[tuple[str, int], ...]:
    sides = (finding.primary, finding.secondary)
    return tuple(sorted((claim.document, claim.sentence_start) for claim in sides))


def _weaker(group: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the weaker finding of each double among those of two sentences."""
    relations = [f for f in group if isinstance(f.primary, RelationalClaim)]
    numbers = [f for f in group if isinstance(f.primary, NumericClaim)]
    for relation in relations:
        for number in numbers:
            if _is_double(relation, number):
                yield min(relation, number, key=_telling)


def _is_double(relation: Finding, number: Finding) -> bool:
    """Say whether both findings speak of the figure that the relation's clauses hold."""
    if not _inside(number, relation):
        return False
    if relation.rule in _BY_FIGURE:
        return True
    return relation.rule in _BY_DIRECTION and _is_change(number)


def _inside(number: Finding, relation: Finding) -> bool:
    """Say whether each figure stands in one of the relation's clauses."""
    clauses = (relation.primary, relation.secondary)
    return all(
        any(c.document == f.document and c.start <= f.start and f.end <= c.end for c in clauses)
        for f in (number.primary, number.secondary)
    )


def _is_change(number: Finding) -> bool:
    """Say whether both figures tell by how much something moved."""
    sides = (number.primary, number.secondary)
    return all(isinstance(c, NumericClaim) and c.aspect is Aspect.CHANGE for c in sides)


def _telling(finding: Finding) -> tuple[int, float]:
    severity = -_SEVERITIES.index(finding.severity)
    claim = finding.primary
    both = isinstance(claim, RelationalClaim) and claim.subject and claim.object
    return severity, finding.confidence + (_PARTIES if both else 0.0)
