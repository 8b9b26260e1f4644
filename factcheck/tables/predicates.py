"""Rows of predicates.toml, operators.toml and roles.toml, and what their states mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows

Words = Mapping[str, tuple[str, ...]]  # language -> words
StateWords = Mapping[str, Mapping[str, tuple[str, ...]]]  # language -> state -> forms


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """One family of relations; the file's head says what each key means."""

    id: str
    meaning: str
    symmetric: bool = False
    scalar: bool = False
    event: bool = False
    intransitive: bool = False
    one_way: bool = False
    two_sided: bool = False
    of_deeds: bool = False
    made_exclusive: bool = False
    once: bool = False
    owner_default: bool = False
    of_owner: bool = False
    open: bool = False
    exclusive: str = ""
    role: str = ""
    subject_kinds: tuple[str, ...] = ()
    object_kinds: tuple[str, ...] = ()
    object_things: tuple[str, ...] = ()
    tension: tuple[str, ...] = ()
    label: Mapping[str, str] = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)
    against: Words = field(default_factory=dict)
    verbs: StateWords = field(default_factory=dict)
    events: StateWords = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """What verbs do to a relation that a noun names; the id is the state."""

    id: str
    verbs: Words = field(default_factory=dict)
    grants: Words = field(default_factory=dict)
    intransitive: Words = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What somebody is to somebody else."""

    id: str
    family: str
    exclusive: bool = False
    symmetric: bool = False
    inverse: str = ""
    people: str = ""
    firms: str = ""
    whole: bool = False
    lasting: bool = False
    counterparts: tuple[str, ...] = ()
    of: tuple[str, ...] = ()  # kinds of entities that have the office
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        """Return the role's nouns in a language."""
        return self.en if language == "en" else self.de


@dataclass(frozen=True, slots=True)
class StateRow:
    """What holds once a claim of this state is true.

    `outcomes` are the worlds that it allows, out of up, same, down and off.
    """

    id: str
    polarity: int
    opposite: str
    rank: int
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tension:
    """States of a family that are at odds with states of another."""

    states: frozenset[str]
    family: str
    other_states: frozenset[str]


@cache
def predicate_rows() -> Mapping[str, PredicateRow]:
    """Return the families by id; TableError names a wrong row."""
    rows = load_rows(_path("predicates.toml"), PredicateRow)
    for row in rows.values():
        for language in (*row.verbs.values(), *row.events.values()):
            _check_states(row.id, language)
    return rows


@cache
def operator_rows() -> Mapping[str, OperatorRow]:
    """Return the operators by state."""
    rows = load_rows(_path("operators.toml"), OperatorRow)
    _check_states("operators", rows)
    return rows


@cache
def role_rows() -> Mapping[str, RoleRow]:
    """Return the roles by id; each names a family that predicates.toml has."""
    rows = load_rows(_path("roles.toml"), RoleRow)
    for row in rows.values():
        if row.family not in predicate_rows():
            raise TableError(f"{_path('roles.toml')}: [{row.id}]: no family {row.family!r}")
    return rows


@cache
def state_rows() -> Mapping[str, StateRow]:
    """Return the states by id."""
    return load_rows(_path("states.toml"), StateRow)


@cache
def tensions(family: str) -> tuple[Tension, ...]:
    """Return the tensions of a family, as its row states them."""
    return tuple(_tension(family, text) for text in predicate_rows()[family].tension)


def _tension(family: str, text: str) -> Tension:
    parts = [part.split() for part in text.split("|")]
    if len(parts) != 3 or len(parts[1]) != 1 or parts[1][0] not in predicate_rows():
        raise TableError(
            f"{_path('predicates.toml')}: [{family}]: tension {text!r} is not readable"
        )
    return Tension(frozenset(parts[0]), parts[1][0], frozenset(parts[2]))


def _check_states(row: str, states: Mapping[str, object]) -> None:
    unknown = set(states) - set(state_rows())
    if unknown:
        raise TableError(f"{_path('predicates.toml')}: [{row}]: no state {sorted(unknown)[0]!r}")


def _path(name: str) -> Path:
    return Path(__file__).with_name(name)
