"""Stable identities: what a finding is about, not where it stands or how it is worded."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from factcheck.model import Claim, Finding, NumericClaim, RelationalClaim

_VERSION = "factcheck/finding@1"
ClaimKey = tuple[str, ...]


class ClaimKeys:
    """The keys of a run's claims; equal ones of a document are told apart by a running number."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._keys: dict[int, ClaimKey] = {}
        seen: Counter[ClaimKey] = Counter()
        for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end)):
            key = claim_key(claim)
            self._keys[id(claim)] = (*key, str(seen[key]))
            seen[key] += 1

    def of(self, claim: Claim) -> ClaimKey:
        """Return the claim's key; one that is not of this run has number 0."""
        known = self._keys.get(id(claim))
        return (*claim_key(claim), "0") if known is None else known

    def fingerprint(self, finding: Finding) -> str:
        """Return the finding's id: SHA-256 over version, rule and the two claim keys, sorted."""
        pair = sorted((self.of(finding.primary), self.of(finding.secondary)))
        parts = [_VERSION, finding.rule, *("\x1f".join(key) for key in pair)]
        return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def claim_key(claim: Claim) -> ClaimKey:
    """Return document id, subject, metric or predicate, period, value and negation as text."""
    period = claim.period
    return (
        claim.document,
        claim.subject.id if claim.subject else "",
        _measurand(claim),
        f"{period.start}/{period.end}",
        _value(claim),
        str(claim.negated),
    )


def _measurand(claim: Claim) -> str:
    if isinstance(claim, NumericClaim):
        return f"{claim.metric or claim.metric_text}|{claim.aspect}"
    return claim.predicate if isinstance(claim, RelationalClaim) else ""


def _value(claim: Claim) -> str:
    if isinstance(claim, NumericClaim):
        quantity = claim.quantity
        return f"{quantity.low!r}..{quantity.high!r} {quantity.unit}"
    if isinstance(claim, RelationalClaim):
        target = claim.object.id if claim.object else claim.object_text
        return f"{claim.state}|{claim.polarity}|{target}"
    return ""
