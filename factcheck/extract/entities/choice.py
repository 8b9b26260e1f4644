"""Which entity an epithet means, from the mentions before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.extract.entities.memory import Memory, Seen
from factcheck.extract.entities.nouns import ClassNoun
from factcheck.model import Entity, EntityMention
from factcheck.vocab.entities import Lexicon

# How much each place of a mention speaks for it; a subject of the last sentence goes before
# the article's topic, the topic before anything that stands in an oblique case.
_SUBJECT = {0: 5.0, 1: 4.0, 2: 2.0, 3: 1.0}
_OBLIQUE = {0: 0.5, 1: 1.5, 2: 0.5, 3: 0.25}
_TOPIC = 2.0
_LOOK_BACK = 3


def choose(
    noun: ClassNoun,
    before: Sequence[Seen],
    taken: set[str],
    memory: Memory,
    lexicon: Lexicon,
) -> Entity | None:
    """Return the entity that the noun means, or None when nothing fits or two fit equally.

    `before` are the sentence's own mentions in earlier clauses, `taken` entities that stand in
    the same clause and so cannot be meant again.
    """
    scores: dict[str, float] = {}
    entities: dict[str, Entity] = {}
    for seen in (*before, *memory.recent(_LOOK_BACK)):
        entity = seen.mention.entity
        if entity.id in taken or not _fits(noun, entity, lexicon):
            continue
        entities[entity.id] = entity
        table = _SUBJECT if seen.subject else _OBLIQUE
        scores[entity.id] = scores.get(entity.id, 0.0) + table[seen.back]
    topic = memory.topic
    if topic is not None and topic.id not in taken and _fits(noun, topic, lexicon):
        entities[topic.id] = topic
        scores[topic.id] = scores.get(topic.id, 0.0) + _TOPIC
    return _best(scores, entities)


def choose_other(
    noun: ClassNoun, before: Sequence[EntityMention], memory: Memory, lexicon: Lexicon
) -> Entity | None:
    """Return the one fitting entity of the last sentence that is neither topic nor subject here."""
    taken = {mention.entity.id for mention in before}
    if memory.topic is not None:
        taken.add(memory.topic.id)
    found = {
        seen.mention.entity.id: seen.mention.entity
        for seen in memory.recent(1)
        if seen.mention.entity.id not in taken and _fits(noun, seen.mention.entity, lexicon)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def choose_two(
    noun: ClassNoun, before: Sequence[EntityMention], memory: Memory, lexicon: Lexicon
) -> tuple[Entity, ...]:
    """Return the two entities that "both" means, the first named first, or nothing."""
    for mentions in (before, [seen.mention for seen in memory.recent(1)]):
        found = _distinct(mentions, noun, lexicon)
        if len(found) == 2:
            return tuple(found.values())
        if len(found) > 2:
            return ()
    return _two_most_named(noun, memory, lexicon)


def _two_most_named(noun: ClassNoun, memory: Memory, lexicon: Lexicon) -> tuple[Entity, ...]:
    fitting = [
        (count, key)
        for key, count in memory.counts.most_common()
        if _fits(noun, memory.entities[key], lexicon)
    ]
    if len(fitting) < 2 or fitting[1][0] < 2:
        return ()
    if len(fitting) > 2 and fitting[2][0] == fitting[1][0]:
        return ()
    pair = {key for _, key in fitting[:2]}
    return tuple(memory.entities[key] for key in memory.entities if key in pair)


def _distinct(
    mentions: Iterable[EntityMention], noun: ClassNoun, lexicon: Lexicon
) -> dict[str, Entity]:
    return {m.entity.id: m.entity for m in mentions if _fits(noun, m.entity, lexicon)}


def _fits(noun: ClassNoun, entity: Entity, lexicon: Lexicon) -> bool:
    row = lexicon.rows.get(entity.id)
    return noun.fits(entity.kind, row.sectors if row is not None else ())


def _best(scores: dict[str, float], entities: dict[str, Entity]) -> Entity | None:
    if not scores:
        return None
    top = max(scores.values())
    best = [key for key, score in scores.items() if score == top]
    return entities[best[0]] if len(best) == 1 else None
