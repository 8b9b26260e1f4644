"""A sentence cut into words, with what stands around each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from factcheck.lang.endings import endings
from factcheck.lang.entities import words_of
from factcheck.vocab.words import Word, words

_BREAKS = frozenset(",;:–—")
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of one sentence and its language."""

    text: str
    language: str
    words: tuple[Word, ...]

    def index(self, start: int) -> int:
        """Return the position of the word that holds the offset."""
        at = bisect_left(self.words, start + 1, key=lambda word: word.start)
        return at - 1

    def before(self, start: int) -> str:
        """Return the word before the one that holds the offset, or an empty string."""
        at = self.index(start)
        return self.words[at - 1].text if at > 0 else ""

    def breaks(self, start: int, end: int) -> bool:
        """Say whether a clause may end between the offsets."""
        return any(mark in _BREAKS for mark in self.text[start:end])

    def determiner(self, at: int) -> str:
        """Return "definite", "indefinite" or "" for the noun at that position.

        Adjectives may stand between; a capitalised town's adjective counts as one.
        """
        for position in range(at - 1, max(-1, at - 2 - _MOST_ADJECTIVES), -1):
            word = self.words[position].text
            for sort in ("definite", "indefinite"):
                if word.lower() in words_of(self.language, sort):
                    return sort
            if not _may_modify(word, self.language):
                return ""
        return ""


def scan(text: str, language: str) -> Scan:
    """Cut a sentence."""
    return Scan(text, language, tuple(words(text)))


def _may_modify(word: str, language: str) -> bool:
    if language == "en":
        return word[0].isalnum()
    return len(word) > 3 and word[0].isalpha() and word.endswith(endings("inflected", language))
