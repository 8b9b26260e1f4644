"""Picks the archive's articles that may be versions of a draft, so that only they are read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.keys import canonical
from factcheck.model import Claim, Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.index import Candidates, Index
    from factcheck.pipeline import Extraction

REPEATED = 0.2  # of what a draft speaks about: a near copy repeats far more


def alike(own: Extraction, archive: Index, found: Candidates) -> list[Document]:
    """Return the articles with a draft's id or address, or that repeat much of its claims."""
    spoken = _spoken(found.claims)
    names = archive.named(
        found,
        {document.id for document in own.documents},
        {document.url for document in own.documents if document.url},
    )
    for mine in _spoken(claim for group in own.claims for claim in group).values():
        least = max(1.0, REPEATED * len(mine))
        names |= {name for name, theirs in spoken.items() if len(mine & theirs) >= least}
    return archive.documents(found, names)


def _spoken(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """Return what each document speaks about: the canonical texts of its claims."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.document].add(canonical(claim))
    return found
