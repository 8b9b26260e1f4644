"""Common objects of relations by their nouns, one id for both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from factcheck.rows import load_rows
from factcheck.vocab.content import stem
from factcheck.vocab.predicates import lookup, predicate_words


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A kind of object and its nouns."""

    id: str
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@cache
def _things(language: str) -> dict[str, str]:
    rows = load_rows(Path(__file__).parents[1] / "tables" / "things.toml", ThingRow)
    table: dict[str, str] = {}
    for row in rows.values():
        for word in row.en if language == "en" else row.de:
            table.setdefault(word.lower(), row.id)
    return table


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
