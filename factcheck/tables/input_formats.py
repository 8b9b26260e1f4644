"""The file formats that articles are read from, by suffix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class InputFormat:
    """One format; `suffixes` are lower case with their dot, "" for a name without one."""

    id: str
    suffixes: tuple[str, ...]
    module: str = ""
    needs: tuple[str, ...] = ()
    article: bool = True


@cache
def input_formats() -> dict[str, InputFormat]:
    """Return the formats by suffix."""
    rows = load_rows(Path(__file__).with_suffix(".toml"), InputFormat)
    return {suffix: row for row in rows.values() for suffix in row.suffixes}
