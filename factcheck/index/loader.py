"""Reads claims and documents back from the store, many with one statement."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from factcheck.index import codec
from factcheck.index.store import Store
from factcheck.index.writer import packed_numbers, packed_order
from factcheck.keys import About, about
from factcheck.model import Claim, Document

_LISTED = " IN (SELECT value FROM json_each(?))"
_ROWS = (
    "SELECT c.id, c.document, c.text, t.text, k.kind, c.gap, c.keys, c.data, s.text, s.start"
    " FROM claims c JOIN sentences s ON c.sentence = s.id JOIN kinds k ON c.kind = k.id"
    f" LEFT JOIN texts t ON c.text = t.id WHERE c.id{_LISTED}"
)


class Loaded:
    """A stored claim: what pairing asks of it, the number of its text, and that of its document.

    The claim itself is made when it is first asked for: few of those found are ever compared.
    """

    def __init__(self, row: tuple[Any, ...], name: str) -> None:
        self.number, self.document, self.text, text, kind, gap, keys, self.data, *said = row
        self._said = name, *said
        if keys:
            order = (*packed_order(keys), name, *codec.place(self.data))
            self.about = About(text or "", kind, bool(gap), order, None, packed_numbers(keys))
        else:  # what it is about stands in its keys alone
            self.about = about(self.claim, numbers=())

    @cached_property
    def claim(self) -> Claim:
        """The claim as it was added, with the document's id in this archive."""
        return codec.decode(self.data, *self._said)

    @property
    def place(self) -> tuple[Any, ...]:
        """Where it stands among others: by article and place, then by content."""
        return *self.about.place, self.data, self.number


def load_claims(store: Store, numbers: Iterable[int], known: dict[int, Loaded]) -> list[Loaded]:
    """Return claims by number in order of their places.

    A document id that several documents of the index have is told apart by "#2" and so on,
    in order of content. `known` keeps what was read before: a warm check asks for the same again.
    """
    wanted = list(numbers)
    missing = [number for number in wanted if number not in known]
    rows = store.rows(_ROWS, (json.dumps(missing),))
    names = document_ids(store, {row[1] for row in rows})
    known.update((row[0], Loaded(row, names[row[1]])) for row in rows)
    return sorted((known[number] for number in wanted), key=lambda row: row.place)


def document_ids(store: Store, numbers: Iterable[int]) -> Mapping[int, str]:
    """Return documents' ids by number, made unique by content where others have the same."""
    rows = store.rows(
        "SELECT d.id, d.key, (SELECT count(*) FROM documents e WHERE e.key = d.key AND e.id <> d.id"
        " AND (e.digest, (SELECT path FROM files WHERE id = e.file))"
        " < (d.digest, (SELECT path FROM files WHERE id = d.file)))"
        f" FROM documents d WHERE d.id{_LISTED}",
        (json.dumps(list(numbers)),),
    )
    return {number: f"{key}#{before + 1}" if before else key for number, key, before in rows}


def documents_named(
    store: Store, numbers: Iterable[int], ids: Collection[str], urls: Collection[str]
) -> set[int]:
    """Return which of these documents were added with one of the ids or addresses."""
    rows = store.rows(
        f"SELECT id FROM documents WHERE id{_LISTED}"
        f" AND (key{_LISTED} OR json_extract(data, '$.url'){_LISTED})",
        [json.dumps(list(values)) for values in (numbers, ids, urls)],
    )
    return {number for (number,) in rows}


def load_documents(
    store: Store, names: Mapping[int, str], known: dict[int, Document]
) -> list[Document]:
    """Return documents by number, in order of id; `known` keeps what was read before.

    `names` has their ids as `document_ids` gives them.
    """
    rows = store.rows(
        f"SELECT id, data, text FROM documents WHERE id{_LISTED}",
        (json.dumps(list(names.keys() - known.keys())),),
    )
    known.update({number: _document(names[number], data, text) for number, data, text in rows})
    return sorted((known[number] for number in names), key=lambda document: document.id)


def _document(name: str, data: str, text: bytes) -> Document:
    fields = json.loads(data)
    day = fields.pop("published")
    return Document(
        **{**fields, "id": name},
        published=date.fromisoformat(day) if day else None,
        text=zlib.decompress(text).decode("utf-8", "surrogatepass"),
    )
