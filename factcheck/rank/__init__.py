"""Turns pairwise findings into what an editor reads: grouped, numbered, in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from factcheck.model import Claim, Document, Finding, Severity, Verdict
from factcheck.rank.doubles import drop_doubles
from factcheck.rank.fingerprint import ClaimKeys
from factcheck.rank.groups import group
from factcheck.rank.siblings import drop_explained
from factcheck.rank.sides import with_camps
from factcheck.rank.texts import Texts
from factcheck.rank.timelines import join_updates

_VERDICTS = list(Verdict)
_SEVERITIES = list(Severity)


def rank(
    findings: Iterable[Finding],
    claims: Sequence[Claim],
    drafts: Collection[str] = (),
    documents: Iterable[Document] = (),
    language: str = "en",
) -> list[Finding]:
    """Return the findings grouped, with stable ids, the weightiest first.

    The result depends neither on the order of the findings nor on that of the claims. With
    `drafts` (document ids) the draft's side is the primary one. From the `documents` come who
    carries a copy, who is trusted and who was first; `language` is that of the messages.
    """
    findings = list(findings)
    known = _named(findings, documents)
    texts = Texts(known.values())
    keys = ClaimKeys(claims)
    open_ones = drop_explained(drop_doubles(findings), claims)
    grouped = group([_draft_first(finding, drafts) for finding in open_ones], keys, texts)
    joined = join_updates(grouped, keys, known, language)
    grouped = [with_camps(finding, known, texts, drafts, language) for finding in joined]
    numbered = {f.id: f for f in (replace(f, id=keys.fingerprint(f)) for f in grouped)}
    return sorted(numbered.values(), key=_weight)


def _named(findings: Iterable[Finding], documents: Iterable[Document]) -> dict[str, Document]:
    """Return the documents that a finding names, by id."""
    ids = {member.claim.document for finding in findings for member in finding.claims}
    return {document.id: document for document in documents if document.id in ids}


def _draft_first(finding: Finding, drafts: Collection[str]) -> Finding:
    first, second, *others = finding.claims
    if second.claim.document in drafts and first.claim.document not in drafts:
        swapped = (replace(first, claim=second.claim), replace(second, claim=first.claim))
        evidence = (replace(item, left=item.right, right=item.left) for item in finding.evidence)
        return replace(finding, claims=(*swapped, *others), evidence=tuple(evidence))
    return finding


def _weight(finding: Finding) -> tuple[int, int, float, str]:
    return (
        _SEVERITIES.index(finding.severity),
        _VERDICTS.index(finding.verdict),
        -finding.confidence,
        finding.id,
    )
