"""Compares who or what two numbers belong to.

Texts say the same thing with other subjects ("die Kita kostet Eltern ..." and "Eltern zahlen für
die Kita ..."), so a subject also fits when the other clause names it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from factcheck.compare.alike import unmatched, unsaid
from factcheck.compare.levels import otherwise
from factcheck.compare.names import is_person, is_spelling
from factcheck.compare.said import Said, mixed
from factcheck.lang.endings import endings
from factcheck.lang.entities import words_of
from factcheck.model import Comparison, Entity, Level, NumericClaim, Outcome
from factcheck.vocab.content import content_words, empty_stems

Pick = Callable[[Said], Entity | None]
_NAMED = frozenset({"company", "person"})  # who is called the same in every language
_TEXT = ":text:"
_SCORE = "score"  # whoever tells it, the greater number comes first


def _words(entity: Entity, said: Said) -> frozenset[str]:
    return content_words(entity.name, said.claim.language)


def named_in(entity: Entity, home: Said, other: Said) -> bool:
    """Say whether the other clause names the entity, or says the words of its unresolved name."""
    if _is_party(entity, other.claim) or f"{entity.kind}:{entity.id}" in other.claim.names:
        return True
    words = frozenset() if entity.resolved else _words(entity, home)
    if not words:
        return False
    left_out = unsaid if _is_name(entity, home) else unmatched
    return not left_out(words, other.words)


@lru_cache(maxsize=4096)
def _is_name(entity: Entity, said: Said) -> bool:
    """Say whether it is a name, and no common noun that the other language has a word for.

    A noun that stands bare as subject, without article or adjective, is a name, and so are
    several words that all begin with a capital.
    """
    if entity.resolved or entity.kind in _NAMED:
        return entity.kind in _NAMED
    unknown = (name.partition(_TEXT)[2] for name in said.claim.names if _TEXT in name)
    if any(name and name in entity.name.lower() for name in unknown):
        return True
    words = entity.name.split()
    if not all(word[0].isupper() for word in words):
        return False
    return len(words) > 1 or _stands_bare(entity.name, said)


def _stands_bare(noun: str, said: Said) -> bool:
    """Say whether the sentence has the noun with neither article nor adjective before it."""
    language = said.claim.language
    before, found, _ = said.claim.sentence.partition(noun)
    word = before.lower().split()[-1:]
    steering = words_of(language, "definite") | words_of(language, "indefinite")
    inflected = endings("inflected", language)
    return bool(found) and not any(w in steering or w.endswith(inflected) for w in word)


def _is_party(entity: Entity, claim: NumericClaim) -> bool:
    subject, object_ = claim.subject, claim.object
    if subject is not None and subject.id == entity.id:
        return True
    return object_ is not None and object_.id == entity.id


@lru_cache(maxsize=4096)
def _deeds(said: Said) -> frozenset[str]:
    """Return the stems of the verbs that say what is done."""
    slots = (slot.partition(":")[::2] for slot in said.claim.slots)
    empty = empty_stems(said.claim.language)
    return frozenset(word for slot, word in slots if slot == "deed" and word not in empty)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The party of a claim that is compared, and the levels by which it is."""

    pick: Pick
    loose: bool = False  # may be called by what he is, or what he did

    def same(self, left: Said, right: Said) -> bool:
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None:
            return False
        return a.id == b.id or is_person(f"{a.kind}:{a.id}", f"{b.kind}:{b.id}")

    def same_words(self, left: Said, right: Said) -> bool:
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None or (a.resolved and b.resolved):
            return False
        one, two = _words(a, left), _words(b, right)
        return bool(one and two) and (one <= two or two <= one)

    def unnamed(self, left: Said, right: Said) -> bool:
        return self.pick(left) is None and self.pick(right) is None

    def unknown(self, left: Said, right: Said) -> bool:
        return self.pick(left) is None or self.pick(right) is None

    def exchanged(self, left: Said, right: Said) -> bool:
        """Each clause names the other's, in another part of the sentence."""
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None:
            return False
        return named_in(a, left, right) and named_in(b, right, left)

    def reversed(self, left: Said, right: Said) -> bool:
        """Two known ones do the same to each other: "A bought from B", "B bought from A"."""
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None or not (a.resolved and b.resolved):
            return False
        if left.claim.metric == _SCORE or not self.exchanged(left, right):
            return False
        one, two = _deeds(left), _deeds(right)
        return unmatched(one, two) != one

    def part(self, left: Said, right: Said) -> bool:
        """Only one clause names the other's, and no table knows both: perhaps a part of it."""
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None or (a.resolved and b.resolved):
            return False
        return named_in(a, left, right) or named_in(b, right, left)

    def translated(self, left: Said, right: Said) -> bool:
        """No table knows one of them, and the texts are in two languages; names stay the same."""
        a, b = self.pick(left), self.pick(right)
        if a is None or b is None or left.claim.language == right.claim.language:
            return False
        if a.resolved and b.resolved:
            return False
        if _is_name(a, left) and _is_name(b, right):
            return is_spelling(a.name.lower(), b.name.lower(), mixed(left, right))
        return True

    def open(self, left: Said, right: Said) -> bool:
        """One of them has no name, only a noun that says what he is or did."""
        a, b = self.pick(left), self.pick(right)
        if not self.loose or a is None or b is None or (a.resolved and b.resolved):
            return False
        return not (_is_name(a, left) and _is_name(b, right))

    def show(self, said: Said) -> str:
        entity = self.pick(said)
        return entity.name if entity else ""

    def comparison(self, aspect: str) -> Comparison[Said]:
        levels: tuple[Level[Said], ...] = (
            Level("same", "same", Outcome.SAME, self.same),
            Level("same_words", "same words", Outcome.SAME, self.same_words),
            Level("unnamed", "not named", Outcome.COMPATIBLE, self.unnamed),
            Level("unknown", "named on one side only", Outcome.COMPATIBLE, self.unknown),
            Level("reversed", "the other way round", Outcome.DIFFERENT, self.reversed),
            Level(
                "exchanged", "in another part of the sentence", Outcome.COMPATIBLE, self.exchanged
            ),
            Level("part", "named beside another", Outcome.COMPATIBLE, self.part),
            Level("translated", "words of two languages", Outcome.COMPATIBLE, self.translated),
            Level("open", "words of another kind", Outcome.COMPATIBLE, self.open),
            otherwise("different", "different", Outcome.DIFFERENT),
        )
        return Comparison(aspect, levels, self.show)


SUBJECT: Comparison[Said] = _Slot(attrgetter("claim.subject"), loose=True).comparison("subject")
OBJECT: Comparison[Said] = _Slot(attrgetter("claim.object")).comparison("object")
