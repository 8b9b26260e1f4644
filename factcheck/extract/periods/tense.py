"""Whether the clause around a time tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.vocab.periods import vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:'ll)?")
_COUNTED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})* [a-z]+s\b")
_LEFT = re.compile(r"[.;:!?\n,–(]\s|\n")
_RIGHT = re.compile(r"[.;:!?,–)](?=\s|$)|\n")
REACH = 160
SHORTEST_SUFFIXED = 5
FAR = 10_000
_NONE: frozenset[str] = frozenset()


def tense_around(text: str, start: int, end: int, language: str) -> str:
    """Return past, present, future or "" (nothing tells) for the clause of text[start:end]."""
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    cuts = [match.end() for match in _LEFT.finditer(left)]
    stop = _RIGHT.search(right)
    before = _words(left[cuts[-1] if cuts else 0 :], language)
    after = _words(right[: stop.start() if stop else None], language)
    return tense_of(before[::-1], after, language)


def _words(text: str, language: str) -> list[str]:
    """Return the words but for what is counted: "33 votes" is no vote that is to come.

    Nor does "a planned bridge" tell of what is to come.
    """
    sets = vocabulary(language).sets
    words = _WORD.findall(_COUNTED.sub(" ", text.replace("’", "'")))
    articles = sets.get("article", _NONE)
    return [
        word
        for before, word in zip(["", *words], words, strict=False)
        if before.lower() not in articles or not _formed(word, sets, "past_suffix", "not_suffix")
    ]


def tense_of(before: list[str], after: list[str], language: str) -> str:
    """Return past, present, future or "" for a clause, given its words outward from the time.

    What is expected outweighs mere auxiliaries; against something done, the nearer word decides
    ("gaben am Montag den geplanten Kauf bekannt").
    """
    sets = vocabulary(language).sets
    coming, done = (_nearest(before, after, sets.get(kind, _NONE)) for kind in ("future", "past"))
    if min(coming, done) < FAR:
        return "future" if coming <= done else "past"
    for kind, tense in (("will", "future"), ("participle", "past")):
        if _nearest(before, after, sets.get(kind, _NONE)) < FAR:
            return tense
    words = [word for word in (*before, *after) if word.islower()]
    if any(_formed(word, sets, "past_suffix", "not_suffix") for word in words):
        return "past"
    if _nearest(before, after, sets.get("aim", _NONE)) < FAR:
        return "future"
    present = any(_formed(word, sets, "present_suffix", "not_present") for word in words)
    return "present" if present else ""


def _nearest(before: list[str], after: list[str], cues: frozenset[str]) -> int:
    places = (
        i for words in (before, after) for i, word in enumerate(words) if word.lower() in cues
    )
    return min(places, default=FAR)


def _formed(word: str, sets: Mapping[str, frozenset[str]], ends: str, exceptions: str) -> bool:
    if len(word) < SHORTEST_SUFFIXED or word in sets.get(exceptions, _NONE):
        return False
    return any(word.endswith(suffix) for suffix in sets.get(ends, _NONE))
