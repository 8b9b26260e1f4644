"""What newspapers call one thing by several names, in either language, from concepts_*.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import read_toml

Names = tuple[tuple[str, str], ...]  # (language, word)

_FILES = ("concepts_nouns.toml", "concepts_words.toml")
_COLUMNS = ("de", "en")  # of a row, between its bars


@cache
def concepts() -> tuple[Names, ...]:
    """Return the names of each concept: of a term of several words, the last of them."""
    folder = Path(__file__).parent
    return tuple(row for name in _FILES for row in _rows(folder / name))


def _rows(path: Path) -> list[Names]:
    return [_row(path, row) for row in read_toml(path)["rows"]]


def _row(path: Path, row: str) -> Names:
    sides = row.split("|")
    if len(sides) != len(_COLUMNS):
        raise TableError(f"{path}: {row!r}: expected words of {' | '.join(_COLUMNS)}")
    names = (
        (language, word.rpartition("_")[2])
        for language, side in zip(_COLUMNS, sides, strict=True)
        for word in side.split()
    )
    return tuple(dict.fromkeys(names))
