"""Finds the claims of the store that a draft's claims may be about, without reading the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from factcheck.index.store import Store
from factcheck.index.writer import hash_of
from factcheck.keys import About, BlockingKey

if TYPE_CHECKING:
    from factcheck.index.vectors import FloatRows, Vectors

HOT = 48  # rows of a block from which on only a part is read
WINDOW = 12  # rows read before and after the draft's place in a hot block
DISTINCT = 48  # distinct values read of the draft's own period
NEIGHBOURS = 12  # texts that a claim keeps
SEARCHED = 64  # texts looked at for it: the nearest may be of another kind
FLOOR = 0.6  # cosine below which texts are not about the same thing

_COLUMNS = "start, end, low, high, tie"


def blocked(store: Store, claims: Sequence[About]) -> set[int]:
    """Return the numbers of stored claims that may meet one of these by a blocking key."""
    found: set[int] = set()
    asked: set[tuple[BlockingKey, tuple[int, int, float, float]]] = set()
    for claim in claims:
        place = claim.order[:4]
        for key in claim.keys or ():
            if (key, place) not in asked:
                asked.add((key, place))
                found.update(_block(store, key, place))
    return found


def _block(store: Store, key: BlockingKey, place: tuple[int, int, float, float]) -> Iterator[int]:
    """Yield a small block whole; of a hot one what stands near in time, and its period's values."""
    numbers = [hash_of(key.kind, key.value, state) for state in key.sought]
    for number, is_open in product(numbers, (0, 1) if key.open else (1,)):
        sql = "SELECT claim FROM keys WHERE hash = ? AND open = ? LIMIT ?"
        rows = [row for (row,) in store.rows(sql, (number, is_open, HOT + 1))]
        if len(rows) > HOT:
            rows = list(_hot(store, number, is_open, place))
        yield from rows


def _hot(
    store: Store, number: int, is_open: int, place: tuple[int, int, float, float]
) -> Iterator[int]:
    block = "SELECT claim FROM keys WHERE hash = ? AND open = ?"
    before = f"{block} AND (start, end, low, high) < (?, ?, ?, ?)"
    down = ", ".join(f"{column} DESC" for column in _COLUMNS.split(", "))
    for sql in (
        f"{before} ORDER BY {down} LIMIT {WINDOW}",
        f"{block} AND (start, end, low, high) >= (?, ?, ?, ?) ORDER BY {_COLUMNS} LIMIT {WINDOW}",
    ):
        yield from (row for (row,) in store.rows(sql, (number, is_open, *place)))
    values = (
        "SELECT claim, min(tie) FROM keys WHERE hash = ? AND open = ? AND start = ? AND end = ?"
        f" GROUP BY low, high ORDER BY low, high LIMIT {DISTINCT}"
    )
    yield from (row for row, _ in store.rows(values, (number, is_open, *place[:2])))


def near(
    store: Store, vectors: Vectors, claims: Sequence[About], queries: FloatRows, below: int
) -> set[int]:
    """Return the numbers of stored claims whose texts lie near, one side at least with a gap.

    `queries` has one row per claim; only the first `below` texts are looked at.
    """
    found: set[int] = set()
    rows_of = {claim.text: row for row, claim in enumerate(claims) if claim.text}
    hits = vectors.search(queries[list(rows_of.values())], SEARCHED, below)
    near_to = dict(zip(rows_of, hits, strict=True))
    for claim in claims:
        kept = 0
        for row, cosine in near_to.get(claim.text, ()):
            if cosine < FLOOR or kept == NEIGHBOURS:
                break
            rows = _with_text(store, row + 1, claim)
            found.update(rows)
            kept += bool(rows)
    return found


def _with_text(store: Store, text: int, claim: About) -> list[int]:
    """Return claims of one text and kind, those nearest in time."""
    gaps = (0, 1) if claim.gap else (1,)
    start = claim.order[0]
    found: list[int] = []
    for gap in gaps:
        for sign, down in (("<", " DESC"), (">=", "")):
            sql = (
                "SELECT c.id FROM claims c JOIN kinds k ON c.kind = k.id"
                " WHERE c.text = ? AND k.kind = ? AND c.gap = ?"
                f" AND c.start {sign} ? ORDER BY c.start{down}, c.tie LIMIT {WINDOW}"
            )
            values = (text, claim.kind, gap, start)
            found += (row for (row,) in store.rows(sql, values))
    return found
