"""What newspapers call one thing by several names, in either language, from concepts_*.toml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.cache import digest, load, save
from factcheck.errors import TableError
from factcheck.rows import read_toml

Names = tuple[tuple[str, str], ...]  # (language, word)

_FILES = ("concepts_nouns.toml", "concepts_words.toml")
_COLUMNS = ("de", "en")  # of a row, between its bars
_FOLDER = Path(__file__).parent
_KEPT = "tables/concepts-by-start.json"
_LAYOUT = b"1 3"  # part of the key: change it with what is kept, or START
START = 3  # letters that no stem loses
BAR = "|"  # between what names one thing in two languages, and between names kept


@cache
def concepts() -> tuple[Names, ...]:
    """Return the names of each concept: of a term of several words, the last of them."""
    return tuple(row for name in _FILES for row in _rows(_FOLDER / name))


@cache
def names_by_start() -> Mapping[str, str]:
    """Return the names in small letters by how they begin, each as "word language row".

    Kept between runs: all rows taken apart cost a twentieth of a short run, which asks for few.
    """
    key = digest(_LAYOUT, *((_FOLDER / name).read_bytes() for name in _FILES))
    kept = load(_KEPT, key)
    if isinstance(kept, dict):
        return kept
    found = _by_start()
    save(_KEPT, key, found)
    return found


def _by_start() -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for number, names in enumerate(concepts()):
        for language, name in names:
            word = name.lower()
            found[word[:START]].append(f"{word} {language} {number}")
    return {start: BAR.join(names) for start, names in found.items()}


def _rows(path: Path) -> list[Names]:
    return [_row(path, row) for row in read_toml(path)["rows"]]


def _row(path: Path, row: str) -> Names:
    sides = row.split(BAR)
    if len(sides) != len(_COLUMNS):
        raise TableError(f"{path}: {row!r}: expected words of {' | '.join(_COLUMNS)}")
    names = (
        (language, word.rpartition("_")[2])
        for language, side in zip(_COLUMNS, sides, strict=True)
        for word in side.split()
    )
    return tuple(dict.fromkeys(names))
