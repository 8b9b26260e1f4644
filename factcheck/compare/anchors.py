"""Compares the names and nouns beside two amounts: what ties each to one thing."""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck.compare.measurand import OWN_ARTICLE, Said, shared
from factcheck.model import Comparison, Level, Outcome

_ALIKE = 80  # spelling of one name in two languages ("Pawlohrad", "Pavlohrad"), 0 to 100
_FRAME = 0.6  # share of words from which two sentences are one with something exchanged
Anchors = frozenset[str]


def _names(said: Said) -> Anchors:
    return frozenset(said.claim.names)


def _nouns(said: Said) -> Anchors:
    return frozenset(said.claim.nouns)


def _mixed(left: Said, right: Said) -> bool:
    return left.claim.language != right.claim.language


def _rest(left: Said, right: Said) -> tuple[Anchors, Anchors]:
    """Return the names that only one side has, other spellings of one name taken out."""
    a, b = _names(left) - _names(right), _names(right) - _names(left)
    alike = {(x, y) for x in a for y in b if _is_spelling(x, y)}
    return a - {x for x, _ in alike}, b - {y for _, y in alike}


def _is_spelling(left: str, right: str) -> bool:
    if "text:" not in left and "text:" not in right:
        return False
    a, b = left.rpartition(":")[2], right.rpartition(":")[2]
    words = set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())
    return words or fuzz.ratio(a, b) >= _ALIKE


def _same_names(left: Said, right: Said) -> bool:
    return not any(_rest(left, right))


def _same_places(left: Said, right: Said) -> bool:
    """Say whether all that both name are the same places: much happens in one place."""
    shared_names = _names(left) & _names(right)
    return _names(left) == _names(right) and all(n.startswith("place:") for n in shared_names)


def _exchanged(left: Said, right: Said) -> bool:
    """Say whether each side has a name of a kind that the other fills with another name."""
    a, b = _rest(left, right)
    kinds_a, kinds_b = ({name.partition(":")[0] for name in side} for side in (a, b))
    return bool(kinds_a & kinds_b) or ("unknown" in kinds_a | kinds_b and bool(a and b))


NAMES: Comparison[Said] = Comparison(
    "names",
    (
        Level(
            "none",
            "no names beside either",
            Outcome.COMPATIBLE,
            lambda a, b: not _names(a) and not _names(b),
        ),
        Level(
            "one_side",
            "names on one side only",
            Outcome.COMPATIBLE,
            lambda a, b: not _names(a) or not _names(b),
        ),
        Level("same_places", "the same places", Outcome.COMPATIBLE, _same_places),
        Level("same", "the same names", Outcome.SAME, _same_names),
        Level(
            "more",
            "the same names, and more on one side",
            Outcome.COMPATIBLE,
            lambda a, b: not all(_rest(a, b)),
        ),
        Level(
            "translated",
            "names in two languages",
            Outcome.COMPATIBLE,
            lambda a, b: _mixed(a, b) and "text:" in "".join((*_names(a), *_names(b))),
        ),
        Level("exchanged", "one name for another", Outcome.COMPATIBLE, _exchanged),
        Level("other", "names of other kinds", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: ", ".join(name.partition(":")[2] for name in said.claim.names),
)


def _other_ranks(left: Said, right: Said) -> bool:
    """Say whether both name a rank, and not the same: first and second class."""
    a, b = (
        {noun for noun in side if noun.startswith("#")} for side in (_nouns(left), _nouns(right))
    )
    return bool(a and b) and not a & b


def _swapped(left: Said, right: Said) -> bool:
    """Say whether two sentences are alike but for a noun: "in Klasse 1", "in Klasse 2"."""
    a, b = _nouns(left), _nouns(right)
    return bool(a - b and b - a) and shared(left.words, right.words) >= _FRAME


NOUNS: Comparison[Said] = Comparison(
    "nouns",
    (
        Level("other_ranks", "another rank", Outcome.DIFFERENT, _other_ranks),
        OWN_ARTICLE,
        Level("mixed", "two languages", Outcome.COMPATIBLE, _mixed),
        Level(
            "none",
            "no nouns beside either",
            Outcome.COMPATIBLE,
            lambda a, b: not _nouns(a) and not _nouns(b),
        ),
        Level("same", "the same nouns", Outcome.SAME, lambda a, b: _nouns(a) == _nouns(b)),
        Level(
            "one_side",
            "nouns on one side only",
            Outcome.COMPATIBLE,
            lambda a, b: not _nouns(a) or not _nouns(b),
        ),
        Level(
            "more",
            "the same nouns, and more on one side",
            Outcome.COMPATIBLE,
            lambda a, b: _nouns(a) <= _nouns(b) or _nouns(b) <= _nouns(a),
        ),
        Level("swapped", "one noun for another", Outcome.COMPATIBLE, _swapped),
        Level(
            "contrast",
            "some nouns shared, others on either side",
            Outcome.COMPATIBLE,
            lambda a, b: bool(_nouns(a) & _nouns(b)),
        ),
        Level("other", "other nouns", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: ", ".join(said.claim.nouns),
)
