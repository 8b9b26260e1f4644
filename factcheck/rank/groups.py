"""Joins pairwise findings that say the same: one wrong figure against nine is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from factcheck.model import (
    Claim,
    Finding,
    FindingClaim,
    NumericClaim,
    RelationalClaim,
    Role,
    SentenceKind,
    Verdict,
)
from factcheck.rank.fingerprint import ClaimKey, ClaimKeys

Agreeing = Mapping[ClaimKey, set[ClaimKey]]


def group(findings: Iterable[Finding], keys: ClaimKeys) -> list[Finding]:
    """Return the findings with those of one disagreement joined under the surest of them.

    Two conflicts are one when their sides agree with each other: the same claim, or two claims
    between which an agreement was found.
    """
    ordered = sorted(
        findings,
        key=lambda f: (_brief(f), -f.confidence, keys.of(f.primary), keys.of(f.secondary), f.rule),
    )
    agreeing = _agreements(ordered, keys)
    heads: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for finding in ordered:
        near = {
            id(head): head for place in _places(finding, keys, agreeing) for head in heads[place]
        }
        first = sorted(near.values(), key=lambda head: head.number)
        if not any(head.takes(finding, keys, agreeing) for head in first):
            groups.append(_Group(finding, keys, len(groups)))
            heads[_place(finding, finding.primary, keys)].append(groups[-1])
    return [head.finding() for head in groups]


def _place(finding: Finding, primary: Claim, keys: ClaimKeys) -> tuple[str, ...]:
    """Return where a group with that primary claim is found, so that few need to be asked."""
    if isinstance(primary, RelationalClaim):
        return _bucket(finding)
    return (*_bucket(finding), *keys.of(primary))


def _places(finding: Finding, keys: ClaimKeys, agreeing: Agreeing) -> set[tuple[str, ...]]:
    """Return where the groups are found whose primary claim one of the sides may agree with."""
    sides = (finding.primary, finding.secondary)
    own = {_place(finding, claim, keys) for claim in sides}
    if isinstance(finding.primary, RelationalClaim):
        return own
    bucket = _bucket(finding)
    return own | {(*bucket, *key) for claim in sides for key in agreeing.get(keys.of(claim), ())}


def _brief(finding: Finding) -> int:
    """Count headlines and bullets among the two: a whole sentence speaks better for a group."""
    return sum(c.kind is not SentenceKind.BODY for c in (finding.primary, finding.secondary))


def _agreements(findings: Iterable[Finding], keys: ClaimKeys) -> Agreeing:
    """Return, for each claim, the claims that agree with it."""
    agreeing: dict[ClaimKey, set[ClaimKey]] = defaultdict(set)
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            a, b = keys.of(finding.primary), keys.of(finding.secondary)
            agreeing[a].add(b)
            agreeing[b].add(a)
    return agreeing


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


def _same_figure(left: Claim, right: Claim) -> bool:
    """Say whether two articles give one figure word for word the same, as copies do."""
    if not (isinstance(left, NumericClaim) and isinstance(right, NumericClaim)):
        return False
    if left.subject is None or right.subject is None:
        return False
    same = left.subject.id == right.subject.id and left.metric == right.metric
    return same and left.quantity == right.quantity and left.period == right.period


class _Group:
    """A finding and the claims that stand on either side of it."""

    def __init__(self, finding: Finding, keys: ClaimKeys, number: int) -> None:
        self.number = number
        self._head = finding
        self._alike = [finding]  # those of the same rule and direction: any can speak for all
        self._left = {keys.of(finding.primary): finding.primary}
        self._right = {keys.of(finding.secondary): finding.secondary}

    def takes(self, finding: Finding, keys: ClaimKeys, agreeing: Agreeing) -> bool:
        """Take the finding in if its sides agree with this group's; say whether it did."""
        a, b = finding.primary, finding.secondary
        for left, right in ((a, b), (b, a)):
            if self._fits(left, self._head.primary, keys, agreeing) and self._fits(
                right, self._head.secondary, keys, agreeing
            ):
                self._left.setdefault(keys.of(left), left)
                self._right.setdefault(keys.of(right), right)
                if left is a and (finding.rule, finding.verdict) == self._kind:
                    self._alike.append(finding)
                return True
        return False

    def _fits(
        self,
        claim: Claim,
        head: Claim,
        keys: ClaimKeys,
        agreeing: Agreeing,
    ) -> bool:
        if isinstance(claim, RelationalClaim):
            return claim.document == head.document
        a, b = keys.of(claim), keys.of(head)
        return a == b or b in agreeing.get(a, ()) or _same_figure(claim, head)

    @property
    def _kind(self) -> tuple[str, Verdict]:
        return self._head.rule, self._head.verdict

    def finding(self) -> Finding:
        """Return one finding with the other claims of both sides as members.

        Whole sentences speak for the group before headlines, which round and leave out hedges.
        """
        head = min(self._alike, key=_brief)
        members = [
            FindingClaim(role, claims[key])
            for role, claims in (
                (Role.AGREES_WITH_PRIMARY, self._left),
                (Role.AGREES_WITH_COUNTERPART, self._right),
            )
            for key in sorted(claims)
        ]
        return replace(head, claims=tuple(_places_once((*head.claims, *members))))


def _places_once(members: Iterable[FindingClaim]) -> Iterator[FindingClaim]:
    """Yield the members, each place of an article once."""
    seen = set()
    for member in members:
        place = (member.claim.document, member.claim.start, member.claim.end)
        if place not in seen:
            seen.add(place)
            yield member
