"""Nouns that stand for a name: what "Softwarekonzern" or "chipmaker" asks of its entity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.lang.entities import WordGroup, word_groups, words_of

_SHORTEST_FRONT = 2
_SHORTEST_ROLE = 4  # that may end a compound ("Bundestagsabgeordnete")


@dataclass(frozen=True, slots=True)
class ClassNoun:
    """What a noun asks of the entity that it stands for; no sectors means any."""

    kinds: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    other: bool = False

    def fits(self, kind: str, sectors: tuple[str, ...]) -> bool:
        """Say whether an entity of that kind and those sectors can be meant."""
        if kind == "unknown":  # a name whose kind nobody said
            return "company" in self.kinds and not self.sectors
        return kind in self.kinds and (
            not self.sectors or any(sector in self.sectors for sector in sectors)
        )


@lru_cache(maxsize=20_000)
def class_noun(word: str, language: str) -> ClassNoun | None:
    """Return what the noun asks, or None when it is no such noun."""
    for row in _rows(language, "class"):
        if word in row.words:
            return ClassNoun(row.kinds, row.sectors, row.other)
    return _compound(word, language)


@lru_cache(maxsize=20_000)
def may_end_class(word: str, language: str) -> bool:
    """Say whether a noun of several words that asks something may end in the word."""
    return word.lower().endswith(_last_words(language))


@lru_cache(maxsize=20_000)
def may_be_epithet(word: str, language: str) -> bool:
    """Say whether an epithet, other than a town's people, may end in the word: few words can."""
    if may_end_class(word, language) or plural_noun(word, language) is not None:
        return True
    return word.rpartition("-")[2] in words_of(language, "maker")


@cache
def _last_words(language: str) -> tuple[str, ...]:
    nouns = _heads(language, ("class", "class_head"))
    return tuple({noun.rpartition(" ")[2] for noun in nouns})


@lru_cache(maxsize=20_000)
def plural_noun(word: str, language: str) -> ClassNoun | None:
    """Return what a plural asks ("beide Konzerne"), or None."""
    for row in _rows(language, "class"):
        if word in row.plural:
            return ClassNoun(row.kinds, row.sectors)
    front, _, head = word.rpartition("-")
    return plural_noun(head, language) if front else None


@lru_cache(maxsize=20_000)
def is_role(word: str, language: str) -> bool:
    """Say whether the word is a title or an office that stands beside a person's name."""
    roles = words_of(language, "role")
    last = word.lower().rpartition("-")[2].rstrip(".")
    if last in roles or language != "de":
        return last in roles
    return last.endswith(_role_ends(language))


@cache
def _role_ends(language: str) -> tuple[str, ...]:
    return tuple(role for role in words_of(language, "role") if len(role) >= _SHORTEST_ROLE)


@lru_cache(maxsize=20_000)
def kind_said(word: str, language: str) -> str:
    """Return the kind that a noun before a name says, its front known or not ("Werbegigant").

    Empty when the word ends in no class noun.
    """
    last = word.lower()
    if not last.endswith(_heads(language, ("class", "kind_before"))):
        return ""
    for row in (*_rows(language, "class"), *_rows(language, "kind_before")):
        for head in row.words:
            if len(head) >= _SHORTEST_ROLE and last.endswith(head.lower()):
                return row.kinds[0]
    return ""


@cache
def _rows(language: str, group: str) -> tuple[WordGroup, ...]:
    return tuple(row for row in word_groups(language).values() if row.group == group)


@cache
def _heads(language: str, groups: tuple[str, ...]) -> tuple[str, ...]:
    """Return all words of the groups in small letters: most words end in none of them."""
    rows = (row for group in groups for row in _rows(language, group))
    return tuple({word.lower() for row in rows for word in row.words})


def _compound(word: str, language: str) -> ClassNoun | None:
    if not word.lower().endswith(_heads(language, ("class", "class_head"))):
        return None
    for row in (*_rows(language, "class"), *_rows(language, "class_head")):
        for head in row.words if row.head else ():
            front = _front(word, head)
            if front is None:
                continue
            sectors = _sectors(front, language)
            if sectors is not None:
                return ClassNoun(row.kinds, sectors or row.sectors)
    return None


def _front(word: str, head: str) -> str | None:
    """Return what stands before the head in a compound, or None when the word is none."""
    if not word.lower().endswith(head.lower()) or len(word) < len(head) + _SHORTEST_FRONT:
        return None
    return word[: -len(head)].rstrip("- ")


def is_sector(word: str, language: str) -> bool:
    """Say whether the word narrows a class noun ("Tech" in "Tech-Konzern")."""
    return _sectors(word, language) is not None


def _sectors(front: str, language: str) -> tuple[str, ...] | None:
    """Return the sectors of a compound's front; () for any company, None for no such word."""
    lower = front.lower()
    last = lower.rpartition("-")[2]
    for row in _rows(language, "sector"):
        if lower in row.words or last in row.words:
            return row.sectors
    return None
