"""Joins the updates of one figure: 60, then 70, then 80 is one timeline, not three findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import (
    Claim,
    Document,
    Finding,
    FindingClaim,
    NumericClaim,
    Role,
    Verdict,
)
from factcheck.rank.fingerprint import ClaimKeys
from factcheck.rank.texts import Sets
from factcheck.tables.catalogue import catalogue

Documents = Mapping[str, Document]


def join_updates(
    findings: Sequence[Finding], keys: ClaimKeys, documents: Documents, language: str = "en"
) -> list[Finding]:
    """Return the findings with the updates of one figure joined; others are left as they are.

    The first and the last state speak for the timeline; each state between them is a counterpart.
    """
    chains: dict[str, list[Finding]] = defaultdict(list)
    sets = Sets()
    updates = [finding for finding in findings if _is_state(finding, documents)]
    for finding in updates:
        names = ["\x1f".join(keys.of(member.claim)) for member in finding.claims]
        for name in names[1:]:
            sets.join(names[0], name)
    for finding in updates:
        chains[sets.of("\x1f".join(keys.of(finding.primary)))].append(finding)
    joined = [_timeline(chain, documents, language) for chain in chains.values()]
    return [f for f in findings if not _is_state(f, documents)] + joined


def _is_state(finding: Finding, documents: Documents) -> bool:
    """Say whether a finding is the update of a figure, all of its articles dated."""
    numbers = isinstance(finding.primary, NumericClaim) and finding.verdict is Verdict.UPDATE
    claims = (member.claim for member in finding.claims)
    return numbers and all(
        c.document in documents and documents[c.document].published for c in claims
    )


def _timeline(chain: Sequence[Finding], documents: Documents, language: str) -> Finding:
    if len(chain) == 1:
        return chain[0]

    def order(claim: Claim) -> tuple[str, str, int]:
        return str(documents[claim.document].published), claim.document, claim.start

    head = min(chain, key=lambda f: (order(f.primary), [-ord(c) for c in order(f.secondary)[0]]))
    claims = {
        (member.claim.document, member.claim.start): member.claim
        for finding in chain
        for member in finding.claims
    }
    ordered = sorted(claims.values(), key=order)
    members = [FindingClaim(_role(claim, head), claim) for claim in ordered]
    ends = {(c.claim.document, c.claim.start) for c in head.claims[:2]}
    others = [m for m in members if (m.claim.document, m.claim.start) not in ends]
    states = _states(ordered, documents, language)
    told = catalogue(language).text("timeline", states=states)
    return replace(head, claims=(*head.claims[:2], *others), message=f"{head.message} {told}")


def _role(claim: Claim, head: Finding) -> Role:
    same = [_same_state(claim, end) for end in (head.primary, head.secondary)]
    if same[0]:
        return Role.AGREES_WITH_PRIMARY
    return Role.AGREES_WITH_COUNTERPART if same[1] else Role.COUNTERPART


def _same_state(left: Claim, right: Claim) -> bool:
    if not (isinstance(left, NumericClaim) and isinstance(right, NumericClaim)):
        return False
    return left.quantity.value == right.quantity.value and left.quantity.unit == right.quantity.unit


def _states(ordered: Iterable[Claim], documents: Documents, language: str) -> str:
    """Return each state with the day on which it was first published."""
    words = catalogue(language)
    opening, closing = words.text("quotation_marks").split()
    shown: list[str] = []
    last: Claim | None = None
    for claim in ordered:
        day = documents[claim.document].published
        if day and (last is None or not _same_state(last, claim)):
            shown.append(f"{opening}{claim.quote}{closing} ({words.day(day)})")
        last = claim
    return ", ".join(shown)
