"""Compares what fills the places around two figures: what does either say that the other does not?

Two newsrooms say one deed with other verbs; another thing, and another thing that it hangs on,
is what tells one figure from another.
"""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.compare.alike import unmatched
from factcheck.compare.levels import otherwise
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said
from factcheck.lang.light_words import light_words
from factcheck.model import Comparison, Level, Outcome
from factcheck.vocab.content import content_words, stem

_ATTRIBUTE, _DEED = "attribute", "deed"
Words = frozenset[str]


@cache
def _light(language: str) -> Words:
    return frozenset(stem(word, language) for word in light_words(language))


@lru_cache(maxsize=4096)
def _telling(said: Said) -> tuple[tuple[str, str], ...]:
    """Return (slot, stem) of the words that can tell the claim's thing from another."""
    claim = said.claim
    empty = _light(claim.language) | content_words(claim.attribution, claim.language)
    slots = (slot.partition(":")[::2] for slot in claim.slots)
    return tuple((slot, word) for slot, word in slots if word not in empty)


@lru_cache(maxsize=128)
def left_over(said: Said, other: Said) -> tuple[bool, bool, bool]:
    """Return whether nothing in the other sentence can mean some thing, attribute, deed of one."""
    told = _telling(said)
    words = unmatched(frozenset(word for _, word in told), other.said)
    slots = {slot for slot, word in told if word in words}
    return bool(slots - {_DEED}), _ATTRIBUTE in slots, _DEED in slots


def contrasted(left: Said, right: Said) -> bool:
    """Say whether each side names a thing that the other does not."""
    return left_over(left, right)[0] and left_over(right, left)[0]


def _attributes(left: Said, right: Said) -> bool:
    return contrasted(left, right) and left_over(left, right)[1] and left_over(right, left)[1]


def _one_attribute(left: Said, right: Said) -> bool:
    return left_over(left, right)[1] or left_over(right, left)[1]


def _one_side(left: Said, right: Said) -> bool:
    return left_over(left, right)[0] or left_over(right, left)[0]


def _empty(left: Said, right: Said) -> bool:
    """Say whether a side tells nothing that could be compared: "Grafik: 94 kB"."""
    return not _telling(left) or not _telling(right)


def _deeds(left: Said, right: Said) -> bool:
    return left_over(left, right)[2] and left_over(right, left)[2]


REST: Comparison[Said] = Comparison(
    "rest",
    (
        OWN_ARTICLE,
        MIXED,
        Level("attributes", "another attribute on either side", Outcome.COMPATIBLE, _attributes),
        Level("both", "something else on either side", Outcome.COMPATIBLE, contrasted),
        Level("attribute", "an attribute on one side only", Outcome.COMPATIBLE, _one_attribute),
        Level("one_side", "more said on one side", Outcome.COMPATIBLE, _one_side),
        Level("deeds", "the same things, in other words", Outcome.COMPATIBLE, _deeds),
        Level("empty", "nothing said on one side", Outcome.COMPATIBLE, _empty),
        otherwise("none", "nothing else said"),
    ),
    lambda said: said.claim.quote,
)
