"""Compares the names beside two amounts: another name of the same kind is another thing."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from factcheck.compare.alike import unmatched
from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said, mixed
from factcheck.model import Comparison, Level, Outcome
from factcheck.vocab.content import content_words

_ALIKE = 80  # spelling of one name in two texts, 0 to 100
_ABROAD = 90  # the same in two languages, written with other letters ("Kanlaon", "Canlaon")
_PERSON = "person:"
_FULL_NAME = 2  # parts: a first name and a family name
_FOLD = str.maketrans("kzwyjäöü", "csviiaou")
TEXT = "text:"  # how the id of a name begins that no table knows
Names = frozenset[str]


@lru_cache(maxsize=4096)
def _names(said: Said) -> Names:
    return frozenset(said.claim.names)


@lru_cache(maxsize=64)
def left_over(left: Said, right: Said) -> tuple[Names, Names]:
    """Return the names that only one side has: other spellings of a name taken out, and names
    that no table knows but whose words the other sentence says."""
    a, b = _names(left) - _names(right), _names(right) - _names(left)
    alike = {(x, y) for x in a for y in b if _is_one(x, y, mixed(left, right))}
    a, b = a - {x for x, _ in alike}, b - {y for _, y in alike}
    return _unsaid(a, left, right), _unsaid(b, right, left)


def _is_one(left: str, right: str, abroad: bool) -> bool:
    if TEXT not in left and TEXT not in right:
        return is_person(left, right)
    return is_spelling(left.rpartition(":")[2], right.rpartition(":")[2], abroad)


@lru_cache(maxsize=4096)
def is_person(left: str, right: str) -> bool:
    """Say whether two ids name one person, with a middle name or without: "person:anna-lea-weber".

    A single letter tells George W. Bush from his father.
    """
    if not left.startswith(_PERSON) or not right.startswith(_PERSON):
        return False
    short, long = sorted((left.split("-"), right.split("-")), key=len)
    if len(short) < _FULL_NAME or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    return set(short) <= set(long) and all(len(part) > 1 for part in long)


def is_spelling(left: str, right: str, abroad: bool) -> bool:
    """Say whether two names in lower case are spellings of one, or one is a part of the other.

    `abroad` allows what two languages make of a name.
    """
    if set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split()):
        return True
    left, right = _folded(left), _folded(right)
    least = _ABROAD if abroad else _ALIKE
    return left[:1] == right[:1] and fuzz.ratio(left, right) >= least


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """Return the name with letters alike that languages write one sound with."""
    return name.translate(_FOLD).replace("sch", "sh").replace("ph", "f")


def _unsaid(names: Names, home: Said, other: Said) -> Names:
    """Return the names whose words the other sentence does not say."""
    return frozenset(name for name in names if TEXT not in name or not _is_said(name, home, other))


def _is_said(name: str, home: Said, other: Said) -> bool:
    words = content_words(name.rpartition(":")[2], home.claim.language)
    return bool(words) and not unmatched(words, other.said)


def _same_names(left: Said, right: Said) -> bool:
    return not any(left_over(left, right))


def _same_places(left: Said, right: Said) -> bool:
    """Say whether all that both name are the same places: much happens in one place."""
    both = _names(left) & _names(right)
    return _names(left) == _names(right) and all(name.startswith("place:") for name in both)


def _exchanged(left: Said, right: Said) -> bool:
    """Say whether each side has a name of a kind that the other fills with another name."""
    a, b = left_over(left, right)
    kinds_a, kinds_b = ({name.partition(":")[0] for name in side} for side in (a, b))
    return bool(kinds_a & kinds_b) or ("unknown" in kinds_a | kinds_b and bool(a and b))


def _known_exchanged(left: Said, right: Said) -> bool:
    """Say whether tables know both of two names of one kind: then they are two things."""
    a, b = (
        {name.partition(":")[0] for name in side if TEXT not in name}
        for side in left_over(left, right)
    )
    return bool(a & b)


def _untranslated(left: Said, right: Said) -> bool:
    a, b = left_over(left, right)
    return mixed(left, right) and any(TEXT in name for name in a | b)


NAMES: Comparison[Said] = Comparison(
    "names",
    (
        Level(
            "none",
            "no names beside either",
            Outcome.COMPATIBLE,
            lambda a, b: not _names(a) and not _names(b),
        ),
        Level("same_places", "the same places", Outcome.COMPATIBLE, _same_places),
        Level("same", "the same names", Outcome.SAME, _same_names),
        Level(
            "one_side",
            "names on one side only",
            Outcome.COMPATIBLE,
            lambda a, b: not _names(a) or not _names(b),
        ),
        Level(
            "more",
            "the same names, and more on one side",
            Outcome.COMPATIBLE,
            lambda a, b: not all(left_over(a, b)),
        ),
        Level("two_known", "one known name for another", Outcome.COMPATIBLE, _known_exchanged),
        Level("translated", "names in two languages", Outcome.COMPATIBLE, _untranslated),
        Level("exchanged", "one name for another", Outcome.COMPATIBLE, _exchanged),
        otherwise("other", "names of other kinds"),
    ),
    lambda said: ", ".join(name.partition(":")[2] for name in said.claim.names),
)
