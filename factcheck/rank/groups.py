"""Joins pairwise findings that say the same: one wrong figure against nine is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
from factcheck.rank.texts import Texts


def group(findings: Iterable[Finding], keys: ClaimKeys, texts: Texts) -> list[Finding]:
    """Return the findings with those of one disagreement joined under the surest of them.

    An update speaks for a group without conflicts only: a figure that a later article repeats was
    already in conflict when it was new.
    Two conflicts are one when their sides agree with each other: the same claim, two claims
    between which an agreement was found, or what copies of one text say.
    """
    ordered = sorted(
        findings,
        key=lambda f: (
            f.verdict is Verdict.UPDATE,
            _brief(f),
            -f.confidence,
            keys.of(f.primary),
            keys.of(f.secondary),
            f.rule,
        ),
    )
    alike = _Alike(ordered, keys, texts)
    heads: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for finding in ordered:
        near = {id(head): head for place in _places(finding, alike) for head in heads[place]}
        first = sorted(near.values(), key=lambda head: head.number)
        if not any(head.takes(finding, alike) for head in first):
            groups.append(_Group(finding, keys, len(groups)))
            for place in {_place(finding, c, alike) for c in (finding.primary, finding.secondary)}:
                heads[place].append(groups[-1])
    return [head.finding() for head in groups]


def _place(finding: Finding, claim: Claim, alike: _Alike) -> tuple[str, ...]:
    """Return where a group with that claim at its head is found, so that few need to be asked."""
    bucket = _bucket(finding, alike)
    return bucket if isinstance(claim, RelationalClaim) else (*bucket, *alike.key(claim))


def _places(finding: Finding, alike: _Alike) -> set[tuple[str, ...]]:
    """Return where the groups are found with which one of the sides may agree."""
    sides = (finding.primary, finding.secondary)
    own = {_place(finding, claim, alike) for claim in sides}
    if isinstance(finding.primary, RelationalClaim):
        return own
    bucket = _bucket(finding, alike)
    return own | {(*bucket, *key) for claim in sides for key in alike.agreeing(claim)}


def _brief(finding: Finding) -> int:
    """Count headlines and bullets among the two: a whole sentence speaks better for a group."""
    return sum(c.kind is not SentenceKind.BODY for c in (finding.primary, finding.secondary))


class _Alike:
    """Which claims say the same: found to agree, or copied."""

    def __init__(self, findings: Iterable[Finding], keys: ClaimKeys, texts: Texts) -> None:
        self._keys = keys
        self._texts = texts
        self._agreeing: dict[ClaimKey, set[ClaimKey]] = defaultdict(set)
        for finding in findings:
            if finding.verdict is Verdict.AGREEMENT:
                a, b = self.key(finding.primary), self.key(finding.secondary)
                self._agreeing[a].add(b)
                self._agreeing[b].add(a)

    def key(self, claim: Claim) -> ClaimKey:
        """Return the claim's key, the same in all copies of a text."""
        document, *rest = self._keys.of(claim)
        return (self._texts.of(document), *rest)

    def text(self, claim: Claim) -> str:
        """Return what stands for the text of the claim's article."""
        return self._texts.of(claim.document)

    def agreeing(self, claim: Claim) -> set[ClaimKey]:
        """Return the keys of the claims that agree with a claim."""
        return self._agreeing.get(self.key(claim), set())

    def same(self, left: Claim, right: Claim) -> bool:
        """Say whether two claims say the same."""
        if isinstance(left, RelationalClaim):
            return self.text(left) == self.text(right)
        a, b = self.key(left), self.key(right)
        return a == b or b in self.agreeing(left) or _same_figure(left, right)


def _bucket(finding: Finding, alike: _Alike) -> tuple[str, ...]:
    """Return what findings of one group have in common at least."""
    if isinstance(finding.primary, RelationalClaim):
        texts = sorted((alike.text(finding.primary), alike.text(finding.secondary)))
        return (finding.rule, *texts, *_parties(finding))
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


def _overlap(left: Claim, right: Claim) -> bool:
    """Say whether two figures that both stand against a third agree with each other."""
    if not (isinstance(left, NumericClaim) and isinstance(right, NumericClaim)):
        return False
    a, b = left.quantity, right.quantity
    if (a.unit, a.value is None, left.metric) != (b.unit, b.value is None, right.metric):
        return False
    return max(a.low, b.low) <= min(a.high, b.high)


class _Group:
    """A finding and the claims that stand on either side of it."""

    def __init__(self, finding: Finding, keys: ClaimKeys, number: int) -> None:
        self.number = number
        self._keys = keys
        self._head = finding
        self._alike = [finding]  # those of the same rule and direction: any can speak for all
        self._left = {keys.of(finding.primary): finding.primary}
        self._right = {keys.of(finding.secondary): finding.secondary}

    def takes(self, finding: Finding, alike: _Alike) -> bool:
        """Take the finding in if its sides agree with this group's; say whether it did."""
        a, b = finding.primary, finding.secondary
        for left, right in ((a, b), (b, a)):
            if self._fits(left, right, alike):
                self._left.setdefault(self._keys.of(left), left)
                self._right.setdefault(self._keys.of(right), right)
                if left is a and (finding.rule, finding.verdict) == self._kind:
                    self._alike.append(finding)
                return True
        return False

    def _fits(self, left: Claim, right: Claim, alike: _Alike) -> bool:
        """Say whether a pair stands as this group's: one figure against the same other side."""
        first, second = self._head.primary, self._head.secondary
        same = alike.same(left, first), alike.same(right, second)
        if all(same):
            return True
        one_left = alike.key(left) == alike.key(first) and _overlap(right, second)
        return one_left or (alike.key(right) == alike.key(second) and _overlap(left, first))

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
