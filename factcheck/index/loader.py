"""Reads claims and documents back from the store."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from datetime import date
from operator import itemgetter

from factcheck.index import codec
from factcheck.index.store import Store
from factcheck.model import Claim, Document


def load_claims(store: Store, numbers: Iterable[int]) -> list[tuple[Claim, int | None]]:
    """Return claims by number, each with the number of its text, in order of their places.

    A document id that several documents of the index have is told apart by "#2" and so on,
    in order of content.
    """
    names: dict[int, str] = {}
    found = []
    for number in numbers:
        document, text, data, sentence, start = store.query(
            "SELECT c.document, c.text, c.data, s.text, s.start FROM claims c"
            " JOIN sentences s ON c.sentence = s.id WHERE c.id = ?",
            (number,),
        ).fetchone()
        if document not in names:
            names[document] = _document_id(store, document)
        claim = codec.decode(data, names[document], sentence, start)
        found.append((claim.document, claim.start, claim.end, data, number, claim, text))
    found.sort(key=itemgetter(slice(5)))
    return [(claim, text) for *_, claim, text in found]


def load_documents(store: Store, claims: Iterable[int]) -> list[Document]:
    """Return the documents of claims, by the claims' numbers, in order of id."""
    sql = "SELECT document FROM claims WHERE id = ?"
    numbers = sorted({store.query(sql, (claim,)).fetchone()[0] for claim in claims})
    documents = (_document(store, number) for number in numbers)
    return sorted(documents, key=lambda document: document.id)


def _document_id(store: Store, document: int) -> str:
    """Return a document's id, made unique by content where others have the same."""
    key, before = store.query(
        "SELECT d.key, (SELECT count(*) FROM documents e JOIN files g ON e.file = g.id"
        " WHERE e.key = d.key AND (e.digest, g.path) < (d.digest, f.path))"
        " FROM documents d JOIN files f ON d.file = f.id WHERE d.id = ?",
        (document,),
    ).fetchone()
    return f"{key}#{before + 1}" if before else str(key)


def _document(store: Store, number: int) -> Document:
    sql = "SELECT data, text FROM documents WHERE id = ?"
    data, text = store.query(sql, (number,)).fetchone()
    fields = json.loads(data)
    day = fields.pop("published")
    fields["id"] = _document_id(store, number)
    return Document(
        **fields,
        published=date.fromisoformat(day) if day else None,
        text=zlib.decompress(text).decode("utf-8", "surrogatepass"),
    )
