"""Typed rows of the entities*.toml files: who and what an article can speak about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import TableError
from factcheck.rows import build_row, read_toml

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
    within: str = ""
    gender: str = ""
    common: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        """Return the names of one language, the display name first."""
        own = self.de if language == "de" else self.en
        return (self.name, *self.names, *own)


class EntityRows(Mapping[str, EntityRow]):
    """The rows by id, each made when it is first asked for: an article names few of them."""

    def __init__(self, raw: Mapping[str, tuple[Path, Any]]) -> None:
        self._raw = raw
        self._made: dict[str, EntityRow] = {}

    def __getitem__(self, row_id: str) -> EntityRow:
        made = self._made.get(row_id)
        if made is None:
            path, values = self._raw[row_id]
            made = self._made[row_id] = build_row(path, row_id, values, EntityRow)
        return made

    def __contains__(self, row_id: object) -> bool:
        return row_id in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def check(self) -> None:
        """Raise TableError, naming file and row, when any row is wrong."""
        for row_id, (path, _) in self._raw.items():
            check(path, self[row_id])
        check_links(FOLDER, self)


@cache
def entities() -> EntityRows:
    """Return all rows by id, files in the order of their names.

    Raises TableError when an id stands in two files; `check` looks into the rows.
    """
    rows: dict[str, tuple[Path, Any]] = {}
    for path in files():
        for row_id, values in read_toml(path).items():
            if row_id in rows:
                raise TableError(f"{path}: [{row_id}]: the id is already in another file")
            rows[row_id] = path, values
    return EntityRows(rows)


def files() -> list[Path]:
    """Return the files that hold the rows, in the order of their names."""
    return sorted(FOLDER.glob("entities*.toml"))


def check(path: Path, row: EntityRow) -> None:
    """Raise TableError unless the row has a name and a kind that exists."""
    if not row.name:
        raise TableError(f"{path}: [{row.id}]: name is missing")
    for name in (*row.words("de"), *row.words("en"), *row.adjectives_de, *row.adjectives_en):
        if not any(letter.isalnum() for letter in name):
            raise TableError(f"{path}: [{row.id}]: {name!r} is no name")
    if row.kind not in KINDS:
        raise TableError(f"{path}: [{row.id}]: kind = {row.kind!r} is none of {sorted(KINDS)}")


def check_links(path: Path, rows: Mapping[str, EntityRow]) -> None:
    """Raise TableError when a row names an owner or a wider place that has no row."""
    for row in rows.values():
        for key, other in (("owner", row.owner), ("within", row.within)):
            if other and other not in rows:
                raise TableError(f"{path}: [{row.id}]: {key} = {other!r} has no row")
