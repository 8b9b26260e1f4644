"""Entities of an article, sentence by sentence: names, epithets and pronouns resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.entities.epithets import Ground, find_epithets
from factcheck.extract.entities.evidence import holds, proven
from factcheck.extract.entities.hits import Hit, find_hits
from factcheck.extract.entities.memory import Memory, may_be_subject
from factcheck.extract.entities.pronouns import find_pronouns
from factcheck.extract.entities.runs import Run, find_runs
from factcheck.extract.entities.scan import Scan, scan
from factcheck.extract.entities.topics import main_entity, topic
from factcheck.extract.entities.unknown import mention, people_in
from factcheck.lang.entities import words_of
from factcheck.model import Document, EntityMention, Sentence
from factcheck.vocab.entities import Lexicon, lexicon

__all__ = ["find", "topic"]


def find(document: Document, sentences: Sequence[Sentence]) -> list[list[EntityMention]]:
    """Return the mentions of each sentence, in order, offsets in the sentence's text.

    Mentions do not overlap, but for "both companies", which gives two with the same span.
    """
    views = [_view(sentence) for sentence in sentences]
    memory = Memory()
    for view in views:
        memory.sure |= proven(((view.scan.text, hit) for hit in view.hits), view.words)
    for view in views:
        view.named = _named(view, memory)
        view.runs = find_runs(view.scan, view.named)
        _meet(view, memory)
    for view in views:
        found = (mention(view.scan, run, memory, view.words) for run in view.runs)
        view.named = _in_order([*view.named, *(m for m in found if m is not None)])
    main = main_entity(document, sentences, [view.named for view in views])
    memory.topic = main.entity if main is not None else None
    for view in views:
        _understand(view, memory)
    return memory.sentences


@dataclass(slots=True)
class _View:
    """One sentence on its way: its words, the table's names in it, and its mentions so far."""

    scan: Scan
    words: Lexicon
    hits: list[Hit]
    named: list[EntityMention] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


def _view(sentence: Sentence) -> _View:
    words = lexicon(sentence.language)
    return _View(scan(sentence.text, words.language), words, find_hits(sentence.text, words))


def _named(view: _View, memory: Memory) -> list[EntityMention]:
    text = view.scan.text
    return [
        EntityMention(
            hit.start,
            hit.end,
            text[hit.start : hit.end],
            view.words.entity(hit.name.entity),
            hit.how,
        )
        for hit in view.hits
        if holds(text, hit, memory.sure, view.words) and not _is_parent(view, hit)
    ]


def _is_parent(view: _View, hit: Hit) -> bool:
    """Say whether the name only introduces its owner ("Google-Mutter Alphabet")."""
    if hit.head not in words_of(view.words.language, "maker"):
        return False
    own = view.words.rows[hit.name.entity]
    end = hit.end + len(hit.head) + 2
    return any(
        other.start == end and other.name.entity in (own.id, own.owner) for other in view.hits
    )


def _meet(view: _View, memory: Memory) -> None:
    """Remember whom the sentence names in full, so that a surname finds them anywhere."""
    people = [m.entity for m in view.named if m.entity.kind == "person"]
    for person in (*people, *people_in(view.scan, view.runs)):
        memory.meet(person)


def _understand(view: _View, memory: Memory) -> None:
    """Add epithets and pronouns, and remember the sentence."""
    ground = Ground(view.scan, view.named, memory, view.words)
    epithets = find_epithets(ground)
    kept = [m for m in view.named if not any(_overlap(m, other) for other in epithets)]
    named = _in_order([*kept, *epithets])
    ground = Ground(view.scan, named, memory, view.words)
    mentions = _in_order([*named, *find_pronouns(ground)])
    memory.close(mentions, _subjects(mentions, view.scan))


def _in_order(mentions: list[EntityMention]) -> list[EntityMention]:
    return sorted(mentions, key=lambda mention: mention.start)


def _subjects(mentions: Sequence[EntityMention], cut: Scan) -> set[int]:
    prepositions = words_of(cut.language, "preposition")
    return {m.start for m in mentions if may_be_subject(m, cut.before(m.start), prepositions)}


def _overlap(left: EntityMention, right: EntityMention) -> bool:
    return left.start < right.end and right.start < left.end
