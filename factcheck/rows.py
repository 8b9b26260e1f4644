"""Reads a TOML file into typed rows; a wrong row is named by file, table and key."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from factcheck import cache
from factcheck.errors import TableError

R = TypeVar("R")

_OWN = Path(__file__).parent


def read_toml(path: Path) -> dict[str, Any]:
    """Return the parsed file; TableError names the file and line when it is not TOML.

    What the package's own files say is kept in the cache, under a fingerprint of their text:
    parsing them takes a tenth of a short run.
    """
    try:
        content = path.read_bytes()
        if _OWN not in path.parents:
            return _parse(content)
        name = f"tables/{path.parent.name}-{path.stem}.json"
        key = cache.digest(content)
        found = cache.load(name, key)
        if isinstance(found, dict):
            return found
        parsed = _parse(content)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}") from error
    cache.save(name, key, parsed)
    return parsed


def _parse(content: bytes) -> dict[str, Any]:
    return tomllib.loads(content.decode().replace("\r\n", "\n").replace("\r", "\n"))


def load_rows(path: Path, row_type: type[R]) -> dict[str, R]:
    """Return the rows of a file whose top-level tables are the rows, keyed by id.

    `row_type` is a dataclass with an `id: str` field; the other fields are the keys that a row
    may have. Lists become tuples. TableError names file, table and key of a wrong row.
    """
    return {
        row_id: build_row(path, row_id, values, row_type)
        for row_id, values in read_toml(path).items()
    }


def build_row(path: Path, row_id: str, values: Any, row_type: type[R]) -> R:
    """Return one row, its keys and types checked against the dataclass."""
    if not isinstance(values, dict):
        raise TableError(f"{path}: [{row_id}]: expected a table, found {values!r}")
    hints = _hints(row_type)  # type: ignore[arg-type]
    for key, value in values.items():
        if key not in hints or key == "id":
            near = difflib.get_close_matches(key, hints, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise TableError(f"{path}: [{row_id}]: unknown key {key!r}{hint}")
        if not _fits(value, hints[key]):
            raise TableError(f"{path}: [{row_id}]: {key} = {value!r} is not {hints[key]}")
    frozen = {key: _freeze(value) for key, value in values.items()}
    if "id" in hints:
        frozen["id"] = row_id
    try:
        return row_type(**frozen)
    except TypeError as error:
        raise TableError(f"{path}: [{row_id}]: {error}") from error


@functools.cache
def _hints(row_type: type) -> Mapping[str, Any]:
    hints = get_type_hints(row_type)
    return {f.name: hints[f.name] for f in dataclasses.fields(row_type)}


def _fits(value: Any, hint: Any) -> bool:
    return _check(hint)(value)


@functools.cache
def _check(hint: Any) -> Callable[[Any], bool]:
    """Return the check of one type; taking a type apart costs more than the check."""
    origin = get_origin(hint)
    if origin is tuple:
        item = _check(get_args(hint)[0])
        return lambda value: isinstance(value, list) and all(map(item, value))
    if origin in (dict, Mapping):
        item = _check(get_args(hint)[1])
        return lambda value: isinstance(value, dict) and all(map(item, value.values()))
    if hint is float or hint is int:
        number = (int, float) if hint is float else int
        return lambda value: isinstance(value, number) and not isinstance(value, bool)
    if isinstance(hint, type):
        return lambda value: isinstance(value, hint)
    parts = [_check(part) for part in get_args(hint)]
    return lambda value: any(part(value) for part in parts)


def _freeze(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_freeze(v) for v in value)
    if isinstance(value, dict):
        return {key: _freeze(v) for key, v in value.items()}
    return value
