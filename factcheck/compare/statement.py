"""A claim with what its document says about it; features are worked out once, when asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from factcheck.model import Claim, Document, NumericClaim
from factcheck.vocab.content import content_words

C = TypeVar("C", bound=Claim)
Words = frozenset[str]

_NEAR = 50  # letters on either side of a claim
_BEFORE = 200  # letters before its sentence, in which what it speaks of may be named


class Statement(Generic[C]):
    """Who said it, when, and which content words stand around it; told apart by identity.

    Most pairs differ in what the claim itself says, so that no word is looked at for them.
    `names_of` returns the capitalised words of an article.
    """

    def __init__(self, claim: C, article: Document, names_of: Callable[[Document], Words]) -> None:
        self.claim = claim
        self._article = article
        self._names_of = names_of
        self.document = article.id
        self.published = article.published
        self.source = article.source
        self.trusted = article.trusted
        self.inferred = article.published_inferred  # the publication date is a guess
        # the earlier article first, whatever the order they came in
        self.order = (str(article.published or ""), article.id, claim.start, claim.end)

    @cached_property
    def words(self) -> Words:
        """Return the content words of the whole sentence."""
        return content_words(self.claim.sentence, self.claim.language)

    @cached_property
    def near(self) -> Words:
        """Return those beside the claim itself."""
        return content_words(_beside(self.claim), self.claim.language)

    @cached_property
    def names(self) -> Words:
        """Return the capitalised words of the whole article."""
        return self._names_of(self._article)

    @cached_property
    def said(self) -> Words:
        """Return `words`, the claim's nouns, and what the article says just before."""
        before = content_words(_before(self.claim, self._article), self.claim.language)
        return self.words | _nouns(self.claim) | before


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
