"""Entities of an article, sentence by sentence: names, epithets and pronouns resolved."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.entities.evidence import holds, proven
from factcheck.extract.entities.hits import Hit, find_hits
from factcheck.extract.entities.memory import Memory
from factcheck.extract.entities.topics import topic
from factcheck.model import Document, EntityMention, Sentence
from factcheck.vocab.entities import Lexicon, lexicon

__all__ = ["find", "topic"]


def find(document: Document, sentences: Sequence[Sentence]) -> list[list[EntityMention]]:
    """Return the mentions of each sentence, in order, offsets in the sentence's text.

    Mentions do not overlap, but for "both companies", which gives two with the same span.
    """
    lexicons = [lexicon(sentence.language) for sentence in sentences]
    hits = [
        find_hits(sentence.text, words) for sentence, words in zip(sentences, lexicons, strict=True)
    ]
    memory = Memory()
    for sentence, words, found in zip(sentences, lexicons, hits, strict=True):
        memory.sure |= proven(((sentence.text, hit) for hit in found), words)
    for sentence, words, found in zip(sentences, lexicons, hits, strict=True):
        memory.close(_named(sentence.text, found, memory, words))
    return memory.sentences


def _named(text: str, hits: list[Hit], memory: Memory, words: Lexicon) -> list[EntityMention]:
    return [
        EntityMention(
            hit.start, hit.end, text[hit.start : hit.end], words.entity(hit.name.entity), hit.how
        )
        for hit in hits
        if holds(text, hit, memory.sure, words)
    ]
