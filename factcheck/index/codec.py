"""Writes claims as JSON and reads them back without loss, whatever fields the model has."""

from __future__ import annotations

import dataclasses
import json
import re
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from factcheck.model import Claim, NumericClaim, RelationalClaim

_TYPES: Mapping[str, type[Claim]] = {"n": NumericClaim, "r": RelationalClaim}
_LETTERS = {row_type: letter for letter, row_type in _TYPES.items()}
_ELSEWHERE = frozenset({"document", "sentence", "sentence_start"})  # columns of the store
_MISSING = dataclasses.MISSING
_JSON = json.JSONEncoder(separators=(",", ":"))
_PLAIN = frozenset({str, int, float, bool, type(None)})
_PLACE = re.compile(rb'\["[a-z]",\{"start":(\d+),"end":(\d+)')
_HEAD = 64  # bytes in which the place stands

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
    text = _JSON.encode([_LETTERS[type(claim)], kept])
    packer = zlib.compressobj(level=6, wbits=-15, zdict=_COMMON)
    return packer.compress(text.encode()) + packer.flush()


def place(data: bytes) -> tuple[int, int]:
    """Return where the packed claim starts and ends, without reading the rest of it."""
    head = zlib.decompressobj(wbits=-15, zdict=_COMMON).decompress(data, _HEAD)
    found = _PLACE.match(head)
    if found is None:
        raise ValueError(f"not a claim: {head!r}")
    return int(found[1]), int(found[2])


def decode(data: bytes, document: str, sentence: str, sentence_start: int) -> Claim:
    """Return the claim that `encode` wrote; ValueError, KeyError or zlib.error if it is not one."""
    text = zlib.decompressobj(wbits=-15, zdict=_COMMON).decompress(data)
    letter, fields = json.loads(text.decode())
    fields |= {"document": document, "sentence": sentence, "sentence_start": sentence_start}
    claim: Claim = _made(_TYPES[letter], fields)
    return claim


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
    if type(value) in _PLAIN:
        return value
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


def _made(row_type: Any, fields: dict[str, Any]) -> Any:
    """Return the dataclass of these plain values; a field of a later version is left out."""
    builders = _builders(row_type)
    if not fields.keys() <= builders.keys():
        fields = {name: value for name, value in fields.items() if name in builders}
    for name, value in fields.items():
        build = builders[name]
        if build is not None and value is not None:
            fields[name] = build(value)
    return row_type(**fields)


@cache
def _builders(row_type: Any) -> Mapping[str, Callable[[Any], Any] | None]:
    """Return what turns each field's plain value into the real one; None where it is that."""
    hints = get_type_hints(row_type)
    return {f.name: _builder(_meant(hints[f.name])) for f in dataclasses.fields(row_type)}


def _meant(hint: Any) -> Any:
    """Return what `X | None` holds when it holds something."""
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _builder(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) is tuple:
        inner = _builder(get_args(hint)[0])
        return tuple if inner is None else lambda items: tuple(map(inner, items))
    if hint is date:
        return date.fromordinal
    if dataclasses.is_dataclass(hint):
        return partial(_made, hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return None
