"""Typed rows of lang/<code>/entities.toml: the words around names and instead of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One group of words; the head of lang/de/entities.toml says what each field means."""

    id: str
    group: str
    words: tuple[str, ...]
    plural: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    gender: str = ""
    head: bool = False
    other: bool = False


@cache
def word_groups(language: str) -> dict[str, WordGroup]:
    """Return the groups of one language by id; TableError when a row is wrong."""
    return load_words(language, "entities", WordGroup)


@cache
def words_of(language: str, group: str) -> frozenset[str]:
    """Return all words of the groups of one sort ("definite", "company_head", ...)."""
    rows = word_groups(language).values()
    return frozenset(word for row in rows if row.group == group for word in row.words)
