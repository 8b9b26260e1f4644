"""What every name of the entity table looks like in a text: cases, adjectives, towns' people.

Working it out for thousands of rows takes longer than reading an article, so it is kept in the
cache under a fingerprint of the tables, the words and this module.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import cache
from factcheck.lang.base import word_file
from factcheck.lang.entities import words_of
from factcheck.tables.entities import EntityRow, EntityRows, files
from factcheck.vocab import words
from factcheck.vocab.words import atoms

_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "s", "n", "in", "innen")
_INFLECTED = re.compile(
    r"(?:[a-zäöüß]*(?:isch|sch|ig|lich|al|igt|int|eut|eu|ot|och|ah|eiß))(?=e[rsnm]?$)", re.I
)
_FORM = b"2"  # of what is kept; an older program may be running beside this one
_MISSPELT_KINDS = frozenset({"company", "institution", "product", "media"})

Raw = dict[str, Any]  # what JSON can hold of a language's names


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity, cut into atoms. `common` names are ordinary words as well."""

    atoms: tuple[str, ...]
    entity: str
    how: str = "name"
    common: bool = False


def kept_forms(rows: EntityRows, language: str) -> Raw:
    """Return the forms of the program's own rows, from the cache where it has them.

    Raises TableError when a row is wrong.
    """
    name, key = f"tables/entity-names-{language}.json", _fingerprint(language)
    found = cache.load(name, key)
    if isinstance(found, dict):
        return found
    rows.check()
    made = forms(rows, language)
    cache.save(name, key, made)
    return made


def _fingerprint(language: str) -> str:
    code = (Path(__file__), Path(words.__file__))
    sources = (*files(), word_file(language, "entities"), *code)
    return cache.digest(_FORM, *(path.read_bytes() for path in sources))


def forms(rows: Mapping[str, EntityRow], language: str) -> Raw:
    """Return names (first atom -> names, longest first), towns and names that may be misspelt."""
    names: dict[str, dict[tuple[str, ...], Name]] = defaultdict(dict)
    for row in rows.values():
        for name in _names(row, language):
            names[name.atoms[0]].setdefault(name.atoms, name)
    return {
        "names": {first: _ordered(found.values()) for first, found in names.items()},
        "towns": _towns(rows, language),
        "misspelt": _misspelt((n for found in names.values() for n in found.values()), rows),
    }


def _ordered(names: Iterable[Name]) -> str:
    """Return the names in one text, which is read back faster than lists."""
    longest_first = sorted(names, key=lambda name: -len(name.atoms))
    return "\n".join(
        "\t".join((" ".join(n.atoms), n.entity, n.how, "common" if n.common else ""))
        for n in longest_first
    )


def made(text: str) -> tuple[Name, ...]:
    """Return the names that `forms` wrote in one text."""
    lines = (line.split("\t") for line in text.split("\n"))
    return tuple(
        Name(tuple(cut.split(" ")), entity, how, bool(common)) for cut, entity, how, common in lines
    )


def _misspelt(names: Iterable[Name], rows: Mapping[str, EntityRow]) -> dict[str, list[list[str]]]:
    """Return initial -> atom and entity of the names in one word that a slip may have changed."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for name in names:
        plain = len(name.atoms) == 1 and not name.common and name.how != "adjective"
        if plain and rows[name.entity].kind in _MISSPELT_KINDS:
            found[name.atoms[0][0].lower()].append([name.atoms[0], name.entity])
    return dict(found)


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
    if language == "de" and _makes_adjective(row):
        yield Name((_town_adjective(row.name),), row.id, "adjective")


def _makes_adjective(row: EntityRow) -> bool:
    own = row.adjectives_de or row.name in row.common  # "Burger" is no citizen of Burg
    return row.kind == "place" and not own and row.name.isalpha()


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


def _towns(rows: Mapping[str, EntityRow], language: str) -> dict[str, list[str]]:
    places = {row.name: row for row in rows.values() if row.kind == "place"}
    towns: dict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        for town in row.headquarters:
            place = places.get(town)
            for form in _town_forms(town, place, language):
                towns[form].append(row.id)
    return dict(towns)


def _town_forms(town: str, place: EntityRow | None, language: str) -> tuple[str, ...]:
    if language == "en":
        return (place.en or (town,)) if place is not None else (town,)
    if place is not None and place.adjectives_de:
        return place.adjectives_de
    return (_town_adjective(town),)
