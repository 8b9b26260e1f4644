"""Joins pairwise findings that say the same: one wrong figure against nine is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import (
    Claim,
    Finding,
    FindingClaim,
    RelationalClaim,
    Role,
    SentenceKind,
    Verdict,
)
from factcheck.rank.fingerprint import ClaimKey, ClaimKeys


def group(findings: Iterable[Finding], keys: ClaimKeys) -> list[Finding]:
    """Return the findings with those of one disagreement joined under the surest of them.

    Two conflicts are one when their sides agree with each other: the same claim, or two claims
    between which an agreement was found.
    """
    ordered = sorted(
        findings,
        key=lambda f: (-f.confidence, _brief(f), keys.of(f.primary), keys.of(f.secondary), f.rule),
    )
    agreeing = _agreements(ordered, keys)
    heads: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for finding in ordered:
        bucket = heads[_bucket(finding)]
        if not any(head.takes(finding, keys, agreeing) for head in bucket):
            bucket.append(_Group(finding, keys))
    return [head.finding() for bucket in heads.values() for head in bucket]


def _brief(finding: Finding) -> int:
    """Count headlines and bullets among the two: a whole sentence speaks better for a group."""
    return sum(c.kind is not SentenceKind.BODY for c in (finding.primary, finding.secondary))


def _agreements(findings: Iterable[Finding], keys: ClaimKeys) -> set[tuple[ClaimKey, ClaimKey]]:
    pairs = set()
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            a, b = keys.of(finding.primary), keys.of(finding.secondary)
            pairs |= {(a, b), (b, a)}
    return pairs


def _bucket(finding: Finding) -> tuple[str, ...]:
    """Return what findings of one group have in common at least."""
    if isinstance(finding.primary, RelationalClaim):
        documents = sorted((finding.primary.document, finding.secondary.document))
        return (finding.rule, *documents, *_parties(finding))
    return (str(finding.verdict is Verdict.AGREEMENT), finding.kind)


def _parties(finding: Finding) -> list[str]:
    claims = (finding.primary, finding.secondary)
    parties = {c.subject.id for c in claims if c.subject}
    parties |= {c.object.id for c in claims if isinstance(c, RelationalClaim) and c.object}
    return sorted(parties)


class _Group:
    """A finding and the claims that stand on either side of it."""

    def __init__(self, finding: Finding, keys: ClaimKeys) -> None:
        self._head = finding
        self._left = {keys.of(finding.primary): finding.primary}
        self._right = {keys.of(finding.secondary): finding.secondary}

    def takes(
        self, finding: Finding, keys: ClaimKeys, agreeing: set[tuple[ClaimKey, ClaimKey]]
    ) -> bool:
        """Take the finding in if its sides agree with this group's; say whether it did."""
        a, b = finding.primary, finding.secondary
        for left, right in ((a, b), (b, a)):
            if self._fits(left, self._head.primary, keys, agreeing) and self._fits(
                right, self._head.secondary, keys, agreeing
            ):
                self._left.setdefault(keys.of(left), left)
                self._right.setdefault(keys.of(right), right)
                return True
        return False

    def _fits(
        self,
        claim: Claim,
        head: Claim,
        keys: ClaimKeys,
        agreeing: set[tuple[ClaimKey, ClaimKey]],
    ) -> bool:
        if isinstance(claim, RelationalClaim):
            return claim.document == head.document
        a, b = keys.of(claim), keys.of(head)
        return a == b or (a, b) in agreeing

    def finding(self) -> Finding:
        """Return the head with the other claims of both sides as members."""
        members = [
            FindingClaim(role, claims[key])
            for role, claims in (
                (Role.AGREES_WITH_PRIMARY, self._left),
                (Role.AGREES_WITH_COUNTERPART, self._right),
            )
            for key in sorted(claims)
        ]
        own = {id(self._head.primary), id(self._head.secondary)}
        members = [member for member in members if id(member.claim) not in own]
        return replace(self._head, claims=(*self._head.claims, *members))
