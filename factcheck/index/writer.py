"""Puts files into the store and takes them out again."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from factcheck.index import codec
from factcheck.index.store import Store
from factcheck.keys import About, about, number_of
from factcheck.model import Claim, Document

_PLACE = struct.Struct("<iiddq")  # start, end, low, high, tie: the same for all keys of a claim
_KEY = struct.Struct("<q")  # hash times two, plus one when the key is open
KeyRow = tuple[int, int, int, int, float, float, int]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file as it was read: its documents, and the claims of each. Picklable.

    `path` identifies the file in the index; `root` is the path named by the user under which it
    was found; `digest` is a hash of its bytes.
    """

    path: str
    root: str
    digest: bytes
    documents: tuple[Document, ...] = ()
    claims: tuple[tuple[Claim, ...], ...] = ()


class Writer:
    """Writes within one transaction of the store, and `finish`es it; make a new one for the next.

    Rows are numbered here and written many at a time, which takes a third less. Blocking keys
    are held back to the end and written in their order, so that each page of the table is
    touched once.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: dict[tuple[str, str], int] = {}
        self._last: dict[str, int] = {}  # table -> the highest number of its rows
        self._keys: list[tuple[int | float, ...]] = []

    def put(self, entry: FileEntry) -> None:
        """Add a file, or replace what was there under its path."""
        self.drop(entry.path)
        sql = "INSERT INTO files (path, root, digest) VALUES (?, ?, ?)"
        file = self._store.insert(sql, (entry.path, entry.root, entry.digest))
        for document, claims in zip(entry.documents, entry.claims, strict=True):
            self._put_document(file, document, claims)

    def finish(self) -> None:
        """Write what is still held back."""
        sql = "INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        self._store.query_many(sql, sorted(self._keys))
        self._keys.clear()

    def drop(self, path: str) -> bool:
        """Remove a file with all that it held; say whether it was there."""
        inside = (
            " FROM claims WHERE document IN (SELECT d.id FROM documents d"
            " JOIN files f ON d.file = f.id WHERE f.path = ?)"
        )
        claims = self._store.rows("SELECT id, keys" + inside, (path,))
        if claims:
            self.finish()  # the file may have been put a moment ago
        for claim, keys in claims:
            self._store.query_many(
                "DELETE FROM keys WHERE hash = ? AND open = ? AND start = ? AND end = ?"
                " AND low = ? AND high = ? AND tie = ? AND claim = ?",
                [(*key, claim) for key in unpack_keys(keys)],
            )
        self._store.query("DELETE" + inside, (path,))
        return self._store.query("DELETE FROM files WHERE path = ?", (path,)).rowcount > 0

    def _put_document(self, file: int, document: Document, claims: Sequence[Claim]) -> None:
        fields = asdict(document)
        text = fields.pop("text").encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(text, digest_size=16).digest()
        fields["published"] = document.published and document.published.isoformat()
        row = self._store.insert(
            "INSERT INTO documents (file, key, digest, data, text) VALUES (?, ?, ?, ?, ?)",
            (file, document.id, digest, json.dumps(fields), zlib.compress(text)),
        )
        sentences: dict[tuple[int, str], int] = {}
        rows = []
        for number, claim in enumerate(claims):
            place = (claim.sentence_start, claim.sentence)
            if place not in sentences:
                sentences[place] = self._next("sentences")
            rows.append(self._claim_row(row, sentences[place], _tie(digest, number), claim))
        self._store.query_many(
            "INSERT INTO sentences (id, document, start, text) VALUES (?, ?, ?, ?)",
            [(number, row, *place) for place, number in sentences.items()],
        )
        self._store.query_many(
            "INSERT INTO claims (id, document, sentence, text, kind, gap, start, tie, data, keys)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _claim_row(self, document: int, sentence: int, tie: int, claim: Claim) -> tuple[Any, ...]:
        """Return the claim's row; its keys are held back."""
        row, asked = self._next("claims"), about(claim)
        keys = _key_rows(asked, tie)
        self._keys += [(*key, row) for key in keys]
        return (
            row,
            document,
            sentence,
            self._number("texts", "text", asked.text) if asked.text else None,
            self._number("kinds", "kind", asked.kind),
            asked.gap,
            asked.order[0],
            tie,
            codec.encode(claim),
            pack_keys(keys),
        )

    def _number(self, table: str, column: str, value: str) -> int:
        """Return the number of a text or kind, giving it the next one if it is new."""
        number = self._numbers.get((table, value))
        if number is None:
            sql = f"SELECT id FROM {table} WHERE {column} = ?"
            found = self._store.query(sql, (value,)).fetchone()
            number = found[0] if found else self._add(table, column, value)
            self._numbers[table, value] = number
        return number

    def _add(self, table: str, column: str, value: str) -> int:
        sql = f"INSERT INTO {table} (id, {column}) VALUES (?, ?)"
        return self._store.insert(sql, (self._next(table), value))

    def _next(self, table: str) -> int:
        """Return the number of the table's next row."""
        if table not in self._last:
            sql = f"SELECT coalesce(max(id), 0) FROM {table}"
            self._last[table] = self._store.query(sql).fetchone()[0]
        self._last[table] += 1
        return self._last[table]


def pack_keys(keys: Sequence[KeyRow]) -> bytes:
    """Return a claim's key rows as its own row keeps them, so that they can be removed with it."""
    if not keys:
        return b""
    return _PLACE.pack(*keys[0][2:]) + b"".join(_KEY.pack(key[0] * 2 + key[1]) for key in keys)


def unpack_keys(data: bytes) -> list[KeyRow]:
    """Return the key rows that `pack_keys` wrote."""
    if not data:
        return []
    start, end, low, high, tie = _PLACE.unpack_from(data)
    numbers = (number for (number,) in _KEY.iter_unpack(data[_PLACE.size :]))
    return [(number >> 1, number & 1, start, end, low, high, tie) for number in numbers]


def packed_numbers(data: bytes) -> tuple[int, ...]:
    """Return the keys alone that `pack_keys` wrote: number times two, plus one when open."""
    return tuple(number for (number,) in _KEY.iter_unpack(data[_PLACE.size :]))


def packed_order(data: bytes) -> tuple[int, int, float, float]:
    """Return start, end, low and high of the claim whose keys `pack_keys` wrote."""
    start, end, low, high, _ = _PLACE.unpack_from(data)
    return start, end, low, high


def _key_rows(claim: About, tie: int) -> list[KeyRow]:
    start, end, low, high, *_ = claim.order
    rows = (
        (number_of(key.kind, key.value, key.state), int(key.open), start, end, low, high, tie)
        for key in claim.keys or ()
    )
    return list(dict.fromkeys(rows))


def _tie(digest: bytes, number: int) -> int:
    """Return a number for a claim's place that does not depend on the order of adding."""
    return int.from_bytes(hashlib.blake2b(digest + b"%d" % number, digest_size=4).digest(), "big")
