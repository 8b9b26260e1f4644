"""Whether a word that is also an ordinary word ("Allianz", "Visa", "Bild") means the entity."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.extract.entities.hits import Hit
from factcheck.extract.tagging import tag
from factcheck.lang.entities import word_groups, words_of
from factcheck.vocab.entities import Lexicon

_BEFORE = re.compile(r"([\w-]+) ?[„“\"»«‚']?$")
_AFTER = re.compile(r"[“”\"«»']? ([\w-]+)")
# The press and towns are named once and then no more, so an article proves nothing for them.
_ALWAYS_LOCAL = frozenset({"media", "place"})
_QUOTES = "„“\"»«‚'"
_LEGAL = re.compile(r" (?:AG|SE|KGaA|GmbH|plc|PLC|Inc|Corp|Ltd|N\.V\.)\b")
_FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)", "VVZ", "VVD", "VBZ", "VHZ", "VM0")


def proven(hits: Iterable[tuple[str, Hit]], lexicon: Lexicon) -> set[str]:
    """Return the entities that the article surely means: `hits` pairs a sentence with a hit."""
    return {
        hit.name.entity
        for text, hit in hits
        if hit.name.how != "adjective" and (not hit.name.common or _is_strong(text, hit, lexicon))
    }


def holds(text: str, hit: Hit, sure: set[str], lexicon: Lexicon) -> bool:
    """Say whether a hit counts, given the entities that the article surely means."""
    if _is_car(text, hit, lexicon) or _is_foreign_office(text, hit, lexicon):
        return False
    if not hit.name.common or _is_strong(text, hit, lexicon):
        return True
    if lexicon.rows[hit.name.entity].kind in _ALWAYS_LOCAL:
        return False
    if hit.head:
        return hit.name.entity in sure
    before = _before(text, hit).lower()
    if before in words_of(lexicon.language, "indefinite") or _is_adjective(before):
        return False
    if hit.name.entity in sure:
        return True
    return not before and _goes_on_with_verb(text, hit, lexicon.language)


def _is_car(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a maker's name stands for one of its cars ("ihr VW", "a Tesla")."""
    row = lexicon.rows[hit.name.entity]
    if hit.head or row.kind != "company" or "cars" not in row.sectors:
        return False
    return _before(text, hit).lower() in words_of(lexicon.language, "one_car")


def _is_foreign_office(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether another country's or state's adjective stands before a minister."""
    if lexicon.rows[hit.name.entity].kind != "office":
        return False
    before = lexicon.starting(_before(text, hit))
    return any(name.how == "adjective" and name.entity != "deutschland" for name in before)


def _is_strong(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    language = lexicon.language
    if hit.head:
        return hit.head in words_of(language, "company_head")
    before = _before(text, hit)
    kind = lexicon.rows[hit.name.entity].kind
    if kind == "media":
        return before.lower() in words_of(language, "quote_preposition") or _is_quoted(text, hit)
    if kind == "place":
        return before.lower() in words_of(language, "place_preposition")
    return _LEGAL.match(text, hit.end) is not None or _is_class_noun(before, lexicon)


def _is_class_noun(word: str, lexicon: Lexicon) -> bool:
    rows = word_groups(lexicon.language).values()
    return any(row.group == "class" and word in row.words for row in rows)


def _is_quoted(text: str, hit: Hit) -> bool:
    return hit.start > 0 and text[hit.start - 1] in _QUOTES


def _before(text: str, hit: Hit) -> str:
    found = _BEFORE.search(text, max(0, hit.start - 40), hit.start)
    return found.group(1) if found else ""


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and word.islower() and word.endswith(("e", "en", "er", "es", "em", "ige"))


def _goes_on_with_verb(text: str, hit: Hit, language: str) -> bool:
    found = _AFTER.match(text, hit.end)
    if found is None or not found.group(1).islower():
        return False
    return any(
        token.tag in _FINITE and not token.text.endswith("en")
        for token in tag(text, language)
        if token.start == found.start(1)
    )
