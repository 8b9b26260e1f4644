"""Writes claims as JSON and reads them back without loss, whatever fields the model has."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from factcheck.model import Claim, NumericClaim, RelationalClaim

_TYPES: Mapping[str, type[Claim]] = {"n": NumericClaim, "r": RelationalClaim}
_LETTERS = {row_type: letter for letter, row_type in _TYPES.items()}
_ELSEWHERE = frozenset({"document", "sentence", "sentence_start"})  # columns of the store
_MISSING = dataclasses.MISSING


def encode(claim: Claim) -> str:
    """Return the claim as compact JSON, without what the store keeps in columns of its own."""
    fields = _as_dict(claim)
    kept = {key: value for key, value in fields.items() if key not in _ELSEWHERE}
    return json.dumps([_LETTERS[type(claim)], kept], ensure_ascii=False, separators=(",", ":"))


def decode(data: str, document: str, sentence: str, sentence_start: int) -> Claim:
    """Return the claim that `encode` wrote; ValueError or KeyError when it is not one."""
    letter, fields = json.loads(data)
    values = {name: _build(hint, fields[name]) for name, hint in _hints(_TYPES[letter], fields)}
    return _TYPES[letter](
        document=document, sentence=sentence, sentence_start=sentence_start, **values
    )


def _as_dict(value: Any) -> dict[str, Any]:
    """Return a dataclass's fields as plain values; those at their default are left out."""
    found = {}
    row_type: Any = type(value)
    for name, default in _defaults(row_type):
        item = getattr(value, name)
        if default is _MISSING or item != default:
            found[name] = _plain(item)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, StrEnum):
        return value.value
    if dataclasses.is_dataclass(value):
        return _as_dict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _defaults(row_type: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(row_type))


def _hints(row_type: type, fields: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the known fields that are present; one of a later version is ignored."""
    hints = _all_hints(row_type)
    return [(name, hints[name]) for name in fields if name in hints]


@cache
def _all_hints(row_type: type) -> Mapping[str, Any]:
    hints = get_type_hints(row_type)
    return {field.name: _meant(hints[field.name]) for field in dataclasses.fields(row_type)}


def _meant(hint: Any) -> Any:
    """Return what `X | None` holds when it holds something."""
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _rebuild(row_type: Any, value: Mapping[str, Any]) -> Any:
    return row_type(**{name: _build(hint, value[name]) for name, hint in _hints(row_type, value)})


def _build(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(_build(inner, item) for item in value)
    if hint is date:
        return date.fromordinal(value)
    if dataclasses.is_dataclass(hint):
        return _rebuild(hint, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value
