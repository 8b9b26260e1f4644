"""An article's own older version in the archive: no opponent, but what it was corrected from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.copies import Versions, same_name
from factcheck.model import Claim, Document, Finding, Report

ARCHIVED = "#archived"  # ends the id of an older version that its draft has too


@dataclass(frozen=True, slots=True)
class Older:
    """An older version of a draft, under an id of its own."""

    draft: str
    document: Document


def older_versions(drafts: Sequence[Document], archive: Iterable[Document]) -> dict[str, Older]:
    """Return the archive's articles that are older versions of a draft, by their archive ids."""
    versions = Versions(tuple(drafts))
    pairs = [(draft, other) for other in archive if (draft := versions.of(other)) is not None]
    shared = _of_an_agency(pairs)
    taken = {draft.id for draft in drafts}
    found: dict[str, Older] = {}
    for draft, other in pairs:
        if draft.id not in shared or same_name(draft, other):
            name = other.id + ARCHIVED if other.id in taken else other.id
            found[other.id] = Older(draft.id, replace(other, id=name))
    return found


def _of_an_agency(pairs: Iterable[tuple[Document, Document]]) -> set[str]:
    """Return the drafts, by id, whose text several sources in the archive have published.

    A draft that does not say whose it is cannot be a version of all of them.
    """
    sources: dict[str, set[str]] = {}
    for draft, other in pairs:
        if other.source and not draft.source:
            sources.setdefault(draft.id, set()).add(other.source.casefold())
    return {draft for draft, names in sources.items() if len(names) > 1}


def with_corrections(
    report: Report,
    older: dict[str, Older],
    new: Iterable[Claim],
    old: Iterable[Claim],
    language: str,
    least: float,
) -> Report:
    """Return the report with a finding for each figure that a draft's older version has otherwise.

    `new` are the drafts' claims, `old` those of the archive, with the archive's document ids;
    findings of a confidence below `least` are left out.
    """
    from factcheck.rank import rank

    old = [
        replace(claim, document=older[claim.document].document.id)
        for claim in old
        if claim.document in older
    ]
    new = list(new)
    drafts = {version.draft for version in older.values()}
    found = _corrections(older.values(), new, old, language)
    sure = [finding for finding in found if finding.confidence >= least]
    findings = rank(sure, [*new, *old], drafts=drafts)
    return _joined(report, findings, [version.document for version in older.values()], old)


def _corrections(
    older: Iterable[Older], new: Sequence[Claim], old: Sequence[Claim], language: str
) -> list[Finding]:
    from factcheck.compare.rules import fc105_corrected_value

    return [
        finding
        for version in older
        for finding in fc105_corrected_value.check(
            (claim for claim in new if claim.document == version.draft),
            (claim for claim in old if claim.document == version.document.id),
            language,
        )
    ]


def _joined(
    report: Report, findings: Sequence[Finding], older: Sequence[Document], claims: Sequence[Claim]
) -> Report:
    """Return the report with these findings last and the articles that they name."""
    named = {part.claim.document for finding in findings for part in finding.claims}
    shown = tuple(document for document in older if document.id in named)
    counts = {d.id: sum(claim.document == d.id for claim in claims) for d in shown}
    return replace(
        report,
        documents=report.documents + shown,
        findings=report.findings + tuple(findings),
        claim_counts={**report.claim_counts, **counts},
    )
