"""A cheap test, word by word, whether a sentence can hold a relation that the tables know.

Tagging costs much more than this, so only sentences that pass are tagged. The test may say yes
too often, never no for a form that the rules would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from factcheck.lang.clauses import clause_words
from factcheck.vocab.predicates import lookup, predicate_words

_WORD = re.compile(r"\w+")
_LONGEST = 16


def may_relate(text: str, language: str) -> bool:
    """Say whether a sentence has a word that begins a predicate, a relation noun or a role."""
    words = _WORD.findall(text.lower())
    needed: set[str] = set()
    for word in words:
        strong, particles = _word(word, language)
        if strong:
            return True
        needed |= particles
    return bool(needed) and not needed.isdisjoint(words)


@lru_cache(maxsize=200_000)
def _word(word: str, language: str) -> tuple[bool, frozenset[str]]:
    """Return whether the word alone triggers, and the particles with which it would."""
    strong, weak = _stems(language)
    beginnings = [word[:end] for end in range(2, min(len(word), _LONGEST) + 1)]
    if any(beginning in strong for beginning in beginnings) or _is_noun(word, language):
        return True, frozenset()
    found: frozenset[str] = frozenset()
    for beginning in beginnings:
        found |= weak.get(beginning, frozenset())
    return False, found


def _is_noun(word: str, language: str) -> bool:
    vocabulary = predicate_words(language)
    if any(word.startswith(rank.split()[0]) for rank in clause_words(language).maps["rank"]):
        return True
    forms = (word, word[:-1], word[:-2]) if len(word) > 5 else (word,)
    return any(
        lookup(form, table, language) is not None
        for form in forms
        for table in (_last_words(language), vocabulary.roles)
    )


@cache
def _last_words(language: str) -> Mapping[str, bool]:
    return {noun.split()[-1]: True for noun in predicate_words(language).nouns}


@cache
def _stems(language: str) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """Return the beginnings that trigger alone, and those that need a particle in the sentence."""
    strong: set[str] = set()
    weak: dict[str, set[str]] = {}
    for verb in predicate_words(language).verbs:
        first, _, rest = verb.partition(" ")
        if language == "en":
            _english(first, rest, strong, weak)
        else:
            _german(first, strong, weak)
    return frozenset(strong), {stem: frozenset(words) for stem, words in weak.items()}


def _english(verb: str, rest: str, strong: set[str], weak: dict[str, set[str]]) -> None:
    stems = {verb[:-1] if verb.endswith(("e", "y")) and len(verb) > 3 else verb}
    stems |= {form for form, base in clause_words("en").maps["ablaut"].items() if base == verb}
    _add(stems, rest.split()[:1], strong, weak)


@cache
def _particles() -> tuple[str, ...]:
    """The particles that German verbs part with, the longest first."""
    words = clause_words("de").sets["separable"]
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _german(verb: str, strong: set[str], weak: dict[str, set[str]]) -> None:
    particle = next((p for p in _particles() if verb.startswith(p) and len(verb) > len(p) + 3), "")
    base = verb.removeprefix(particle)
    stems = _german_stems(base)
    joined = {particle + stem for stem in stems}
    joined |= {particle + "ge" + stem for stem in stems} | {
        particle + "zu" + stem for stem in stems
    }
    _add(joined, (), strong, weak)
    if particle:
        _add(stems, [particle], strong, weak)


def _german_stems(verb: str) -> set[str]:
    """The infinitive's stem and the strong forms of the verb that it is built on."""
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    stems = {stem}
    for form, base in clause_words("de").maps["ablaut"].items():
        if verb.endswith(base):
            stems.add(verb.removesuffix(base) + form)
    return stems


def _add(
    stems: Iterable[str], particles: Iterable[str], strong: set[str], weak: dict[str, set[str]]
) -> None:
    needed = list(particles)
    for stem in stems:
        if needed:
            weak.setdefault(stem, set()).update(needed)
        else:
            strong.add(stem)
