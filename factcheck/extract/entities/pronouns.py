"""Pronouns, only where one mention alone can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.extract.entities.epithets import Ground
from factcheck.extract.entities.memory import Seen, may_be_subject
from factcheck.extract.tagging import tag
from factcheck.lang.entities import WordGroup, word_groups, words_of
from factcheck.model import Entity, EntityMention

_BACK = 1  # sentences


def find_pronouns(ground: Ground) -> list[EntityMention]:
    """Return the pronouns whose meaning is plain."""
    rows = _rows(ground.scan.language)
    return [
        EntityMention(word.start, word.end, word.text, entity, "pronoun")
        for at, word in enumerate(ground.scan.words)
        for row in rows.get(word.text.lower(), ())
        if _is_pronoun(ground, at, row) and (entity := _meant(ground, word.start, row)) is not None
    ]


@cache
def _rows(language: str) -> Mapping[str, list[WordGroup]]:
    """Return the groups that list a pronoun."""
    rows: dict[str, list[WordGroup]] = {}
    for row in word_groups(language).values():
        for word in dict.fromkeys(row.words) if row.group == "pronoun" else ():
            rows.setdefault(word, []).append(row)
    return rows


def _is_pronoun(ground: Ground, at: int, row: WordGroup) -> bool:
    word = ground.scan.words[at].text
    if word != word.lower() and at > 0:
        return False
    return not _is_expletive(ground, at, row) and not _is_plural(ground, at, row)


def _is_expletive(ground: Ground, at: int, row: WordGroup) -> bool:
    words = ground.scan.words
    following = words[at + 1].text.lower() if at + 1 < len(words) else ""
    return "person" not in row.kinds and following in words_of(
        ground.scan.language, "expletive_next"
    )


def _is_plural(ground: Ground, at: int, row: WordGroup) -> bool:
    """Say whether "sie" stands beside a plural verb, or "her" before its noun."""
    word = ground.scan.words[at]
    tokens = tag(ground.scan.text, ground.scan.language)
    near = [token for token in tokens if abs(token.start - word.start) <= len(word.text) + 20]
    if ground.scan.language == "de":
        return row.gender == "f" and any(
            token.tag.endswith("(FIN)") and token.text.endswith(("en", "ind")) for token in near
        )
    return any(token.start == word.start and token.tag.startswith("DPS") for token in tokens)


def _meant(ground: Ground, start: int, row: WordGroup) -> Entity | None:
    """Return the one entity of this sentence that agrees, else the one of the last sentence."""
    for candidates in (_own(ground, start), _last(ground, start, row)):
        found = {
            seen.mention.entity.id: seen.mention.entity
            for seen in candidates
            if _may_mean(ground, seen, row)
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _last(ground: Ground, start: int, row: WordGroup) -> Iterator[Seen]:
    """Yield the last sentence's mentions; "it" inside a sentence does not look back so far."""
    if "person" in row.kinds or start == 0:
        yield from ground.memory.recent(_BACK)


def _may_mean(ground: Ground, seen: Seen, row: WordGroup) -> bool:
    entity = seen.mention.entity
    if entity.kind not in row.kinds or not _agrees(ground, entity, row.gender):
        return False
    return seen.subject or entity.kind == "person"


def _own(ground: Ground, start: int) -> Iterator[Seen]:
    prepositions = words_of(ground.scan.language, "preposition")
    for mention in ground.named:
        if mention.end <= start:
            before = ground.scan.before(mention.start)
            yield Seen(mention, 0, may_be_subject(mention, before, prepositions))


def _agrees(ground: Ground, entity: Entity, gender: str) -> bool:
    row = ground.lexicon.rows.get(entity.id)
    known = row.gender if row is not None else ""
    return not gender or not known or known == gender
