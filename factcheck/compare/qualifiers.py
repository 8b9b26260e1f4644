"""Compares what narrows two figures: women and men, net and gross, a part and the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said
from factcheck.model import Comparison, Level, Outcome
from factcheck.tables.qualifiers import EXTENT, lone_tags

Sets = Mapping[str, frozenset[str]]  # set -> its members that the text names
_PART = f"{EXTENT}:part"
_OPEN = ("label_", "phase_", "who_")  # sets made of the text's own words: they only tell apart


@lru_cache(maxsize=4096)
def _sets(tags: tuple[str, ...]) -> Sets:
    sets: dict[str, frozenset[str]] = {}
    for tag in tags:
        name, _, member = tag.partition(":")
        sets[name] = sets.get(name, frozenset()) | {member}
    return sets


def _excluded(left: Said, right: Said) -> bool:
    """Say whether both answer one question, and with nothing in common."""
    if not left.claim.qualifiers or not right.claim.qualifiers:
        return False
    a, b = _sets(left.claim.qualifiers), _sets(right.claim.qualifiers)
    return any(a[name].isdisjoint(b[name]) for name in a.keys() & b.keys())


def _alone(left: Said, right: Said) -> bool:
    """Say whether only one is told of what leaves no room for the other: what was once hoped."""
    one, two = (frozenset(said.claim.qualifiers) & lone_tags() for said in (left, right))
    return one != two


def _narrows(said: Said) -> frozenset[str]:
    """Return what makes the figure one of a part only; nothing when none of it does."""
    tags = said.claim.qualifiers
    if _PART not in tags:
        return frozenset()
    return frozenset(_telling(tags))


def _telling(tags: Iterable[str]) -> Iterator[str]:
    """Return the tags but for those that say no more than that a part is meant."""
    return (tag for tag in tags if tag != _PART and not tag.startswith(_OPEN))


def narrowed_alike(left: Said, right: Said) -> bool:
    """Say whether nothing narrows either, or the same narrows both."""
    return _narrows(left) == _narrows(right)


QUALIFIERS: Comparison[Said] = Comparison(
    "qualifiers",
    (
        Level("excluded", "one excludes the other", Outcome.DIFFERENT, _excluded),
        Level("alone", "what was once meant to be, and what is", Outcome.DIFFERENT, _alone),
        Level(
            "none",
            "nothing narrows either",
            Outcome.SAME,
            lambda a, b: not _narrows(a) and not _narrows(b),
        ),
        Level(
            "one_side",
            "one side narrowed only",
            Outcome.COMPATIBLE,
            lambda a, b: not _narrows(a) or not _narrows(b),
        ),
        Level(
            "shared",
            "narrowed to the same",
            Outcome.SAME,
            lambda a, b: bool(_narrows(a) & _narrows(b)),
        ),
        otherwise("apart", "narrowed in different ways"),
    ),
    lambda said: ", ".join(tag.partition(":")[2] for tag in _telling(said.claim.qualifiers)),
)
