"""Weights of the comparison levels in bits: log2 of how much likelier a level is for true pairs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

PATH = Path(__file__).with_name("weights.toml")
RELATION_PATH = Path(__file__).with_name("relation_weights.toml")


@dataclass(frozen=True, slots=True)
class AspectWeights:
    """The levels of one aspect; a level that has no weight says nothing either way."""

    id: str
    levels: dict[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Return aspect -> level -> bits; `prior` holds what is known before any aspect is seen."""
    return _table(PATH)


@cache
def relation_weights() -> dict[str, dict[str, float]]:
    """Return the same for two relations."""
    return _table(RELATION_PATH)


def _table(path: Path) -> dict[str, dict[str, float]]:
    rows = load_rows(path, AspectWeights)
    return {row.id: dict(row.levels) for row in rows.values()}
