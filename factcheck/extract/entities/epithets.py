"""Epithets: "der Redmonder Konzern", "der ChatGPT-Macher", "the company", "beide Unternehmen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.entities.choice import choose, choose_other, choose_two
from factcheck.extract.entities.memory import Memory, Seen, may_be_subject
from factcheck.extract.entities.nouns import (
    ClassNoun,
    class_noun,
    may_be_epithet,
    may_end_class,
    plural_noun,
)
from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_name, is_noun
from factcheck.lang.entities import words_of
from factcheck.model import Entity, EntityMention
from factcheck.vocab.entities import Lexicon


@dataclass(frozen=True, slots=True)
class Ground:
    """What an epithet is resolved against: the sentence, its names, and the article so far."""

    scan: Scan
    named: Sequence[EntityMention]
    memory: Memory
    lexicon: Lexicon


def find_epithets(ground: Ground) -> list[EntityMention]:
    """Return the epithets of a sentence; their spans may cover names that they are made of."""
    found: list[EntityMention] = []
    towns, language = ground.lexicon.towns, ground.scan.language
    for at, word in enumerate(ground.scan.words):
        if word.text[0].isalpha() and (word.text in towns or may_be_epithet(word.text, language)):
            found += _at(ground, at, found)
    return found


def _at(ground: Ground, at: int, found: list[EntityMention]) -> Iterator[EntityMention]:
    scan = ground.scan
    word = scan.words[at]
    both = plural_noun(word.text, scan.language)
    if both is not None and _is_both(scan, at):
        before = [m for m in ground.named if m.start < word.start]
        start = scan.words[at - 1].start
        for one in choose_two(both, before, ground.memory, ground.lexicon):
            yield EntityMention(start, word.end, scan.text[start : word.end], one, "epithet")
        return
    entity = _made_of_name(ground, at) or _townspeople(ground, at) or _by_class(ground, at, found)
    if entity is not None:
        start = _start(ground, at)
        yield EntityMention(start, word.end, scan.text[start : word.end], entity, "epithet")


def _start(ground: Ground, at: int) -> int:
    """Return where the epithet starts: at its town, product or first noun, else at its noun."""
    words = ground.scan.words
    if at == 0:
        return words[at].start
    before = words[at - 1]
    for mention in ground.named:
        if mention.end == before.end and _owner(ground.lexicon, mention.entity) is not None:
            return mention.start
    has_town = before.text in ground.lexicon.towns
    return before.start if has_town or _is_pair(ground.scan, at) else words[at].start


def _is_both(scan: Scan, at: int) -> bool:
    if at == 0:
        return False
    before = scan.words[at - 1].text.lower()
    if before in words_of(scan.language, "both"):
        return True
    two = before in words_of(scan.language, "two")
    return two and scan.determiner(at - 1) == "definite"


def _made_of_name(ground: Ground, at: int) -> Entity | None:
    """Resolve "ChatGPT-Macher" and "the iPhone maker" by the owner of the product."""
    word = ground.scan.words[at]
    head = word.text.rpartition("-")[2]
    if head not in words_of(ground.scan.language, "maker") or _is_followed_by_name(ground, at):
        return None
    for mention in ground.named:
        inside = mention.start >= word.start and mention.end < word.end
        just_before = word.text == head and mention.end + 1 == word.start
        if inside or (just_before and ground.scan.language == "en"):
            return _owner(ground.lexicon, mention.entity)
    return None


def _owner(lexicon: Lexicon, entity: Entity) -> Entity | None:
    row = lexicon.rows.get(entity.id)
    if row is None or entity.kind not in ("product", "company"):
        return None
    if row.owner:
        return lexicon.entity(row.owner)
    return entity if row.kind == "company" else None


def _by_class(ground: Ground, at: int, found: list[EntityMention]) -> Entity | None:
    noun = _noun(ground.scan, at)
    if noun is None or _is_named(ground, at) or _is_followed_by_name(ground, at):
        return None
    town = _town(ground, at)
    if not town and _is_compound_of_words(ground.scan, at):
        return None
    determiner = ground.scan.determiner(at)
    if determiner == "indefinite" or (determiner == "" and not town):
        return None
    if town:
        return _seated(ground, noun, town)
    return _resolve(ground, noun, at, found)


def _is_compound_of_words(scan: Scan, at: int) -> bool:
    """Say whether an English noun narrows the class noun ("project company")."""
    if scan.language != "en" or at == 0 or _is_pair(scan, at):
        return False
    return is_noun(scan.words[at - 1].text, "en", 1)


def _noun(scan: Scan, at: int) -> ClassNoun | None:
    if _is_pair(scan, at):
        return class_noun(f"{scan.words[at - 1].text} {scan.words[at].text}", scan.language)
    return class_noun(scan.words[at].text, scan.language)


def _is_pair(scan: Scan, at: int) -> bool:
    """Say whether two words make one noun ("central bank")."""
    last = scan.words[at].text
    if at == 0 or not may_end_class(last, scan.language):
        return False
    return class_noun(f"{scan.words[at - 1].text} {last}", scan.language) is not None


def _is_named(ground: Ground, at: int) -> bool:
    """Say whether the noun is the end of a name ("Europäische Zentralbank")."""
    word = ground.scan.words[at]
    return any(m.start < word.end <= m.end for m in ground.named)


def _resolve(ground: Ground, noun: ClassNoun, at: int, found: list[EntityMention]) -> Entity | None:
    word = ground.scan.words[at]
    taken = {mention.entity.id for mention in found}
    before = [m for m in ground.named if m.end <= word.start]
    apart = [m for m in before if ground.scan.breaks(m.end, word.start)]
    taken |= {m.entity.id for m in before if m not in apart}
    if noun.other:
        return choose_other(noun, before, ground.memory, ground.lexicon)
    seen = [Seen(m, 0, _may_be_subject(ground, m)) for m in apart]
    return choose(noun, seen, taken, ground.memory, ground.lexicon)


def _may_be_subject(ground: Ground, mention: EntityMention) -> bool:
    prepositions = words_of(ground.scan.language, "preposition")
    return may_be_subject(mention, ground.scan.before(mention.start), prepositions)


def _townspeople(ground: Ground, at: int) -> Entity | None:
    """Resolve "die Düsseldorfer" to the company of the article that sits there."""
    words = ground.scan.words
    seated = ground.lexicon.towns.get(words[at].text)
    following = words[at + 1].text if at + 1 < len(words) else ""
    if ground.scan.language != "de" or not seated or following[:1].isupper():
        return None
    if at == 0 or words[at - 1].text.lower() not in words_of("de", "plural_article"):
        return None
    known = [i for i in seated if i in ground.memory.counts]
    return ground.lexicon.entity(known[0]) if len(known) == 1 else None


def _town(ground: Ground, at: int) -> tuple[str, ...]:
    """Return the companies that sit in the town named right before or after the noun."""
    words = ground.scan.words
    if at > 0 and (seated := ground.lexicon.towns.get(words[at - 1].text)):
        return seated
    if at + 2 < len(words) and words[at + 1].text in words_of(ground.scan.language, "from"):
        for mention in ground.named:
            if mention.start == words[at + 2].start and mention.entity.kind == "place":
                form = f"{mention.entity.name}er" if ground.scan.language == "de" else mention.text
                return ground.lexicon.towns.get(form, ())
    return ()


def _seated(ground: Ground, noun: ClassNoun, seated: tuple[str, ...]) -> Entity | None:
    rows = ground.lexicon.rows
    fitting = [i for i in seated if noun.fits(rows[i].kind, rows[i].sectors)]
    known = [i for i in fitting if i in ground.memory.counts]
    known = known or [i for i in fitting if i in {m.entity.id for m in ground.named}]
    if len(known) > 1:
        known = [max(known, key=lambda i: ground.memory.counts[i])]
    chosen = known or fitting
    return ground.lexicon.entity(chosen[0]) if len(chosen) == 1 else None


def _is_followed_by_name(ground: Ground, at: int) -> bool:
    """Say whether a name or a narrowing "von" follows: then the noun stands for nobody else."""
    words, text = ground.scan.words, ground.scan.text
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.text in words_of(ground.scan.language, "narrowing"):
        return True
    if text[words[at].end : following.start].strip() or not following.text[0].isupper():
        return False
    is_named = any(mention.start == following.start for mention in ground.named)
    return is_named or is_name(following.text, ground.scan.language)
