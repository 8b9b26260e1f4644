"""Compares the names and nouns beside two amounts: what ties each to one thing."""

from __future__ import annotations

from factcheck.compare.measurand import Said
from factcheck.model import Comparison, Level, Outcome


def _names(said: Said) -> frozenset[str]:
    return frozenset(said.claim.names)


def _nouns(said: Said) -> frozenset[str]:
    return frozenset(said.claim.nouns)


def _mixed(left: Said, right: Said) -> bool:
    return left.claim.language != right.claim.language


NAMES: Comparison[Said] = Comparison(
    "names",
    (
        Level(
            "none",
            "no names beside either",
            Outcome.COMPATIBLE,
            lambda a, b: not _names(a) and not _names(b),
        ),
        Level("same", "the same names", Outcome.SAME, lambda a, b: _names(a) == _names(b)),
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
            lambda a, b: _names(a) <= _names(b) or _names(b) <= _names(a),
        ),
        Level(
            "contrast",
            "some names shared, others on either side",
            Outcome.COMPATIBLE,
            lambda a, b: bool(_names(a) & _names(b)),
        ),
        Level("other", "other names", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: ", ".join(said.claim.names),
)

NOUNS: Comparison[Said] = Comparison(
    "nouns",
    (
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
