"""The one place that knows the order of the stages.

Every step takes and returns plain picklable batches, so that it can run in another process or on
another machine as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.garbage import collecting_rarely
from factcheck.model import (
    CandidatePair,
    Claim,
    Document,
    Finding,
    QuantityMention,
    Report,
    Skipped,
    Verdict,
)

if TYPE_CHECKING:
    from factcheck.pair import Vectors

Progress = Callable[[str, int, int], None]
Frame = frozenset[str]  # paragraphs that are no part of any article

MANY = 64  # articles from which on starting processes saves more than it costs
BATCH = 16  # articles at a time for each process
MANY_CLAIMS = 20_000  # claims from which on sending them to processes costs less than it saves
ENCODED = 2048  # texts at a time
LONG = 8  # batches of texts from which on starting processes saves more than it costs


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told. Defaults are those of the command line."""

    model: str = "bundled"
    published: date | None = None
    min_confidence: float = 0.5
    show_agreements: bool = False
    entities: Path | None = None
    ui_language: str = "en"
    progress: Progress | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Documents with their claims, one list a document, and what could not be read."""

    documents: tuple[Document, ...]
    claims: tuple[tuple[Claim, ...], ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()


def read(paths: Sequence[str | Path], options: Options, *, together: bool = True) -> Extraction:
    """Read articles and extract their claims.

    What several articles read `together` repeat verbatim is the page's frame and left out; an
    archive, which may come from an index as well, is read each article by itself.
    """
    from factcheck.read import read_paths
    from factcheck.split.boilerplate import repeated

    result = read_paths(paths, published=options.published)
    documents = tuple(result.documents)
    frame = repeated(documents) if together else frozenset()
    claims = tuple(extract(documents, options, frame))
    return Extraction(documents, claims, tuple(result.skipped), tuple(result.notices))


def read_here(paths: Sequence[str | Path], options: Options) -> Extraction:
    """Read articles each by itself in this process: what a process that indexes does."""
    from factcheck.read import read_paths

    result = read_paths(paths, published=options.published)
    claims = tuple(extract_here(result.documents, options))
    skipped, notices = tuple(result.skipped), tuple(result.notices)
    return Extraction(tuple(result.documents), claims, skipped, notices)


def read_drafts(paths: Sequence[str | Path], options: Options) -> Iterator[Any]:
    """Yield the Extraction of drafts, then the list of findings that each draft alone gives.

    The second takes a while, in which the first can be compared.
    """
    drafts = read(paths, options)
    yield drafts
    yield within_documents(drafts, options, None)


def extract(
    documents: Iterable[Document], options: Options, frame: Frame = frozenset()
) -> list[tuple[Claim, ...]]:
    """Return the claims of each document; many are shared out to one process a core.

    `frame` are paragraphs to leave out.
    """
    from factcheck import processes

    documents = list(documents)
    count = processes.cores()
    if len(documents) < MANY or count < 2:
        return extract_here(documents, options, frame)
    try:
        return _extract_in_processes(documents, options, frame, count)
    except OSError:  # no process can be started here, or the system ended one
        return extract_here(documents, options, frame)


def extract_here(
    documents: Sequence[Document], options: Options, frame: Frame = frozenset()
) -> list[tuple[Claim, ...]]:
    """Return the claims of each document, worked out in this process."""
    from factcheck.extract import extract_document
    from factcheck.split import split
    from factcheck.vocab.entities import use_extra

    use_extra(options.entities)
    claims = []
    for number, document in enumerate(documents):
        _progress(options, "reading", number, len(documents))
        claims.append(tuple(extract_document(document, split(document, frame))))
    return claims


def _extract_in_processes(
    documents: Sequence[Document], options: Options, frame: Frame, count: int
) -> list[tuple[Claim, ...]]:
    from factcheck import processes

    quiet = replace(options, progress=None)
    starts = range(0, len(documents), BATCH)
    batches = ((documents[start : start + BATCH], quiet, frame) for start in starts)
    claims: list[tuple[Claim, ...]] = []
    for found in processes.run("factcheck.pipeline:extract_here", batches, count):
        claims += found
        _progress(options, "reading", len(claims), len(documents))
    return claims


@collecting_rarely()
def scan(paths: Sequence[str | Path], options: Options | None = None) -> Report:
    """Read articles, cross-compare all of them, and report."""
    from factcheck import embed

    options = options or Options()
    embed.require(options.model)
    return cross_compare(read(paths, options), options)


@collecting_rarely()
def check(
    drafts: Sequence[str | Path], against: Sequence[str | Path], options: Options | None = None
) -> Report:
    """Check drafts against an archive: findings that touch a draft, and those inside it.

    A draft's own older version in the archive is no opponent; figures that changed since are
    shown as corrections, after all else.
    """
    from factcheck import embed, versions

    options = options or Options()
    embed.require(options.model)
    own = read(drafts, options)
    archive = read(against, replace(options, published=None), together=False)
    older = versions.older_versions(own.documents, archive.documents)
    ids = {document.id for document in own.documents}
    found = cross_compare(_together(own, archive, older), options, only=ids)
    new, old = (chain.from_iterable(side.claims) for side in (own, archive))
    return versions.with_corrections(
        found, older, new, old, options.ui_language, options.min_confidence
    )


def _together(own: Extraction, archive: Extraction, leave_out: Collection[str]) -> Extraction:
    """Return the drafts with the archive's articles, some left out by their ids."""
    others = [
        (document, claims)
        for document, claims in zip(archive.documents, archive.claims, strict=True)
        if document.id not in leave_out
    ]
    return Extraction(
        own.documents + tuple(document for document, _ in others),
        own.claims + tuple(claims for _, claims in others),
        own.skipped + archive.skipped,
        own.notices + archive.notices,
    )


def cross_compare(extraction: Extraction, options: Options, only: set[str] | None = None) -> Report:
    """Propose, compare and rank; `only` keeps findings that touch these documents."""
    claims = [claim for group in extraction.claims for claim in group]
    pairs = propose(claims, options, only)
    drafts = only or set()
    findings = compare_pairs(claims, pairs, extraction.documents, options, drafts)
    findings += within_documents(extraction, options, only)
    kept = ranked(findings, claims, options, drafts, extraction.documents)
    return report(extraction, kept, options, drafts)


def compare_all(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    options: Options,
    only: set[str] | None = None,
) -> list[Finding]:
    """Propose and compare; what many claims take is shared out to one process a core.

    With `only` (document ids) a finding has a claim of at least one of these documents.
    """
    from factcheck import embed, processes, sharing

    count = processes.cores() if options.model in embed.BUNDLED_NAMES else 1
    if len(claims) >= MANY_CLAIMS and count > 1:
        _progress(options, "comparing", 0, len(claims))
        how = (replace(options, progress=None), only)
        try:
            return sharing.compare(
                "factcheck.pipeline:compare_share", claims, documents, how, count
            )
        except OSError:  # no process can be started here, or the system ended one
            pass
    return compare_pairs(claims, propose(claims, options, only), documents, options)


def compare_share(
    claims: Sequence[Claim], documents: Sequence[Document], options: Options, only: set[str] | None
) -> list[tuple[Finding, list[int]]]:
    """Return the findings between these claims, each with the places of its claims among them."""
    pairs = propose(claims, options, only, alone=True)
    found = compare_pairs(claims, pairs, documents, options)
    place = {id(claim): number for number, claim in enumerate(claims)}
    return [(finding, [place[id(m.claim)] for m in finding.claims]) for finding in found]


def ranked(
    findings: Iterable[Finding],
    claims: Sequence[Claim],
    options: Options,
    drafts: Collection[str] = (),
    documents: Iterable[Document] = (),
) -> tuple[Finding, ...]:
    """Return what is sure enough to be shown, grouped and in order; `drafts` are document ids.

    The `documents` say who carries a copy, who is trusted and who was first.
    """
    from factcheck.rank import rank

    sure = [finding for finding in findings if finding.confidence >= options.min_confidence]
    return tuple(
        finding
        for finding in rank(sure, claims, drafts, documents, options.ui_language)
        if options.show_agreements or finding.verdict is not Verdict.AGREEMENT
    )


def report(
    extraction: Extraction,
    findings: tuple[Finding, ...],
    options: Options,
    drafts: Collection[str] = (),
) -> Report:
    """Return the report of these documents and findings."""
    return Report(
        documents=extraction.documents,
        findings=findings,
        claim_counts={
            document.id: len(group)
            for document, group in zip(extraction.documents, extraction.claims, strict=True)
        },
        skipped=extraction.skipped,
        notices=extraction.notices,
        settings={
            "model": options.model,
            "min_confidence": options.min_confidence,
            "drafts": sorted(drafts),
        },
    )


def propose(
    claims: Sequence[Claim],
    options: Options,
    only: set[str] | None = None,
    *,
    alone: bool = False,
) -> Iterator[CandidatePair]:
    """Yield what is worth comparing: neighbours of the embedded claims and sharers of a key.

    With `only` (document ids) a pair has a claim of at least one of these documents. What is done
    `alone` starts no process.
    """
    from factcheck import pair
    from factcheck.keys import canonical

    if not claims:
        return
    _progress(options, "comparing", 0, len(claims))
    texts = [canonical(claim) for claim in claims]
    distinct = sorted(set(texts))
    place = {text: row for row, text in enumerate(distinct)}
    vectors = encode(distinct, options, alone=alone)
    touching = None if only is None else [claim.document in only for claim in claims]
    rows = [place[text] for text in texts]
    yield from pair.propose(claims, vectors, touching=touching, rows=rows)


def encode(texts: Sequence[str], options: Options, *, alone: bool = False) -> Vectors:
    """Return one row of length 1 per text; many are shared out unless it is done `alone`."""
    import numpy as np

    from factcheck import embed, processes

    starts = range(0, max(1, len(texts)), ENCODED)  # the same parts however many processes
    batches = [(texts[start : start + ENCODED], options.model) for start in starts]
    count = processes.cores() if options.model in embed.BUNDLED_NAMES else 1
    if alone or len(batches) < LONG or count < 2:
        return np.concatenate([encode_here(*batch) for batch in batches])
    try:
        found = processes.run("factcheck.pipeline:encode_here", batches, count)
        return np.concatenate(list(found))
    except OSError:
        return np.concatenate([encode_here(*batch) for batch in batches])


def encode_here(texts: Sequence[str], model: str) -> Vectors:
    """Return one row of length 1 per text, worked out in this process."""
    from factcheck import embed

    return embed.load(model).encode(texts)


def compare_pairs(
    claims: Sequence[Claim],
    pairs: Iterable[CandidatePair],
    documents: Iterable[Document],
    options: Options,
    drafts: Collection[str] = (),
) -> list[Finding]:
    """Compare each candidate pair; most pairs give nothing. `drafts` (ids) are named first."""
    from factcheck import embed
    from factcheck.compare import Comparer

    encode = partial(embed.encode_kept, options.model)
    comparer = Comparer(documents, options.ui_language, options.min_confidence, encode, drafts)
    return list(comparer.compare_all(claims, pairs))


def within_documents(
    extraction: Extraction, options: Options, only: set[str] | None
) -> list[Finding]:
    """Return arithmetic findings inside each article."""
    from factcheck.compare.arithmetic.checks import check_document
    from factcheck.compare.arithmetic.reading import Reading
    from factcheck.extract.periods.companies import find_alone
    from factcheck.split import split

    reading = Reading(split, _amounts, find_alone)
    findings: list[Finding] = []
    for document, claims in zip(extraction.documents, extraction.claims, strict=True):
        if only is None or document.id in only:
            findings += check_document(document, claims, options.ui_language, reading)
    return findings


def _amounts(text: str, language: str, dates: Sequence[tuple[int, int]]) -> list[QuantityMention]:
    from factcheck.extract.quantities import find

    return find(text, language, dates=dates)


def _progress(options: Options, stage: str, done: int, total: int) -> None:
    if options.progress is not None:
        options.progress(stage, done, total)
