"""Checks drafts against an archive without reading the rest of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.archive.alike import alike
from factcheck.archive.beside import pays, reading
from factcheck.garbage import collecting_rarely
from factcheck.model import CandidatePair, Claim, Document, Finding, Report
from factcheck.pipeline import Extraction, Options

if TYPE_CHECKING:
    from factcheck.index import Candidates, Index, KeptIndex
    from factcheck.keys import About
    from factcheck.pair import Vectors

REHEARSED = 8  # claims: enough to meet both kinds, and less work than reading a draft


@collecting_rarely()
def check(drafts: Sequence[Any], index: str | Path, options: Options | None = None) -> Report:
    """Check drafts against an archive: findings that touch a draft, and those inside it.

    The report's documents are the drafts and the articles that a finding names.
    """
    options = options or Options()
    rehearsed = pays()
    with reading(drafts, options) as drafts_read:
        from factcheck import embed
        from factcheck.index import open_index

        with open_index(index, embed.load(options.model)) as archive:
            if rehearsed:
                _rehearse(archive, options)
            return _check(drafts_read, archive, options)


def _rehearse(archive: Index, options: Options) -> None:
    """Check a few of the archive's own claims while the drafts are still being read.

    So everything that comparing needs is in memory by then; what is found does not matter.
    """
    found = archive.some(REHEARSED)
    documents = archive.documents(found)
    by_document: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in found.claims:
        by_document[claim.document].append(claim)
    own = Extraction(tuple(documents), tuple(map(tuple, by_document.values())))
    _check(iter([own, []]), archive, options)


@collecting_rarely()
def check_open(drafts: Sequence[Any], archive: Index, options: Options) -> Report:
    """Check drafts against an archive that stays open: what a warm process does."""
    from factcheck import pipeline

    return _check(pipeline.read_drafts(drafts, options), archive, options)


def check_kept(drafts: Sequence[Any], archive: KeptIndex, options: Options) -> Report:
    """Check drafts against an archive as it is now, opened only if it is not open as it is."""
    with archive.view() as index:
        return check_open(drafts, index, options)


def _check(drafts: Iterator[Any], archive: Index, options: Options) -> Report:
    """Check what `pipeline.read_drafts` yields, the second only when it is needed."""
    from factcheck import embed, pipeline, versions
    from factcheck.keys import about

    own: Extraction = next(drafts)
    said = [claim for group in own.claims for claim in group]
    asked = [about(claim) for claim in said]
    vectors = embed.rows_kept(options.model, [row.text for row in asked])
    found = archive.candidates(asked, vectors)
    older = versions.older_versions(own.documents, alike(own.documents, asked, archive, found))
    claims, pairs = _pairs(said, asked, vectors, found, older)
    met = {claim.document for claim in claims[len(said) :]}
    documents = (*own.documents, *archive.documents(found, met))
    ids = {document.id for document in own.documents}
    findings = pipeline.compare_pairs(claims, pairs, documents, options, ids)
    findings += next(drafts)
    read = [*said, *_said_in(found, _named(findings) - older.keys())]
    kept = pipeline.ranked(findings, read, options, ids, documents)
    report = pipeline.report(_shown(own, documents, read, kept), kept, options, ids)
    old = _said_in(found, older)
    return versions.with_corrections(
        report, older, said, old, options.ui_language, options.min_confidence
    )


def _pairs(
    said: Sequence[Claim],
    asked: Sequence[About],
    vectors: Vectors,
    found: Candidates,
    leave_out: Collection[str],
) -> tuple[list[Claim], list[CandidatePair]]:
    """Return pairs with a draft's claim, and the claims that they are of, the drafts' first.

    Of what was found, only the claims of a pair are made; articles are left out by their ids.
    """
    import numpy as np

    from factcheck import pair

    others = [n for n, row in enumerate(found.rows) if row.about.document not in leave_out]
    abouts = [*asked, *(found.rows[n].about for n in others)]
    rows = np.concatenate([vectors, found.vectors[others]])
    touching = [True] * len(said) + [False] * len(others)
    pairs = list(pair.propose((), rows, touching=touching, abouts=abouts))
    met = sorted({p.right for p in pairs if p.right >= len(said)})
    place = {right: n for n, right in enumerate(met, start=len(said))}
    claims = [*said, *(found.rows[others[right - len(said)]].claim for right in met)]
    return claims, [p if p.right < len(said) else _moved(p, place[p.right]) for p in pairs]


def _moved(pair: CandidatePair, right: int) -> CandidatePair:
    return CandidatePair(pair.left, right, pair.similarity, pair.proposed_by)


def _named(findings: Iterable[Finding]) -> set[str]:
    """Return the ids of the documents that the findings name."""
    return {part.claim.document for finding in findings for part in finding.claims}


def _said_in(found: Candidates, ids: Collection[str]) -> list[Claim]:
    """Return the claims found of these documents."""
    return [row.claim for row in found.rows if row.about.document in ids] if ids else []


def _shown(
    own: Extraction,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    findings: Sequence[Finding],
) -> Extraction:
    """Return the drafts and the articles that a finding names, with the claims met of each."""
    named = _named(findings) | {document.id for document in own.documents}
    met: dict[str, list[Claim]] = {d.id: [] for d in documents if d.id in named}
    for claim in claims:
        if claim.document in met:
            met[claim.document].append(claim)
    shown = tuple(document for document in documents if document.id in named)
    return Extraction(shown, tuple(map(tuple, met.values())), own.skipped, own.notices)
