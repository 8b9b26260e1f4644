"""The content words of a sentence, cut to a common stem, for comparing what two texts speak of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.lang.endings import endings
from factcheck.lang.function_words import function_words
from factcheck.lang.light_words import light_words

_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÄÖÜ,;:] )[A-ZÄÖÜ][^\W\d_]{2,}")
_SHORTEST = 4  # a stem is never cut below this


@lru_cache(maxsize=65536)
def content_words(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words that carry content; numbers are left out."""
    skip = function_words(language)
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word, language) for word in words if word not in skip)


def capitalised(text: str, language: str) -> frozenset[str]:
    """Return the words that stand with a capital inside sentences, endings cut: mostly names."""
    skip = function_words(language)
    words = {word for word in _CAPITAL.findall(text) if word.lower() not in skip}
    return frozenset(stem(word, language) for word in words)


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return a lower-case word without its commonest inflection endings."""
    word = word.lower()
    for ending in endings("cut", language):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def empty_stems(language: str) -> frozenset[str]:
    """Return the stems of the words that tell no thing from another: function and light words."""
    words = function_words(language) | light_words(language)
    return frozenset(stem(word, language) for word in words)
