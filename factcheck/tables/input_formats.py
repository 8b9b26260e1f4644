"""The file formats that articles are read from, by suffix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

_HEAD = 100  # bytes looked at


@dataclass(frozen=True, slots=True)
class InputFormat:
    """One format; `suffixes` are lower case with their dot, "" for a name without one.

    `begins` are the first letters, in lower case, of its files.
    """

    id: str
    suffixes: tuple[str, ...]
    module: str = ""
    needs: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    article: bool = True


@cache
def input_formats() -> dict[str, InputFormat]:
    """Return the formats by suffix."""
    rows = load_rows(Path(__file__).with_suffix(".toml"), InputFormat)
    return {suffix: row for row in rows.values() for suffix in row.suffixes}


def suffix_of(data: bytes) -> str:
    """Return a suffix for bytes without a name, by how they begin; "" for text."""
    head = data[:_HEAD].decode("latin-1").lstrip("\xef\xbb\xbf \t\r\n").lower()
    rows = {row.id: row for row in input_formats().values()}.values()
    return next((row.suffixes[0] for row in rows if head.startswith(row.begins or ("\0",))), "")
