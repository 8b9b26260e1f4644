"""Checks drafts against an archive without reading the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Claim, Document, Finding, Report, Verdict
from factcheck.pipeline import Extraction, Options

if TYPE_CHECKING:
    from factcheck.index import Index


def check(drafts: Sequence[Any], index: str | Path, options: Options | None = None) -> Report:
    """Check drafts against an archive: findings that touch a draft, and those inside it.

    The report's documents are the drafts and the articles that a finding names.
    """
    from factcheck import embed
    from factcheck.index import open_index

    options = options or Options()
    with open_index(index, embed.load(options.model)) as archive:
        return check_open(drafts, archive, options)


def check_open(drafts: Sequence[Any], archive: Index, options: Options) -> Report:
    """Check drafts against an archive that stays open: what a warm process does."""
    import numpy as np

    from factcheck import embed, pair, pipeline, versions
    from factcheck.keys import canonical

    own = pipeline.read(drafts, options)
    ids = {document.id for document in own.documents}
    said = [claim for group in own.claims for claim in group]
    vectors = embed.load(options.model).encode([canonical(claim) for claim in said])
    found = archive.candidates(said, vectors)
    older = versions.older_versions(own.documents, found.documents)
    others = [n for n, claim in enumerate(found.claims) if claim.document not in older]
    claims = [*said, *(found.claims[n] for n in others)]
    touching = [True] * len(said) + [False] * len(others)
    rows = np.concatenate([vectors, found.vectors[others]])
    pairs = pair.propose(claims, rows, touching=touching) if claims else []
    documents = (*own.documents, *(d for d in found.documents if d.id not in older))
    findings = pipeline.compare_pairs(claims, pairs, documents, options)
    findings += pipeline.within_documents(own, options, ids)
    report = _report(own, documents, claims, findings, options)
    return versions.with_corrections(
        report, older, said, found.claims, options.ui_language, options.min_confidence
    )


def _report(
    own: Extraction,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    findings: list[Finding],
    options: Options,
) -> Report:
    from factcheck.rank import rank

    drafts = {document.id for document in own.documents}
    sure = [finding for finding in findings if finding.confidence >= options.min_confidence]
    kept = tuple(
        finding
        for finding in rank(sure, claims, drafts=drafts)
        if options.show_agreements or finding.verdict is not Verdict.AGREEMENT
    )
    named = drafts | {part.claim.document for finding in kept for part in finding.claims}
    shown = tuple(document for document in documents if document.id in named)
    counts = {document.id: 0 for document in shown}
    for claim in claims:
        if claim.document in counts:
            counts[claim.document] += 1
    return Report(
        documents=shown,
        findings=kept,
        claim_counts=counts,
        skipped=own.skipped,
        notices=own.notices,
        settings={
            "model": options.model,
            "min_confidence": options.min_confidence,
            "drafts": sorted(drafts),
        },
    )
