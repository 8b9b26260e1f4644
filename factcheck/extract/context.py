"""What the extractors know about one sentence: built once, read by all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factcheck.model import (
    Document,
    EntityMention,
    Modality,
    PeriodMention,
    QuantityMention,
    Sentence,
    Token,
)

if TYPE_CHECKING:
    from factcheck.extract.clauses.words import Word


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; offsets in the sentence."""

    start: int
    end: int
    text: str
    head: str  # lemma of the head noun, or the name as written
    entity: EntityMention | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite, infinitive or headline clause: who does what to whom, and how surely."""

    start: int
    end: int
    verb: str = ""  # infinitive, separable particle joined ("zulegen"); "" in a verbless headline
    verb_start: int = -1
    verb_end: int = -1
    subject: Phrase | None = None  # the logical one: agent of a passive is in `agent`
    objects: tuple[Phrase, ...] = ()
    recipient: Phrase | None = None
    agent: Phrase | None = None  # "durch"/"von"/"by" in a passive
    adjuncts: tuple[tuple[str, Phrase], ...] = ()  # (preposition, phrase)
    passive: bool = False
    negated: bool = False
    tense: str = "present"  # past, present, future
    modality: Modality = Modality.ACTUAL
    attribution: str = ""  # who says so ("Bloomberg"); "" when the article itself does
    headline: bool = False


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

    @cached_property
    def text(self) -> str:
        """Return the sentence's text."""
        return self.sentence.text

    @property
    def may_count(self) -> bool:
        """Say whether it has an amount, a time or a digit: most have none, and no figure."""
        return bool(self.quantities or self.periods or _DIGIT.search(self.text))

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the tagged words, offsets in the sentence."""
        from factcheck.extract.tagging import tag

        return tag(self.text, self.sentence.language)

    @cached_property
    def words(self) -> list[Word]:
        """Return the tagged words with their classes."""
        from factcheck.extract.clauses.words import classify

        return classify(self)

    @cached_property
    def answers(self) -> dict[tuple[str, int, int], tuple[Any, ...]]:
        """Return what was worked out about phrases of the sentence, by question and phrase.

        An answer comes with the clause and the phrase that its key names by their ids.
        """
        return {}

    @cached_property
    def clauses(self) -> list[Clause]:
        """Return the clauses, in order."""
        from factcheck.extract.clauses import analyse

        return analyse(self)
