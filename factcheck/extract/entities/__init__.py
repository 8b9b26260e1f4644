"""Entities of an article, sentence by sentence: names, epithets and pronouns resolved."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.entities.bare import bare_names
from factcheck.extract.entities.epithets import Ground, find_epithets
from factcheck.extract.entities.evidence import proven
from factcheck.extract.entities.memory import Memory, may_be_subject
from factcheck.extract.entities.pronouns import find_pronouns
from factcheck.extract.entities.scan import Scan
from factcheck.extract.entities.topics import main_entity, topic
from factcheck.extract.entities.views import (
    View,
    in_order,
    meet,
    name_known,
    name_unknown,
    view_of,
)
from factcheck.lang.entities import words_of
from factcheck.model import Document, EntityMention, Sentence

__all__ = ["find", "topic"]


def find(document: Document, sentences: Sequence[Sentence]) -> list[list[EntityMention]]:
    """Return the mentions of each sentence, in order, offsets in the sentence's text.

    Mentions do not overlap, but for "both companies", which gives two with the same span.
    """
    views = [view_of(sentence) for sentence in sentences]
    memory = Memory()
    for view in views:
        memory.sure |= proven(((view.scan.text, hit) for hit in view.hits), view.words)
    memory.names = bare_names(view.scan for view in views)
    for step in (name_known, meet, name_unknown):  # each over the whole article
        for view in views:
            step(view, memory)
    main = main_entity(document, sentences, [view.named for view in views])
    memory.topic = main.entity if main is not None else None
    for view in views:
        _understand(view, memory)
    return memory.sentences


def _understand(view: View, memory: Memory) -> None:
    """Add epithets and pronouns, and remember the sentence."""
    epithets = find_epithets(Ground(view.scan, view.named, memory, view.words))
    kept = [m for m in view.named if not any(_overlap(m, other) for other in epithets)]
    named = in_order([*kept, *epithets])
    pronouns = find_pronouns(Ground(view.scan, named, memory, view.words))
    mentions = in_order([*named, *pronouns])
    memory.close(mentions, _subjects(mentions, view.scan))


def _subjects(mentions: Sequence[EntityMention], cut: Scan) -> set[int]:
    prepositions = words_of(cut.language, "preposition")
    return {m.start for m in mentions if may_be_subject(m, cut.before(m.start), prepositions)}


def _overlap(left: EntityMention, right: EntityMention) -> bool:
    return left.start < right.end and right.start < left.end
