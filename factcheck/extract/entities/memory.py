"""What the article has named so far: the ground on which epithets and pronouns stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.model import Entity, EntityMention

_OBLIQUE = frozenset({"compound", "adjective", "genitive"})
_BACK = 3  # sentences that an epithet looks back


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention, how many sentences ago, and whether it stands where a subject may stand."""

    mention: EntityMention
    back: int
    subject: bool


@dataclass(slots=True)
class Memory:
    """Entities of an article in the order of their mentions."""

    topic: Entity | None = None
    sure: set[str] = field(default_factory=set)
    people: dict[str, Entity] = field(default_factory=dict)  # surname -> full name
    firms: dict[str, str] = field(default_factory=dict)  # name -> kind, said beside it once
    names: set[str] = field(default_factory=set)  # unknown words used as names
    short: dict[str, Entity] = field(default_factory=dict)  # "Brennecke" -> Brennecke Logistik
    shared: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    entities: dict[str, Entity] = field(default_factory=dict)
    sentences: list[list[EntityMention]] = field(default_factory=list)
    _subjects: list[set[int]] = field(default_factory=list)

    def meet(self, person: Entity) -> None:
        """Remember a full name by its surname; a surname that two people share finds neither."""
        surname = person.name.rpartition(" ")[2]
        known = self.people.get(surname)
        if known is not None and known.id != person.id:
            self.shared.add(surname)
        self.people[surname] = person

    def shorten(self, firm: Entity) -> None:
        """Remember a firm by the first word of its name, unless another firm has it."""
        first = firm.name.partition(" ")[0]
        known = self.short.get(first)
        if known is not None and known.id != firm.id:
            self.shared.add(first)
        self.short[first] = firm

    def short_for(self, word: str) -> Entity | None:
        """Return the one entity that the article names in full and then by this word."""
        firm = None if word in self.shared else self.short.get(word)
        return firm or self.person(word)

    def person(self, surname: str) -> Entity | None:
        """Return the one person of that surname whom the article names in full."""
        return None if surname in self.shared else self.people.get(surname)

    def close(self, mentions: list[EntityMention], subjects: set[int]) -> None:
        """Remember a sentence that is done; `subjects` are starts of likely subjects."""
        self.sentences.append(mentions)
        self._subjects.append(subjects)
        for mention in mentions:
            self.entities[mention.entity.id] = mention.entity
            self.counts[mention.entity.id] += 1

    def recent(self, back: int = _BACK) -> Iterator[Seen]:
        """Yield the mentions of the last sentences, the latest sentence first."""
        for distance in range(1, min(back, len(self.sentences)) + 1):
            subjects = self._subjects[-distance]
            for mention in self.sentences[-distance]:
                yield Seen(mention, distance, mention.start in subjects)


def may_be_subject(mention: EntityMention, word_before: str, prepositions: frozenset[str]) -> bool:
    """Say whether a mention stands where a subject may stand: bare, after no preposition."""
    return mention.how not in _OBLIQUE and word_before.lower() not in prepositions
