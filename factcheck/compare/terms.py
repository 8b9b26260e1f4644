"""Compares the nouns beside two amounts across languages, by what the words mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from factcheck.compare.alike import unmatched
from factcheck.compare.meaning import Meaning, masked
from factcheck.compare.nouns import nouns_beside
from factcheck.compare.said import Said, mixed
from factcheck.vocab.concepts import is_named
from factcheck.vocab.content import stem

_NEAR = 0.45  # cosine from which a word may be the translation of another
_WORD = re.compile(r"[^\W\d_]{3,}")


def terms_level(left: Said, right: Said, meaning: Meaning) -> str:
    """Return how the nouns of two languages match: none, matched, one_side or both left over.

    "same_language" when words can be compared as they are.
    """
    if not mixed(left, right):
        return "same_language"
    a, b = _nouns(left), _nouns(right)
    if not a and not b:
        return "none"
    words = {*_words(left.claim.sentence), *_words(right.claim.sentence)}
    unknown = {word for noun, word in (*a.items(), *b.items()) if not is_named(noun)}
    if unknown:
        meaning.read_together({*words, *unknown, masked(left), masked(right)})
    rest = _untranslated(a, right, meaning), _untranslated(b, left, meaning)
    if not any(rest):
        return "matched"
    return "both" if all(rest) else "one_side"


@lru_cache(maxsize=4096)
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(sentence)))


def _nouns(said: Said) -> Mapping[str, str]:
    """Return stem -> word as the sentence writes it, of the nouns beside the amount."""
    written = {stem(word, said.claim.language): word for word in _words(said.claim.sentence)}
    return {n: written.get(n, n) for n in nouns_beside(said) if not n.startswith("#")}


def _untranslated(nouns: Mapping[str, str], other: Said, meaning: Meaning) -> list[str]:
    """Return the nouns that no word of the other sentence can mean.

    What no table names is matched by the likeness of two words, which is less sure.
    """
    words = _words(other.claim.sentence)
    rest = unmatched(nouns, other.said)
    return [
        noun
        for noun in rest
        if is_named(noun) or all(meaning.cosine(nouns[noun], word) < _NEAR for word in words)
    ]
