"""Typed rows of qualifiers.toml: words that narrow what a figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

PATH = Path(__file__).with_name("qualifiers.toml")
OCCASIONS = Path(__file__).with_name("occasions.toml")
EXTENT = "extent"  # the set of the whole and its parts


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One member of a set whose members exclude each other."""

    id: str
    set: str
    de: tuple[str, ...]
    en: tuple[str, ...]
    part: bool = False
    alone: bool = False
    counts: bool = False

    def words(self, language: str) -> tuple[str, ...]:
        """Return the member's words in "de" or "en"."""
        return tuple(getattr(self, language))

    @property
    def tags(self) -> tuple[str, ...]:
        """Return "set:member", and that it is a part where it is one."""
        own = (f"{self.set}:{self.id}",)
        return (*own, f"{EXTENT}:part") if self.part else own


@dataclass(frozen=True, slots=True)
class Occasions:
    """Names of sets whose members tell two happenings apart."""

    id: str
    words: tuple[str, ...]


@cache
def occasion_sets() -> frozenset[str]:
    """Return the sets that tell two happenings apart; TableError names a wrong row."""
    return frozenset(load_rows(OCCASIONS, Occasions)["sets"].words)


@cache
def lone_tags() -> frozenset[str]:
    """Return "set:member" of what also excludes that the other side says nothing of the kind."""
    return frozenset(row.tags[0] for row in qualifiers().values() if row.alone)


@cache
def counting_tags() -> frozenset[str]:
    """Return "set:member" of what narrows counted things only."""
    return frozenset(row.tags[0] for row in qualifiers().values() if row.counts)


@cache
def qualifiers() -> Mapping[str, Qualifier]:
    """Return all rows by id; TableError names a wrong one."""
    return load_rows(PATH, Qualifier)
