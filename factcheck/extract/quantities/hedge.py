"""Finds the hedges around an amount."""

from __future__ import annotations

from factcheck.extract.quantities.tokens import Tokens
from factcheck.lang.amounts import Hedge

_MOST_STACKED = 3
_REACH = 8  # tokens before a hedge in which its verb may stand


def hedges_before(t: Tokens, i: int, floor: int) -> tuple[list[Hedge], int]:
    """Return the hedges that end right before token i, and where they start.

    `floor` is the first token that may belong to them.
    """
    found: list[Hedge] = []
    start = i
    while len(found) < _MOST_STACKED:
        hedge, begin = _one_before(t, start, floor)
        if hedge is None:
            break
        found.insert(0, hedge)
        start = begin
    while found and found[0].neutral:
        start += _length_at(t, start, found[0])
        found.pop(0)
    return found, start


def _one_before(t: Tokens, i: int, floor: int) -> tuple[Hedge | None, int]:
    if i - 1 < floor or not t.near_or_dot(i):
        return None, i
    for tokens, hedge in t.vocabulary.hedges.get(t.word(i - 1)):
        start = i - len(tokens)
        if start < floor or not t.matches(start, tokens):
            continue
        if tokens[0] in "<>≤≥" and t.before(start) and t.before(start) in "<>=":
            continue
        return (None, i) if _governed(t, start, hedge) else (hedge, start)
    return None, i


def _length_at(t: Tokens, i: int, hedge: Hedge) -> int:
    for size in range(4, 0, -1):
        for tokens, other in t.vocabulary.hedges.get(t.word(i + size - 1)):
            if other is hedge and len(tokens) == size and t.matches(i, tokens):
                return size
    return 1


def _governed(t: Tokens, start: int, hedge: Hedge) -> bool:
    """Say whether another word takes the preposition ("Vertrag über", "verfügt ... über")."""
    if hedge.not_after and t.near(start) and t.word(start - 1).endswith(hedge.not_after):
        return True
    if not hedge.not_with:
        return False
    for k in range(start - 1, max(start - 1 - _REACH, -1), -1):
        gap = t.gap(k + 1)
        if any(mark in gap for mark in ".;:!?"):
            return False
        if t.word(k).startswith(hedge.not_with):
            return True
    return False


def hedge_after(t: Tokens, i: int) -> tuple[Hedge | None, int]:
    """Return the hedge that begins at token i ("oder mehr"), and where it ends."""
    if not t.near(i):
        return None, i
    for tokens, hedge in t.vocabulary.hedges_after.get(t.word(i)):
        end = i + len(tokens)
        if t.matches(i, tokens) and not (t.near(end) and _goes_on(t, end)):
            return hedge, end
    return None, i


def _goes_on(t: Tokens, i: int) -> bool:
    """Say whether the words before token i begin the next amount ("und weniger als 20")."""
    if t.word(i) in t.vocabulary.sets["than"]:
        return True
    entry = t.entry(i)
    return entry is not None and entry.kind in ("literal", "cardinal", "article", "multiplier")


def preposition_after(t: Tokens, i: int, hedges: list[Hedge]) -> bool:
    """Say whether a word after the amount shows a hedge to be a preposition ("über ... hinweg")."""
    word = t.word(i)
    return any(word in hedge.not_before for hedge in hedges)
