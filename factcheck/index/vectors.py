"""The vectors of the canonical texts, in one FAISS file that the store can always rebuild.

Row n is the text with number n + 1. Up to EXACT_UP_TO rows the search is exact; beyond, an
inverted index with 8 bit codes, trained on the rows themselves, trained anew when the rows have
grown fourfold. docs/performance.md has the measurements behind the figures.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from factcheck.errors import IndexDamagedError

FloatRows = NDArray[np.float32]
EXACT_UP_TO = 20_000
GROWTH = 4  # train anew when there are so many times the rows of the last training
PROBES = 64  # lists looked into for a query
_LISTS = 2  # lists of the inverted index, times the square root of the rows
_SAMPLE = 48  # training rows a list
_MOVED = 8192  # rows that change from one form to the next at a time


class Vectors:
    """Rows of length 1, searched by cosine. One process writes; many may read the file."""

    def __init__(self, path: Path, dimensions: int) -> None:
        self.path = path
        self.dimensions = dimensions
        self._index: Any = _read(path, dimensions) if path.exists() else None
        if self._index is None:
            self._index = faiss.IndexFlatIP(dimensions)
        self._saved = len(self)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def exact(self) -> bool:
        """Say whether each row is compared."""
        return not isinstance(self._index, faiss.IndexIVF)

    @property
    def unsaved(self) -> int:
        """Return how many rows the file does not hold yet."""
        return len(self) - self._saved

    def add(self, rows: FloatRows) -> None:
        """Append rows, shape (n, dimensions); the index changes its form when it has grown."""
        if not len(rows):
            return
        self._index.add(np.ascontiguousarray(rows, dtype=np.float32))
        if len(self) > self._limit():
            self._train()

    def search(self, queries: FloatRows, k: int, below: int) -> list[list[tuple[int, float]]]:
        """Return for each query its nearest (row, cosine), best first, rows under `below` only."""
        if not len(self) or not len(queries):
            return [[] for _ in range(len(queries))]
        cosines, rows = self._index.search(np.ascontiguousarray(queries), min(k, len(self)))
        return [
            [(int(r), float(c)) for r, c in zip(found, scores, strict=True) if 0 <= r < below]
            for found, scores in zip(rows, cosines, strict=True)
        ]

    def rows(self, numbers: Sequence[int]) -> FloatRows:
        """Return rows by number, shape (n, dimensions), as near as the index keeps them."""
        wanted = np.asarray(numbers, dtype=np.int64)
        if not len(wanted):
            return np.empty((0, self.dimensions), np.float32)
        found: FloatRows = self._index.reconstruct_batch(wanted)
        return found

    def save(self) -> None:
        """Write the file beside its place and rename it, so that no reader sees a part of it."""
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        try:
            faiss.write_index(self._index, str(temporary))
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(self.path)
        except (OSError, RuntimeError) as error:
            temporary.unlink(missing_ok=True)
            raise IndexDamagedError(f"{self.path} cannot be written: {_first(error)}") from error
        self._saved = len(self)

    def _limit(self) -> int:
        """Return the number of rows up to which the present form serves."""
        return EXACT_UP_TO if self.exact else GROWTH * _trained_on(self._index)

    def _train(self) -> None:
        """Change to an inverted index trained on an even sample of the rows."""
        lists = _LISTS * math.isqrt(len(self))
        index = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(self.dimensions),
            self.dimensions,
            lists,
            faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )
        index.cp.min_points_per_centroid = 1  # no warning on standard error
        step = max(1, len(self) // (lists * _SAMPLE))
        index.train(self.rows(range(0, len(self), step)))
        for start in range(0, len(self), _MOVED):  # never all rows unpacked at once
            index.add(self._index.reconstruct_n(start, min(_MOVED, len(self) - start)))
        self._index = _ready(index)


def _ready(index: Any) -> Any:
    """Set what FAISS does not keep in the file."""
    if isinstance(index, faiss.IndexIVF):
        index.nprobe = PROBES
        index.make_direct_map()
    return index


def _trained_on(index: Any) -> int:
    """Return how many rows an inverted index had when trained: it has 2 lists a square root."""
    return int((index.nlist / _LISTS) ** 2)


def _read(path: Path, dimensions: int) -> Any:
    try:
        index = _ready(faiss.read_index(str(path)))
    except RuntimeError as error:
        raise IndexDamagedError(
            f"{path} is damaged or not a vector file: {_first(error)}; delete it, and the next "
            "`factcheck index add` builds it anew from the store"
        ) from error
    if index.d != dimensions:
        raise IndexDamagedError(
            f"{path} holds vectors of {index.d} numbers where the model makes {dimensions}"
        )
    return index


def _first(error: Exception) -> str:
    """Return the last part of FAISS's long messages, on one line."""
    return str(error).strip().splitlines()[-1].rpartition("Error: ")[2][-120:]
