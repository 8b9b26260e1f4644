"""The names of all entities as one lookup by first word, a language at a time.

An editor's own rows come from a TOML file of the same form (`use_extra`). A row of that file
adds names to the row with the same id, or makes a new entity, which needs `name` and `kind`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.model import Entity
from factcheck.rows import load_rows
from factcheck.tables.entities import EntityRow, check, check_links, entities
from factcheck.vocab.entity_names import Name, Raw, forms, kept_forms, made
from factcheck.vocab.words import atoms


class Lexicon:
    """All names of one language; made into rows and names as they are asked for."""

    def __init__(self, language: str, rows: Mapping[str, EntityRow], raw: Raw) -> None:
        self.language = language
        self.rows = rows
        # "Redmonder" -> who sits there
        self.towns = {form: tuple(ids) for form, ids in raw["towns"].items()}
        self.misspelt: Mapping[str, list[list[str]]] = raw["misspelt"]  # initial -> name, entity
        self._raw: Mapping[str, str] = raw["names"]
        self._names: dict[str, tuple[Name, ...]] = {}

    def starting(self, atom: str) -> tuple[Name, ...]:
        """Return the names that begin with this atom, longest first."""
        found = self._names.get(atom)
        if found is None:
            if atom not in self._raw:  # most words: they are not kept, there is no end of them
                return ()
            found = self._names[atom] = made(self._raw[atom])
        return found

    def may_start(self, atom: str) -> bool:
        """Say whether a name can begin with this atom as it is, in the genitive or in capitals."""
        return atom in self._raw or atom.endswith("s") or atom.isupper()

    def entity(self, entity_id: str) -> Entity:
        """Return the entity of a row."""
        row = self.rows[entity_id]
        return Entity(row.id, row.name, row.kind)


_extra: Path | None = None
_stamp: tuple[str, int, int] | None = None  # of the file as read; the same file is read once


def use_extra(path: Path | str | None) -> None:
    """Add an editor's own rows from here on; None takes them away again.

    Raises TableError, naming file, row and key, when a row is wrong, a new row has no name or
    kind, or a name already means another entity.
    """
    global _extra, _stamp
    stamp = _stamp_of(Path(path)) if path is not None else None
    if (stamp is not None and stamp == _stamp) or (path is None and _extra is None):
        return
    rows = _merged(Path(path)) if path is not None else entities()
    for language in ("de", "en"):
        check_clashes(rows.values(), language, Path(path) if path is not None else None)
    _extra, _stamp = (Path(path) if path is not None else None), stamp
    _lexicon.cache_clear()


def _stamp_of(path: Path) -> tuple[str, int, int] | None:
    if not path.exists():
        return None
    status = path.stat()
    return str(path), status.st_mtime_ns, status.st_size


def lexicon(language: str) -> Lexicon:
    """Return the lookup of one language; a language without names of its own gets German."""
    return _lexicon(language if language in ("de", "en") else "de")


@cache
def _lexicon(language: str) -> Lexicon:
    if _extra is None:
        return Lexicon(language, entities(), kept_forms(entities(), language))
    rows = _merged(_extra)
    return Lexicon(language, rows, forms(rows, language))


def _merged(path: Path) -> dict[str, EntityRow]:
    rows = dict(entities())
    for row_id, own in load_rows(path, EntityRow).items():
        row = _join(rows[row_id], own) if row_id in rows else own
        check(path, row)
        rows[row_id] = row
    check_links(path, rows)
    return rows


def _join(row: EntityRow, own: EntityRow) -> EntityRow:
    """Return the row with the lists of both; single values of the editor's row win."""
    joined = {}
    for key in (field.name for field in fields(EntityRow)):
        old, new = getattr(row, key), getattr(own, key)
        joined[key] = old + new if isinstance(old, tuple) else (new or old)
    if own.name and own.name != row.name:
        joined["names"] = (*joined["names"], row.name)
    return EntityRow(**joined)


def check_clashes(rows: Iterable[EntityRow], language: str, path: Path | None) -> None:
    """Raise TableError, naming file, row and name, when a name means two entities."""
    owner: dict[tuple[str, ...], str] = {}
    for row in rows:
        for word in row.words(language):
            key = tuple(atom.text for atom in atoms(word))
            other = owner.setdefault(key, row.id)
            if other != row.id:
                where = path or "tables/entities*.toml"
                raise TableError(f"{where}: [{row.id}]: {word!r} already means [{other}]")
