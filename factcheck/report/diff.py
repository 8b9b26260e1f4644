"""Which words of two quotes differ."""

from __future__ import annotations

import re
from itertools import islice

from factcheck.model import Span

MAX_WORDS = 400  # beyond that a word by word diff tells a reader nothing
CLAUSE = 6  # words from which a quote is a clause and no amount
SHARED = 0.25  # of the shorter clause's words; with fewer in common each is one run
SMALL_WORD = 4  # letters of a shared word that may lie inside a marked run
_WORD = re.compile(r"\d+(?:[.,]\d+)*(?:-\w+)*|\w+(?:[-'’]\w+)*|[^\w\s]")


def differing(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the runs of words that only the left and only the right text has.

    Words compare without case; spans count in each text and cover whole words. Runs that are
    neighbours, or parted by one small word, join. Texts over MAX_WORDS words each count as one run.
    """
    from rapidfuzz.distance import Indel

    words = tuple(_words(text) for text in (left, right))
    if max(len(side) for side in words) > MAX_WORDS:
        return _whole(left), _whole(right)
    keys = [
        [text[s.start : s.end].casefold() for s in side]
        for text, side in zip((left, right), words, strict=True)
    ]
    if _nothing_in_common(*keys):
        return _whole(left), _whole(right)
    changed = [op for op in Indel.opcodes(keys[0], keys[1]) if op.tag != "equal"]
    return (
        _runs(left, words[0], [(op.src_start, op.src_end) for op in changed]),
        _runs(right, words[1], [(op.dest_start, op.dest_end) for op in changed]),
    )


def _nothing_in_common(left: list[str], right: list[str]) -> bool:
    """Say whether two clauses share so few words that to mark the others would tell nothing."""
    fewest = min(len(left), len(right))
    return fewest >= CLAUSE and len(set(left) & set(right)) < fewest * SHARED


def _words(text: str) -> list[Span]:
    matches = islice(_WORD.finditer(text), MAX_WORDS + 1)
    return [Span(match.start(), match.end()) for match in matches]


def _whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),) if text else ()


def _runs(text: str, words: list[Span], ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    runs: list[Span] = []
    for first, end in ranges:
        if first == end:
            continue
        span = Span(words[first].start, words[end - 1].end)
        if runs and _is_small(text[runs[-1].end : span.start]):
            span = Span(runs.pop().start, span.end)
        runs.append(span)
    return tuple(runs)


def _is_small(between: str) -> bool:
    """Say whether two runs are parted by so little ("und", ",") that marking it reads better."""
    word = between.strip()
    return (len(word) <= SMALL_WORD and word.islower()) or not word.isalnum()
