"""Compares two sentences word by word: the same frame around one thing here and another there.

What is put into the place of another thing is another thing, whether a table knows it or not.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.compare.alike import unmatched
from factcheck.compare.levels import otherwise
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said
from factcheck.model import Comparison, Level, Outcome
from factcheck.vocab.content import content_words, empty_stems, stem

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.6  # share of the words of both sentences that stand in the same order
_FIGURE = "#"
Words = frozenset[str]


@lru_cache(maxsize=4096)
def _frame(said: Said) -> tuple[str, ...]:
    """Return the stems of the sentence's words in order, with a mark where the figure stands."""
    claim = said.claim
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    stems = [
        [stem(word, claim.language) for word in _WORD.findall(part)]
        for part in (claim.sentence[:start], claim.sentence[end:])
    ]
    return (*stems[0], _FIGURE, *stems[1])


@lru_cache(maxsize=4096)
def _counted(said: Said) -> Counter[str]:
    return Counter(_frame(said))


@lru_cache(maxsize=4096)
def _things(said: Said) -> Words:
    """Return the words that name what is spoken of: no deed, no time and no source."""
    claim = said.claim
    deeds = {s.partition(":")[2] for s in claim.slots if s.startswith("deed:")}
    told = content_words(f"{claim.attribution} {claim.period.label}", claim.language)
    return frozenset(_frame(said)) - deeds - told - empty_stems(claim.language) - {_FIGURE}


@lru_cache(maxsize=128)
def _replaced(left: Said, right: Said) -> tuple[tuple[Words, Words], ...] | None:
    """Return the words that stand in each other's place; None where the frames are others."""
    a, b = _frame(left), _frame(right)
    in_any_order = (_counted(left) & _counted(right)).total()
    if 2 * in_any_order < _ALIKE * (len(a) + len(b)):
        return None
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    return tuple(
        (frozenset(a[i:j]), frozenset(b[k:m]))
        for what, i, j, k, m in matcher.get_opcodes()
        if what == "replace"
    )


@lru_cache(maxsize=4096)
def _told(said: Said) -> Counter[str]:
    """Return the words of the frame that can tell one thing from another, in any order."""
    empty = empty_stems(said.claim.language)
    return Counter(word for word in _frame(said) if word not in empty)


def _verbatim(left: Said, right: Said) -> bool:
    return _told(left) == _told(right)


def _same(left: Said, right: Said) -> bool:
    return _replaced(left, right) is not None


def _exchanged(left: Said, right: Said) -> bool:
    """Say whether some place holds another thing on either side."""
    return any(
        unmatched(_things(left) & here, right.said) and unmatched(_things(right) & there, left.said)
        for here, there in _replaced(left, right) or ()
    )


FRAME: Comparison[Said] = Comparison(
    "frame",
    (
        OWN_ARTICLE,
        MIXED,
        Level("verbatim", "the same words around another figure", Outcome.SAME, _verbatim),
        Level("exchanged", "one thing in the place of another", Outcome.COMPATIBLE, _exchanged),
        Level("same", "the same sentence", Outcome.COMPATIBLE, _same),
        otherwise("other", "another sentence"),
    ),
    lambda said: said.claim.sentence,
)
