"""What the article has named so far: the ground on which epithets and pronouns stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcheck.model import Entity, EntityMention

_OBLIQUE = ("compound", "adjective", "genitive")


@dataclass(slots=True)
class Memory:
    """Entities of an article in the order of their last mention."""

    title: tuple[str, ...] = ()
    sure: set[str] = field(default_factory=set)
    people: dict[str, Entity] = field(default_factory=dict)  # surname -> full name
    texts: dict[str, Entity] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    entities: dict[str, Entity] = field(default_factory=dict)
    sentences: list[list[EntityMention]] = field(default_factory=list)

    def close(self, mentions: list[EntityMention]) -> None:
        """Remember the mentions of a sentence that is done."""
        self.sentences.append(mentions)
        for mention in mentions:
            self.entities[mention.entity.id] = mention.entity
            self.counts[mention.entity.id] += 1

    def recent(self, back: int) -> list[EntityMention]:
        """Return mentions of the last sentences, the latest sentence first.

        Inside a sentence the likely subject (the first name that is no part of a compound and
        no genitive) comes first.
        """
        found: list[EntityMention] = []
        for mentions in reversed(self.sentences[-back:]):
            found += sorted(mentions, key=lambda m: (m.how in _OBLIQUE, m.start))
        return found
