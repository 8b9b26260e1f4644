"""Compares the nouns beside two amounts across languages, by what the words mean."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.compare.meaning import Meaning, masked
from factcheck.compare.nouns import nouns_beside
from factcheck.compare.said import Said, mixed
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
    meaning.read_together({*words, *a, *b, masked(left), masked(right)})
    rest = _untranslated(a, right, meaning), _untranslated(b, left, meaning)
    if not any(rest):
        return "matched"
    return "both" if all(rest) else "one_side"


@lru_cache(maxsize=4096)
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(sentence)))


def _nouns(said: Said) -> frozenset[str]:
    """Return the nouns beside the amount as the sentence writes them."""
    written = {stem(word, said.claim.language): word for word in _words(said.claim.sentence)}
    return frozenset(written.get(n, n) for n in nouns_beside(said) if not n.startswith("#"))


def _untranslated(nouns: frozenset[str], other: Said, meaning: Meaning) -> frozenset[str]:
    words = _words(other.claim.sentence)
    return frozenset(
        noun for noun in nouns if all(meaning.cosine(noun, word) < _NEAR for word in words)
    )
