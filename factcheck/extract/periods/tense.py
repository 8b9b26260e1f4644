"""Whether the clause around a time tells of the past or of what is to come."""

from __future__ import annotations

import re

from factcheck.vocab.periods import vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:'ll)?")
_LEFT = re.compile(r"[.;:!?\n,–(]\s|\n")
_RIGHT = re.compile(r"[.;:!?,–)](?=\s|$)|\n")
REACH = 160
SHORTEST_SUFFIXED = 5


def tense_around(text: str, start: int, end: int, language: str) -> str:
    """Return past, future or "" (nothing tells) for the clause that holds text[start:end]."""
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    cuts = [match.end() for match in _LEFT.finditer(left)]
    stop = _RIGHT.search(right)
    clause = f"{left[cuts[-1] if cuts else 0 :]} {right[: stop.start() if stop else None]}"
    return tense_of(clause, language)


def tense_of(clause: str, language: str) -> str:
    """Return past, future or "" for a clause, by the strongest of its words."""
    sets = vocabulary(language).sets
    words = _WORD.findall(clause.replace("’", "'"))
    folded = {word.lower() for word in words}
    for kind, tense in (("future", "future"), ("past", "past"), ("will", "future")):
        if not folded.isdisjoint(sets.get(kind, ())):
            return tense
    if not folded.isdisjoint(sets.get("participle", ())):
        return "past"
    return "past" if any(_past_form(word, sets) for word in words) else ""


def _past_form(word: str, sets: dict[str, frozenset[str]] | object) -> bool:
    assert isinstance(sets, dict)
    if len(word) < SHORTEST_SUFFIXED or not word.islower() or word in sets["not_suffix"]:
        return False
    return any(word.endswith(suffix) for suffix in sets["past_suffix"])
