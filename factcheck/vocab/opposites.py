"""Words that exclude each other, looked up by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.lang.base import languages
from factcheck.tables.opposites import opposite_rows
from factcheck.vocab.concepts import same_concept
from factcheck.vocab.content import stem

Sense = tuple[str, int]  # a row and which of its two sides
_KEPT = 20_000
_STATE = "be "


@lru_cache(maxsize=_KEPT)
def senses(deed: str) -> frozenset[Sense]:
    """Return the rows and sides of a deed ("de:öffnen", "en:be open"); none for other words."""
    language, _, word = deed.partition(":")
    found = _words(language).get(word.removeprefix(_STATE))
    if found is None and " " in word:  # "kaufen bei" as "kaufen"
        found = _words(language).get(word.partition(" ")[0])
    return found or frozenset()


def is_listed(deed: str) -> bool:
    """Say whether the table has the word."""
    return bool(senses(deed))


def is_state(deed: str) -> bool:
    """Say whether somebody is so rather than does it."""
    return deed.partition(":")[2].startswith(_STATE)


def alike(left: str, right: str) -> bool:
    """Say whether two deeds are one word, on one side of a row, or words for one act."""
    return left == right or bool(senses(left) & senses(right)) or _one_act(left, right)


@lru_cache(maxsize=_KEPT)
def _one_act(left: str, right: str) -> bool:
    """A verb with what it governs is alike only where that is the same in its own language."""
    if is_state(left) != is_state(right):
        return False
    return same_concept(*(_stem_of(deed) for deed in (left, right)))


def _stem_of(deed: str) -> str:
    language, _, words = deed.partition(":")
    verb = words.removeprefix(_STATE).partition(" ")[0]
    return stem(verb, language)


def opposed(left: str, right: str) -> bool:
    """Say whether two deeds stand on the two sides of a row."""
    mine = senses(left)
    if not mine or left == right:
        return False
    return any((row, 1 - side) in mine for row, side in senses(right))


@cache
def _words(language: str) -> Mapping[str, frozenset[Sense]]:
    known = language if language in languages() else "de"
    found: dict[str, set[Sense]] = {}
    for row in opposite_rows().values():
        for side, words in enumerate(row.sides(known)):
            for word in words:
                found.setdefault(word.lower(), set()).add((row.id, side))
    return {word: frozenset(rows) for word, rows in found.items()}
