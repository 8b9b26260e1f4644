"""Compares who or what two numbers belong to.

Texts say the same thing with other subjects ("die Kita kostet Eltern ..." and "Eltern zahlen für
die Kita ..."), so a subject also fits when the other clause names it.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.compare.measurand import Said
from factcheck.model import Comparison, Entity, Level, Outcome
from factcheck.vocab.content import content_words

Pick = Callable[[Said], Entity | None]


def _subject(said: Said) -> Entity | None:
    return said.claim.subject


def _object(said: Said) -> Entity | None:
    return said.claim.object


def _words(entity: Entity, said: Said) -> frozenset[str]:
    return content_words(entity.name, said.claim.language)


def named_in(entity: Entity, home: Said, other: Said) -> bool:
    """Say whether the other clause names the entity, or a word of its unresolved name."""
    claim = other.claim
    if f"{entity.kind}:{entity.id}" in claim.names or entity.id in _ids(other):
        return True
    return not entity.resolved and bool(_words(entity, home) & frozenset(claim.nouns))


def _ids(said: Said) -> set[str]:
    return {entity.id for entity in (said.claim.subject, said.claim.object) if entity}


def _levels(pick: Pick) -> tuple[Level[Said], ...]:
    def same(left: Said, right: Said) -> bool:
        a, b = pick(left), pick(right)
        return a is not None and b is not None and a.id == b.id

    def same_words(left: Said, right: Said) -> bool:
        a, b = pick(left), pick(right)
        if a is None or b is None or (a.resolved and b.resolved):
            return False
        one, two = _words(a, left), _words(b, right)
        return bool(one and two) and (one <= two or two <= one)

    def unnamed(left: Said, right: Said) -> bool:
        return pick(left) is None and pick(right) is None

    def unknown(left: Said, right: Said) -> bool:
        return pick(left) is None or pick(right) is None

    def exchanged(left: Said, right: Said) -> bool:
        """Each clause names the other's, in another part of the sentence."""
        a, b = pick(left), pick(right)
        if a is None or b is None:
            return False
        return named_in(a, left, right) and named_in(b, right, left)

    def part(left: Said, right: Said) -> bool:
        """Only one clause names the other's, and no table knows both: perhaps a part of it."""
        a, b = pick(left), pick(right)
        if a is None or b is None or (a.resolved and b.resolved):
            return False
        return named_in(a, left, right) or named_in(b, right, left)

    def translated(left: Said, right: Said) -> bool:
        """Say whether no table knows one of them and the texts are in two languages."""
        a, b = pick(left), pick(right)
        unresolved = a is not None and b is not None and not (a.resolved and b.resolved)
        return unresolved and left.claim.language != right.claim.language

    return (
        Level("same", "same", Outcome.SAME, same),
        Level("same_words", "same words", Outcome.SAME, same_words),
        Level("unnamed", "not named", Outcome.COMPATIBLE, unnamed),
        Level("unknown", "named on one side only", Outcome.COMPATIBLE, unknown),
        Level("exchanged", "in another part of the sentence", Outcome.COMPATIBLE, exchanged),
        Level("part", "named beside another", Outcome.COMPATIBLE, part),
        Level("translated", "words of two languages", Outcome.COMPATIBLE, translated),
        Level("different", "different", Outcome.DIFFERENT, lambda a, b: True),
    )


def _show(pick: Pick) -> Callable[[Said], str]:
    def show(said: Said) -> str:
        entity = pick(said)
        return entity.name if entity else ""

    return show


SUBJECT: Comparison[Said] = Comparison("subject", _levels(_subject), _show(_subject))
OBJECT: Comparison[Said] = Comparison("object", _levels(_object), _show(_object))
