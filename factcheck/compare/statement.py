"""A claim with what its document says about it; features are worked out once a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from factcheck.model import Claim, Document
from factcheck.vocab.content import content_words

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True)
class Statement(Generic[C]):
    """Who said it, when, and which content words stand around it."""

    claim: C
    document: str
    published: date | None
    source: str
    trusted: bool
    words: frozenset[str]


def state(claim: C, document: Document) -> Statement[C]:
    """Join a claim with its document."""
    return Statement(
        claim=claim,
        document=document.id,
        published=document.published,
        source=document.source,
        trusted=document.trusted,
        words=content_words(claim.sentence, claim.language),
    )


def names(claim: Claim) -> str:
    """Return the subject's name, or an empty string."""
    return claim.subject.name if claim.subject else ""
