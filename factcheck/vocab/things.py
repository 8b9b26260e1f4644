"""Common objects of relations by their nouns, one id for both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from factcheck.rows import load_rows
from factcheck.vocab.content import stem
from factcheck.vocab.predicates import lookup, predicate_words

_KEPT = 20_000  # phrases


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A kind of object and its nouns."""

    id: str
    of: str = ""
    acts: bool = False
    owned: bool = False
    part: bool = False
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@cache
def thing_rows() -> dict[str, ThingRow]:
    """Return the rows by id; TableError names a wrong one."""
    return load_rows(Path(__file__).parents[1] / "tables" / "things.toml", ThingRow)


def same_thing(left: str, right: str) -> bool | None:
    """Say whether two things may be one: True, False, or None when nobody can tell."""
    if left == right:
        return True
    rows = thing_rows()
    wider = {rows[side].of for side in (left, right) if side in rows} - {""}
    if left in wider or right in wider:
        return True
    known = [":" not in side for side in (left, right)]
    if not left or not right or (not all(known) and left[:3] != right[:3]):
        return None
    return False


def acts(thing_id: str) -> bool:
    """Say whether a thing does things of its own, as a court does."""
    row = thing_rows().get(thing_id)
    return row is not None and row.acts


def other_sort(left: str, right: str, thing_id: str, language: str) -> bool:
    """Say whether two nouns name two sorts of one acting thing ("Landgericht", "Amtsgericht")."""
    if not acts(thing_id) or language != "de":
        return False
    first, second = (_front(noun.lower(), thing_id) for noun in (left, right))
    return bool(first) and bool(second) and first != second


@lru_cache(maxsize=4096)
def _front(noun: str, thing_id: str) -> str:
    """Return what stands before the shortest of the thing's own nouns in a compound."""
    heads = (word.lower() for word in thing_rows()[thing_id].de)
    return max(
        (noun.removesuffix(head) for head in heads if noun.endswith(head)), key=len, default=""
    )


def owned(thing_id: str) -> bool:
    """Say whether a thing is always somebody's, as a turnover is."""
    row = thing_rows().get(thing_id)
    return row is not None and row.owned


def is_part(thing_id: str) -> bool:
    """Say whether a thing is only a part of something, such as its rest."""
    row = thing_rows().get(thing_id)
    return row is not None and row.part


def is_kind_of(thing_id: str, kinds: tuple[str, ...]) -> bool:
    """Say whether a thing is among the kinds, itself or by the wider thing that it belongs to."""
    row = thing_rows().get(thing_id)
    return thing_id in kinds or (row is not None and row.of in kinds)


@cache
def _things(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in thing_rows().values():
        for word in row.en if language == "en" else row.de:
            table.setdefault(word.lower(), row.id)
    return table


@lru_cache(maxsize=_KEPT)
def is_common_noun(words: str, language: str) -> bool:
    """Say whether the words are just a thing's own noun, singular or plural, and nothing more."""
    lower = words.lower()
    forms = [lower, *(lower.removesuffix(end) for end in ("n", "en", "e", "er", "s", "es"))]
    return any(form in _things(language) for form in forms) or bool(
        predicate_words(language).nouns.get(lower)
    )


@lru_cache(maxsize=65536)
def thing(text: str, head: str, language: str) -> str:
    """Return what a noun phrase is about: a table's id, a family's id, or its head's stem.

    `text` is the phrase, `head` the lemma of its last noun. A stem is marked by its language
    ("de:aktenvermerk"), as it means nothing in another one.
    """
    for words in (text.lower(), head.lower()):
        known = lookup(words, _things(language), language)
        if known:
            return known
    nouns = predicate_words(language).noun_forms(head.lower())
    if nouns:
        return nouns[0].family
    return f"{language}:{stem(head, language)}" if head else ""
