"""Writes claims as JSON and reads them back without loss, whatever fields the model has."""

from __future__ import annotations

import dataclasses
import json
import zlib
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

# What claims have in common, so that packing one by one costs little. Part of the format: a store
# can only be read with the text that wrote it, so a new one needs a new schema version.
_COMMON = (
    b'["r",{"start":,"end":,"quote":"","language":"en","kind":"bullet","kind":"heading","kind":'
    b'"title","attribution":"","modality":"announced","modality":"possible","modality":"reported",'
    b'"modality":"forecast","modality":"denied","negated":true,"changed":true,"confidence":0.85,'
    b'"predicate":"development","state":"starts","state":"ends","state":"grows","state":"shrinks",'
    b'"state":"holds","polarity":-1,"recipient":null,"object_text":"","attributes":[["thing","'
    b'company"]],"resolved":"stated","label":"2025","resolved":"relative","granularity":"quarter",'
    b'"granularity":"year","granularity":"month","anchor":"since","anchor":"until",'
    b'"scope":"","role":"from","role":"to","dimension":"percent","dimension":"count","noun":'
    b'"person","hedge":"about","hedge":"over","low_open":true,"high":Infinity,"low":-Infinity,'
    b'"kind":"unknown"},"object":{"id":"text:","name":"","kind":"person"},"names":["company:'
    b'"nouns":["","metric_text":"","aspect":"change","aspect":"share","aspect":"count",'
    b'["n",{"start":1,"end":1,"quote":"Milliarden Dollar","subject":{"id":"","name":"","kind":'
    b'"company"},"period":{"start":739603,"end":739603,"granularity":"day","resolved":'
    b'"publication"},"confidence":0.9,"metric":"","quantity":{"low":10000000000.0,"high":'
    b'10500000000.0,"unit":"USD","dimension":"money","high_open":true,"value":10000000000.0,'
    b'"digits":2}}]'
)


def encode(claim: Claim) -> bytes:
    """Return the claim packed, without what the store keeps in columns of its own."""
    fields = _as_dict(claim)
    kept = {key: value for key, value in fields.items() if key not in _ELSEWHERE}
    text = json.dumps([_LETTERS[type(claim)], kept], separators=(",", ":"))
    packer = zlib.compressobj(level=6, wbits=-15, zdict=_COMMON)
    return packer.compress(text.encode()) + packer.flush()


def decode(data: bytes, document: str, sentence: str, sentence_start: int) -> Claim:
    """Return the claim that `encode` wrote; ValueError, KeyError or zlib.error if it is not one."""
    text = zlib.decompressobj(wbits=-15, zdict=_COMMON).decompress(data)
    letter, fields = json.loads(text)
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
