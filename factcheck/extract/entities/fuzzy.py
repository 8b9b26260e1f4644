"""Misspelt names ("Nvidea"), with a bar that keeps different companies apart."""

from __future__ import annotations

from functools import lru_cache

from factcheck.vocab.entities import Lexicon

# Letters that may differ, by the length of the shorter name. Shorter names have neighbours
# that are other names ("BMW", "BYD"), so they must be right.
_BAR = ((11, 2), (6, 1))


@lru_cache(maxsize=20_000)
def respell(word: str, lexicon: Lexicon) -> str | None:
    """Return the id of the one entity whose name the word misspells, or None.

    The first letter must be right, a missing or added final "s" is no misspelling, and a word
    equally near to two entities is neither.
    """
    allowed = _allowed(len(word))
    if not allowed or not word.isalpha():
        return None
    lower = word.lower()
    near = {
        entity: distance
        for name, entity in lexicon.misspelt.get(lower[0], ())
        if abs(len(name) - len(word)) <= allowed
        and (distance := _distance(lower, name.lower(), allowed)) is not None
    }
    best = [entity for entity, distance in near.items() if distance == min(near.values())]
    return best[0] if len(best) == 1 else None


def _allowed(length: int) -> int:
    return next((letters for shortest, letters in _BAR if length >= shortest), 0)


def _distance(left: str, right: str, allowed: int) -> int | None:
    from rapidfuzz.distance import OSA

    if left.startswith(right) or right == left + "s":
        return None  # an ending, not a slip of the pen
    most = min(allowed, _allowed(len(right)))
    distance = OSA.distance(left, right, score_cutoff=most)
    return distance if distance <= most else None
