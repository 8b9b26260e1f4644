"""Builds each sentence's context: entities first, then periods, then amounts."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract import entities, periods, quantities
from factcheck.extract.context import SentenceContext
from factcheck.model import Document, EntityMention, QuantityMention, Sentence


def contexts_of(document: Document, sentences: Sequence[Sentence]) -> list[SentenceContext]:
    """Return one context a sentence; each knows its predecessor and the article's topic."""
    sentences = list(sentences)
    mentions = entities.find(document, sentences)
    topic = entities.topic(document, sentences, mentions)
    contexts: list[SentenceContext] = []
    for sentence, named in zip(sentences, mentions, strict=True):
        previous = contexts[-1] if contexts else None
        contexts.append(_context(document, sentence, named, topic, previous))
    return contexts


def _context(
    document: Document,
    sentence: Sentence,
    named: Sequence[EntityMention],
    topic: EntityMention | None,
    previous: SentenceContext | None,
) -> SentenceContext:
    company = _company(named, topic)
    times = periods.find(sentence.text, sentence.language, document.published, company)
    spans = [(mention.start, mention.end) for mention in times]
    amounts = quantities.find(sentence.text, sentence.language, dates=spans)
    return SentenceContext(
        document=document,
        sentence=sentence,
        quantities=tuple(amounts),
        periods=tuple(times),
        entities=tuple(mention for mention in named if not _in_amount(mention, amounts)),
        topic=topic,
        previous=previous,
    )


def _in_amount(mention: EntityMention, amounts: Sequence[QuantityMention]) -> bool:
    """Say whether a name that no table knows is a part of an amount: "14 degrees Celsius"."""
    return not mention.entity.resolved and any(
        amount.start < mention.start and mention.end <= amount.end for amount in amounts
    )


def _company(named: Sequence[EntityMention], topic: EntityMention | None) -> str:
    """Return the company whose fiscal calendar a sentence's quarters follow."""
    companies = [mention.entity.id for mention in named if mention.entity.kind == "company"]
    if companies:
        return companies[0]
    return topic.entity.id if topic is not None else ""
