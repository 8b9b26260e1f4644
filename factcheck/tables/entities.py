"""Typed rows of the entities*.toml files: who and what an article can speak about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows

FOLDER = Path(__file__).parent
KINDS = frozenset(
    {"company", "person", "institution", "media", "place", "product", "office", "party", "club"}
)


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity. The head of entities.toml says what each field means."""

    id: str
    name: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    adjectives_de: tuple[str, ...] = ()
    adjectives_en: tuple[str, ...] = ()
    headquarters: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    owner: str = ""
    gender: str = ""
    common: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        """Return the names of one language, the display name first."""
        own = self.de if language == "de" else self.en
        return (self.name, *self.names, *own)


@cache
def entities() -> dict[str, EntityRow]:
    """Return all rows by id, files in the order of their names.

    Raises TableError when an id stands in two files, or a row lacks a name or has a wrong kind.
    """
    rows: dict[str, EntityRow] = {}
    for path in sorted(FOLDER.glob("entities*.toml")):
        for row_id, row in load_rows(path, EntityRow).items():
            if row_id in rows:
                raise TableError(f"{path}: [{row_id}]: the id is already in another file")
            check(path, row)
            rows[row_id] = row
    check_owners(FOLDER, rows)
    return rows


def check(path: Path, row: EntityRow) -> None:
    """Raise TableError unless the row has a name and a kind that exists."""
    if not row.name:
        raise TableError(f"{path}: [{row.id}]: name is missing")
    for name in (*row.words("de"), *row.words("en"), *row.adjectives_de, *row.adjectives_en):
        if not any(letter.isalnum() for letter in name):
            raise TableError(f"{path}: [{row.id}]: {name!r} is no name")
    if row.kind not in KINDS:
        raise TableError(f"{path}: [{row.id}]: kind = {row.kind!r} is none of {sorted(KINDS)}")


def check_owners(path: Path, rows: Mapping[str, EntityRow]) -> None:
    """Raise TableError when a row names an owner that has no row."""
    for row in rows.values():
        if row.owner and row.owner not in rows:
            raise TableError(f"{path}: [{row.id}]: owner = {row.owner!r} has no row")
