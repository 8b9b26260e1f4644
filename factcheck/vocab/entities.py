"""The names of all entities as one lookup by first word, a language at a time.

An editor's own rows come from a TOML file of the same form (`use_extra`). A row of that file
adds names to the row with the same id, or makes a new entity, which needs `name` and `kind`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.lang.entities import words_of
from factcheck.model import Entity
from factcheck.rows import load_rows
from factcheck.tables.entities import EntityRow, check, check_owners, entities
from factcheck.vocab.words import atoms

_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "s", "n", "in", "innen")
_INFLECTED = re.compile(
    r"(?:[a-zäöüß]*(?:isch|sch|ig|lich|al|igt|int|eut|eu|ot|och|ah|eiß))(?=e[rsnm]?$)", re.I
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity, cut into atoms. `common` names are ordinary words as well."""

    atoms: tuple[str, ...]
    entity: str
    how: str = "name"
    common: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All names of one language."""

    language: str
    rows: Mapping[str, EntityRow]
    names: Mapping[str, tuple[Name, ...]]  # by first atom, longest first
    towns: Mapping[str, tuple[str, ...]]  # "Redmonder" -> companies that sit there

    def starting(self, atom: str) -> tuple[Name, ...]:
        """Return the names that begin with this atom, longest first."""
        return self.names.get(atom, ())

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
    rows = _merged(_extra) if _extra is not None else entities()
    names: dict[str, dict[tuple[str, ...], Name]] = defaultdict(dict)
    for row in rows.values():
        for name in _names(row, language):
            names[name.atoms[0]].setdefault(name.atoms, name)
    ordered = {
        first: tuple(sorted(found.values(), key=lambda name: -len(name.atoms)))
        for first, found in names.items()
    }
    return Lexicon(language, rows, ordered, _towns(rows, language))


def _merged(path: Path) -> dict[str, EntityRow]:
    rows = dict(entities())
    for row_id, own in load_rows(path, EntityRow).items():
        row = _join(rows[row_id], own) if row_id in rows else own
        check(path, row)
        rows[row_id] = row
    check_owners(path, rows)
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


def _names(row: EntityRow, language: str) -> Iterator[Name]:
    for word in row.words(language):
        cut = tuple(atom.text for atom in atoms(word))
        how = "name" if word == row.name else "alias"
        yield Name(cut, row.id, how, _is_common(row, word, language))
        if language == "de":
            for variant in _inflected(cut):
                yield Name(variant, row.id, how)
    stems = row.adjectives_de if language == "de" else row.adjectives_en
    for stem in stems:
        yield from _adjectives(row.id, stem, language)
    if language == "de" and row.kind == "place" and not row.adjectives_de and row.name.isalpha():
        yield Name((_town_adjective(row.name),), row.id, "adjective")


def _is_common(row: EntityRow, word: str, language: str) -> bool:
    first, _, rest = word.partition(" ")
    article = first.lower() in words_of(language, "definite") and rest in row.common
    return article or word in row.common


def _inflected(cut: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the cases of a name that begins with an adjective ("Deutschen Bank")."""
    if len(cut) > 1 and (stem := _INFLECTED.match(cut[0])) and cut[0] != stem.group():
        for ending in ("e", "en", "er", "em", "es"):
            if (form := stem.group() + ending) != cut[0]:
                yield (form, *cut[1:])


def _adjectives(entity: str, stem: str, language: str) -> Iterator[Name]:
    cut = tuple(atom.text for atom in atoms(stem))
    for ending in _ADJECTIVE_ENDINGS if language == "de" else ("", "s"):
        last = cut[-1] + ending
        yield Name((*cut[:-1], last), entity, "adjective")
        if language == "de" and last[0].islower():
            yield Name((*cut[:-1], last[0].upper() + last[1:]), entity, "adjective")


def _town_adjective(town: str) -> str:
    return town + "r" if town.endswith("e") else town + "er"


def _towns(rows: Mapping[str, EntityRow], language: str) -> dict[str, tuple[str, ...]]:
    places = {row.name: row for row in rows.values() if row.kind == "place"}
    towns: dict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        for town in row.headquarters:
            place = places.get(town)
            for form in _town_forms(town, place, language):
                towns[form].append(row.id)
    return {form: tuple(ids) for form, ids in towns.items()}


def _town_forms(town: str, place: EntityRow | None, language: str) -> tuple[str, ...]:
    if language == "en":
        return (place.en or (town,)) if place is not None else (town,)
    if place is not None and place.adjectives_de:
        return place.adjectives_de
    return (_town_adjective(town),)
