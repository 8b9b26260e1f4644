"""Rows of opposites.toml: verbs, adjectives and nouns that exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows

Sides = tuple[tuple[str, ...], ...]

_PATH = Path(__file__).with_name("opposites.toml")


@dataclass(frozen=True, slots=True)
class OppositeRow:
    """Two sides per language, each with its words; nothing is on both at one time."""

    id: str
    de: Sides = ()
    en: Sides = ()

    def sides(self, language: str) -> Sides:
        """Return both sides' words in a language."""
        return self.en if language == "en" else self.de


@cache
def opposite_rows() -> Mapping[str, OppositeRow]:
    """Return the rows by id; TableError names one that has not two sides in a language."""
    rows = load_rows(_PATH, OppositeRow)
    for row in rows.values():
        if any(len(sides) not in (0, 2) for sides in (row.de, row.en)):
            raise TableError(f"{_PATH}: [{row.id}]: a language needs two sides")
    return rows
