"""A claim with what its document says about it; features are worked out once a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from factcheck.model import Claim, Document, NumericClaim
from factcheck.vocab.content import content_words

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True, slots=True, eq=False)  # one object a claim: told apart by identity
class Statement(Generic[C]):
    """Who said it, when, and which content words stand around it.

    `words` are those of the whole sentence, `near` those beside the claim itself, `names` the
    capitalised words of the whole article.
    """

    claim: C
    document: str
    published: date | None
    source: str
    trusted: bool
    inferred: bool  # the publication date is a guess
    words: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    said: frozenset[str]  # `words`, the claim's nouns, and what the article says just before
    order: tuple[str, str, int, int]  # the earlier article first, whatever the order they came in


_NEAR = 50  # letters on either side of a claim
_BEFORE = 200  # letters before its sentence, in which what it speaks of may be named


def state(claim: C, document: Document, names: frozenset[str]) -> Statement[C]:
    """Join a claim with its document and the names that the document mentions."""
    words = content_words(claim.sentence, claim.language)
    return Statement(
        claim=claim,
        document=document.id,
        published=document.published,
        source=document.source,
        trusted=document.trusted,
        inferred=document.published_inferred,
        words=words,
        near=content_words(_beside(claim), claim.language),
        names=names,
        said=words | _nouns(claim) | content_words(_before(claim, document), claim.language),
        order=(str(document.published or ""), document.id, claim.start, claim.end),
    )


def _beside(claim: Claim) -> str:
    """Return the words beside the claim's quote, whole words only."""
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before = claim.sentence[max(0, start - _NEAR) : start]
    after = claim.sentence[end : end + _NEAR]
    if start > _NEAR:
        before = before.partition(" ")[2]
    if end + _NEAR < len(claim.sentence):
        after = after.rpartition(" ")[0]
    return f"{before} {after}"


def _nouns(claim: Claim) -> frozenset[str]:
    return frozenset(claim.nouns) if isinstance(claim, NumericClaim) else frozenset()


def _before(claim: Claim, document: Document) -> str:
    """Return what the article says just before the claim's sentence, whole words only."""
    start = max(claim.sentence_start - _BEFORE, document.body_start)
    text = document.text[start : claim.sentence_start]
    return text.partition(" ")[2] if start > document.body_start else text
