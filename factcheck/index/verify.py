"""Checks an archive: the store against itself, the vectors against the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from factcheck.index.store import Store
from factcheck.index.vectors import Vectors
from factcheck.index.writer import unpack_keys

if TYPE_CHECKING:
    from factcheck.index.archive import Encoder

_SAMPLE = 64  # texts encoded anew
_ALIKE = 0.98  # cosine that 8 bit codes keep


def faults(store: Store, vectors: Vectors, encoder: Encoder) -> Iterator[str]:
    """Yield one sentence per fault found; nothing for a sound archive."""
    yield from _store_faults(store)
    yield from _vector_faults(store, vectors, encoder)


def _store_faults(store: Store) -> Iterator[str]:
    for (answer,) in store.query("PRAGMA integrity_check(5)"):
        if answer != "ok":
            yield f"store: {answer}"
    for table, row, parent, _ in store.query("PRAGMA foreign_key_check"):
        yield f"store: row {row} of {table} belongs to no row of {parent}"
    expected = sum(
        len(set(unpack_keys(keys))) for (keys,) in store.query("SELECT keys FROM claims")
    )
    found = store.count("keys")
    if expected != found:
        yield f"store: {found} blocking keys where the claims have {expected}"


def _vector_faults(store: Store, vectors: Vectors, encoder: Encoder) -> Iterator[str]:
    texts = store.text_count()
    if texts > len(vectors):
        yield f"vectors: {texts - len(vectors)} texts have none yet; the next add makes them"
    if texts < len(vectors):
        yield f"vectors: {len(vectors) - texts} belong to no text"
    common = min(texts, len(vectors))
    step = max(1, common // _SAMPLE)
    numbers = range(0, common, step)
    if not numbers:
        return
    fresh = encoder.encode([store.texts(number, 1)[0] for number in numbers])
    cosines = np.einsum("ij,ij->i", fresh, vectors.rows(list(numbers)))
    wrong = [number + 1 for number, cosine in zip(numbers, cosines, strict=True) if cosine < _ALIKE]
    if wrong:
        yield f"vectors: {len(wrong)} of {len(numbers)} differ from their text, first {wrong[0]}"
