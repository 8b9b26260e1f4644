"""Compares the parties and objects of two relations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.compare.levels import otherwise
from factcheck.model import Comparison, Entity, Level, Outcome, RelationalClaim
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.concepts import same_concept
from factcheck.vocab.content import content_words, stem
from factcheck.vocab.kin import lies_in, office_of, product_of
from factcheck.vocab.things import other_sort, same_thing, thing_rows


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side of a relation with the words that narrow it; equal ones are one object."""

    entity: Entity | None
    thing: str = ""
    about: frozenset[str] = frozenset()
    text: str = ""
    language: str = "de"
    said: str = ""  # the sentence, where the side is a thing that a name in it may tell from others

    def bare(self) -> Side:
        """Return the side without what narrows it."""
        return _side(self.entity, "", "", "", self.language)


@lru_cache(maxsize=16384)
def _side(
    entity: Entity | None, thing: str, about: str, text: str, language: str, said: str = ""
) -> Side:
    """Return the one side of this content: a draft's claim meets it in many articles."""
    return Side(entity, thing, frozenset(about.split()), text, language, said)


def _said(claim: RelationalClaim, thing: str) -> str:
    return claim.sentence if thing and predicate_rows()[claim.predicate].open else ""


def subject_of(claim: RelationalClaim) -> Side:
    """Return the claim's subject; what kind of thing it is narrows it ("Umsatz von BASF")."""
    entity = claim.subject
    thing = claim.attribute("subject_thing")
    name = entity.name if entity else ""
    return _side(entity, thing, "", name, claim.language, _said(claim, thing))


def object_of(claim: RelationalClaim) -> Side:
    """Return the claim's object; what else it names and what kind of thing it is narrow it."""
    thing, about = claim.attribute("thing"), claim.attribute("about")
    said = _said(claim, thing)
    return _side(claim.object, thing, about, claim.object_text, claim.language, said)


def _both_missing(left: Side, right: Side) -> bool:
    return left.entity is None and right.entity is None


def _one_missing(left: Side, right: Side) -> bool:
    return (left.entity is None) != (right.entity is None)


def _same_entity(left: Side, right: Side) -> bool:
    a, b = left.entity, right.entity
    return a is not None and b is not None and (a.id == b.id or _same_name(left, right))


def _same_name(left: Side, right: Side) -> bool:
    """One unresolved name is part of the other ("Lopez Obrador", "Herr Lopez Obrador")."""
    a, b = left.entity, right.entity
    if a is None or b is None or (a.resolved and b.resolved and a.kind != "person"):
        return False
    mine, other = _name_words(a.name), _name_words(b.name)
    if not mine or not other:
        return False
    if mine == other or _same_stems(left, right):
        return True
    if _given_name(a, b) or _given_name(b, a):
        return True
    shared = frozenset(mine) & frozenset(other)
    whole = len(shared) in (len(mine), len(other))
    return whole and mine[-1] == other[-1] and _proper(a.name) and _proper(b.name)


def _given_name(short: Entity, full: Entity) -> bool:
    """A lone given name at the head of a person's full one of three words or more."""
    words = _name_words(full.name)
    alone = _name_words(short.name) == words[:1] and _proper(short.name)
    return alone and len(words) >= 3 and full.kind == "person"


def _same_stems(left: Side, right: Side) -> bool:
    """The same words in another case or number ("Monopols", "Monopol")."""
    if left.language != right.language or left.entity is None or right.entity is None:
        return False
    mine = content_words(left.entity.name, left.language)
    return bool(mine) and mine == content_words(right.entity.name, right.language)


@lru_cache(maxsize=16384)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in re.findall(r"[\w&.-]+", name) if len(word) > 1)


def _proper(name: str) -> bool:
    """Every word with a capital, so that "Werk" is no name for "neues Werk"."""
    return all(word[:1].isupper() for word in name.split())


def _narrowed_apart(left: Side, right: Side) -> bool:
    """The same noun for two things: other parties in it, other figures, other words."""
    if same_thing(left.thing, right.thing) is False and _is_common(left, right):
        return True
    if _two_sorts(left, right) or _two_kinds(left, right):
        return True
    if left.about and right.about and not (left.about & right.about):
        return True
    figures = [frozenset(re.findall(r"\d+", side.text)) for side in (left, right)]
    if figures[0] and figures[1] and not (figures[0] & figures[1]):
        return True
    return _other_words(left, right)


def _two_sorts(left: Side, right: Side) -> bool:
    """Two courts, or two plants, told apart by the front of their nouns."""
    a, b = left.entity, right.entity
    if a is None or b is None or {a.kind, b.kind} != {"thing"} or left.language != right.language:
        return False
    return a.id == b.id and other_sort(a.name, b.name, left.thing, left.language)


def _two_kinds(left: Side, right: Side) -> bool:
    """A thing of the table and one that it lacks, both told by one name ("dam", "bridge")."""
    if left.language != right.language or not _is_common(left, right):
        return False
    return _other_kind(left.thing, right.thing) or _other_kind(right.thing, left.thing)


@lru_cache(maxsize=4096)
def _other_kind(listed: str, noun: str) -> bool:
    """Say whether a noun that no row has is no other word for a thing that one has."""
    language, _, word = noun.partition(":")
    row = thing_rows().get(listed)
    if row is None or not word:
        return False
    own = row.en if language == "en" else row.de
    return not any(same_concept(word, stem(other, language)) for other in own)


def _is_common(left: Side, right: Side) -> bool:
    """Both sides describe a thing rather than just name somebody."""
    return all(side.entity is not None and side.thing not in _KINDS for side in (left, right))


_KINDS = frozenset(
    [
        "company",
        "person",
        "institution",
        "media",
        "place",
        "product",
        "office",
        "party",
        "club",
        "unknown",
    ]
) | {""}


def _other_words(left: Side, right: Side) -> bool:
    """Capitalised words or ordinals behind the noun that exclude each other, one language."""
    if left.language != right.language or not left.text or not right.text:
        return False
    mine, other = _narrowing(left), _narrowing(right)
    if not mine or not other or mine & other:
        return False
    return not (_says(right, mine) or _says(left, other))


def _says(side: Side, words: frozenset[str]) -> bool:
    """Say whether the sentence of a thing's side has all words that narrow the other."""
    return bool(side.said) and words <= content_words(side.said, side.language)


def _narrowing(side: Side) -> frozenset[str]:
    """The words of the phrase beyond its noun and beyond the entity itself."""
    name = side.entity.name if side.entity else ""
    own = content_words(name, side.language) if name else frozenset()
    words = content_words(side.text, side.language) - own
    if side.language == "de":
        nouns = {stem(w, "de") for w in re.findall(r"\b[A-ZÄÖÜ][\w-]+", side.text)}
        words &= nouns
    return words - {side.thing.partition(":")[2]}


def _same_parties(left: Side, right: Side) -> bool:
    """One deed of the same parties, whichever is named first ("X's takeover of Y", "of Y by X")."""
    if not (left.about and right.about) or left.thing != right.thing:
        return False
    return _parties(left) == _parties(right)


def _parties(side: Side) -> frozenset[str]:
    return side.about | ({side.entity.id} if side.entity is not None else set())


def _same_common(left: Side, right: Side) -> bool:
    """The same common noun, of which there may be many."""
    kinds = {side.entity.kind for side in (left, right) if side.entity is not None}
    return "thing" in kinds and _same_entity(left, right)


def _same_unlisted(left: Side, right: Side) -> bool:
    """The same name of somebody whom no table knows: names say more than common words do."""
    named = all(side.entity is not None and _is_name(side) for side in (left, right))
    return named and _same_unknown(left, right)


def _is_name(side: Side) -> bool:
    entity = side.entity
    return entity is not None and not side.thing and entity.kind != "thing" and _proper(entity.name)


def _same_unknown(left: Side, right: Side) -> bool:
    """The same words for somebody whom no table knows."""
    a, b = left.entity, right.entity
    known = a is not None and b is not None and a.resolved and b.resolved
    return _same_entity(left, right) and not known


def _same_meaning(left: Side, right: Side) -> bool:
    """Two words for one thing, in one language or two ("Ausstellung", "exhibition")."""
    words = [_lone_noun(side) for side in (left, right)]
    return all(words) and same_concept(words[0], words[1])


def _lone_noun(side: Side) -> str:
    """Return the stem of a side that is one common noun, else ""."""
    entity = side.entity
    if entity is None or not side.thing or (entity.resolved and entity.kind != "thing"):
        return ""
    return "" if " " in entity.name else stem(entity.name.lower(), side.language)


def _office_and_body(left: Side, right: Side) -> bool:
    """ "EU-Kommissionspräsidentin", "Präsidentin der EU-Kommission"; roles are compared apart."""
    a, b = left.entity, right.entity
    return a is not None and b is not None and (office_of(a, b) or office_of(b, a))


def _one_within(left: Side, right: Side) -> bool:
    a, b = left.entity, right.entity
    return a is not None and b is not None and (lies_in(a, b) or lies_in(b, a))


def _one_makes(left: Side, right: Side) -> bool:
    a, b = left.entity, right.entity
    return a is not None and b is not None and (product_of(a, b) or product_of(b, a))


def _same_described(left: Side, right: Side) -> bool:
    """A thing told by a name beside it, and one of the kind in a sentence that says that name.

    "das Bad in Celle" and "in Celle öffnet das Bad"
    """
    if same_thing(left.thing, right.thing) is not True:
        return False
    return _names_thing_of(left, right) or _names_thing_of(right, left)


def _names_thing_of(told: Side, alone: Side) -> bool:
    if told.entity is None or told.entity.kind == "thing" or not alone.said:
        return False
    words = _name_words(told.entity.name)
    return bool(words) and _one_noun(alone) and set(words) <= set(_name_words(alone.said))


def _one_noun(side: Side) -> bool:
    """Say whether the side is just a noun, whatever hangs on it."""
    entity = side.entity
    if entity is None or entity.resolved:
        return entity is not None and entity.kind == "thing"
    return entity.kind == "thing" or len(_name_words(entity.name)) == 1


def _bare_thing(left: Side, right: Side) -> bool:
    """One side names only the kind of thing that the other describes ("the law")."""
    if same_thing(left.thing, right.thing) is not True:
        return False
    return any(map(_kind_alone, (left, right)))


def _kind_alone(side: Side) -> bool:
    """Just a noun: one that the tables know, or one word that nothing narrows."""
    entity = side.entity
    if entity is None:
        return False
    lone = not entity.resolved and ":" in side.thing and len(_name_words(entity.name)) == 1
    return entity.kind == "thing" or (lone and not side.about)


def _two_languages(left: Side, right: Side) -> bool:
    """Two descriptions of one kind of thing, each in its own language."""
    if left.language == right.language or same_thing(left.thing, right.thing) is not True:
        return False
    if any(side.entity is None or side.entity.resolved for side in (left, right)):
        return False
    english = left if left.language == "en" else right
    return english.entity is not None and english.entity.name.islower()


def side_comparison(aspect: str) -> Comparison[Side]:
    """Return the levels by which one side of two relations is compared."""
    return Comparison(
        aspect,
        (
            Level("both_missing", "named on neither side", Outcome.COMPATIBLE, _both_missing),
            Level("one_missing", "named on one side only", Outcome.COMPATIBLE, _one_missing),
            Level("same_parties", "the same parties", Outcome.SAME, _same_parties),
            Level(
                "narrowed_apart", "narrowed to different things", Outcome.DIFFERENT, _narrowed_apart
            ),
            Level("same_common", "same kind of thing", Outcome.SAME, _same_common),
            Level("same_name", "same name", Outcome.SAME, _same_unlisted),
            Level("same_unknown", "same words", Outcome.SAME, _same_unknown),
            Level("same", "same", Outcome.SAME, _same_entity),
            Level("same_meaning", "words for one thing", Outcome.SAME, _same_meaning),
            Level("same_office", "the office and whose it is", Outcome.SAME, _office_and_body),
            Level("within", "one lies in the other", Outcome.COMPATIBLE, _one_within),
            Level("product", "one makes the other", Outcome.COMPATIBLE, _one_makes),
            Level("same_described", "one thing, named on one side", Outcome.SAME, _same_described),
            Level("bare_thing", "the kind of thing only", Outcome.COMPATIBLE, _bare_thing),
            Level("two_languages", "same kind of thing", Outcome.COMPATIBLE, _two_languages),
            otherwise("different", "different", Outcome.DIFFERENT),
        ),
        lambda side: side.text or (side.entity.name if side.entity else ""),
    )


SUBJECT = side_comparison("subject")
OBJECT = side_comparison("object")
