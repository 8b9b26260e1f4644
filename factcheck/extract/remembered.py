"""Searches through words' parts that earlier runs made, kept in the user's cache folder.

A newsroom's articles share most of their words, and searching takes a fifth of a short run. What
is kept is exactly what the search would find, so a run with an empty cache gives the same.
"""

from __future__ import annotations

from typing import Protocol

from factcheck import cache

KEPT = 8_000  # answers, those of both searches; reading so many takes a fiftieth of a second
_LAYOUT = 1  # part of the key: raise it when what is kept changes its form


class Searches(Protocol):
    """The two searches that are remembered."""

    def forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech that the word can have."""

    def viterbi(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return the word's parts under an end tag."""


class Remembered:
    """The same searches, asked once and then read back, by later runs too."""

    def __init__(self, searches: Searches, name: str, key: str) -> None:
        self._searches = searches
        self._memory = cache.Memory(f"words/{name}.json", f"{_LAYOUT} {key}", KEPT)
        self.keep = self._memory.keep

    def forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech that the word can have, likeliest first."""
        found = self._memory.get(word)
        if found is not None:
            return [(tag, score) for tag, score in found]
        answer = self._searches.forward(word)
        self._memory.put(word, answer)
        return answer

    def viterbi(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return the word's parts under an end tag, each as its tag and its end."""
        key = f"{word}\t{target}"
        found = self._memory.get(key)
        if found is not None:
            return [(tag, end) for tag, end in found]
        answer = self._searches.viterbi(word, target)
        self._memory.put(key, answer)
        return answer
