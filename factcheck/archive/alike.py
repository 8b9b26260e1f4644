"""Picks the archive's articles that may be versions of a draft, so that only they are read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.index import Candidates, Index
    from factcheck.keys import About

REPEATED = 0.2  # of what a draft speaks about: a near copy repeats far more


def alike(
    documents: Iterable[Document],
    asked: Iterable[About],
    archive: Index,
    found: Candidates,
) -> list[Document]:
    """Return the articles with a draft's id or address, or that repeat much of what it said.

    `asked` has a row for each claim of the drafts, `documents`.
    """
    spoken = _spoken(row.about for row in found.rows)
    drafts = list(documents)
    urls = {document.url for document in drafts if document.url}
    names = archive.named(found, {document.id for document in drafts}, urls)
    for mine in _spoken(asked).values():
        least = max(1.0, REPEATED * len(mine))
        names |= {name for name, theirs in spoken.items() if len(mine & theirs) >= least}
    return archive.documents(found, names)


def _spoken(abouts: Iterable[About]) -> dict[str, set[str]]:
    """Return what each document speaks about: the canonical texts of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    for about in abouts:
        found[about.document].add(about.text)
    return found
