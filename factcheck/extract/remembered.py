"""Searches through words' parts that earlier runs made, kept in the user's cache folder.

A newsroom's articles share most of their words, and searching takes a fifth of a short run. What
is kept is exactly what the search would find, so a run with an empty cache gives the same.
"""

from __future__ import annotations

import atexit
from typing import Any, Protocol

from factcheck import cache

KEPT = 15_000  # answers of each search; reading so many takes a fortieth of a second
_LAYOUT = 1  # part of the key: raise it when what is kept changes its form

Answer = list[tuple[int, Any]]


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
        self._place = (f"words/{name}.json", f"{_LAYOUT} {key}")
        self._old: dict[str, Answer] = {}
        self._new: dict[str, Answer] = {}
        found = cache.load(*self._place)
        if isinstance(found, dict):
            self._old = found
        atexit.register(self.keep)

    def forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech that the word can have, likeliest first."""
        found = self._read(word)
        return self._note(word, self._searches.forward(word)) if found is None else found

    def viterbi(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return the word's parts under an end tag, each as its tag and its end."""
        key = f"{word}\t{target}"
        found = self._read(key)
        return self._note(key, self._searches.viterbi(word, target)) if found is None else found

    def keep(self) -> None:
        """Write what is new, newest last; the oldest goes when there is too much."""
        if self._new:
            both = [*self._old.items(), *self._new.items()]
            cache.save(*self._place, dict(both[-KEPT:]))
            self._new = {}

    def _read(self, key: str) -> Answer | None:
        found = self._old.get(key)
        return None if found is None else [(number, value) for number, value in found]

    def _note(self, key: str, answer: Answer) -> Answer:
        if len(self._new) < KEPT:
            self._new[key] = answer
        return answer
