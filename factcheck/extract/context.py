"""What the extractors know about one sentence: built once, read by all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.model import Document, EntityMention, PeriodMention, QuantityMention, Sentence, Token

if TYPE_CHECKING:
    from factcheck.extract.clauses import Clause


@dataclass(frozen=True)
class SentenceContext:
    """One sentence with its mentions. Mention offsets count in `sentence.text`.

    Tokens and clauses cost the most, so they are made when first asked for.
    """

    document: Document
    sentence: Sentence
    quantities: tuple[QuantityMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    topic: EntityMention | None = None  # what the article is about, the fallback subject
    previous: SentenceContext | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """Return the sentence's text."""
        return self.sentence.text

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the tagged words, offsets in the sentence."""
        from factcheck.extract.tagging import tag

        return tag(self.text, self.sentence.language)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Return the clauses, in order."""
        from factcheck.extract.clauses import analyse

        return analyse(self)
