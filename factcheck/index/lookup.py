"""Finds the claims of the store that a draft's claims may be about, without reading the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.index.store import Store
from factcheck.keys import About, BlockingKey, number_of

if TYPE_CHECKING:
    from factcheck.index.vectors import FloatRows, Vectors

HOT = 48  # rows of a block from which on only a part is read
WINDOW = 12  # rows read before and after the draft's place in a hot block
DISTINCT = 48  # distinct values read of the draft's own period
NEIGHBOURS = 12  # texts that a claim keeps
SEARCHED = 64  # texts looked at for it: the nearest may be of another kind
FLOOR = 0.6  # cosine below which texts are not about the same thing

Hit = tuple[int, float]  # row of a text and its cosine
_COLUMNS = "start, end, low, high, tie"


def blocked(store: Store, claims: Sequence[About]) -> set[int]:
    """Return the numbers of stored claims that may meet one of these by a blocking key."""
    found: set[int] = set()
    asked = {(key, claim.order[:4]) for claim in claims for key in claim.keys or ()}
    there = _there(store, {number for key, _ in asked for number in _numbers(key)})
    for key, place in asked:
        for number in there.intersection(_numbers(key)):
            for is_open in (0, 1) if key.open else (1,):
                found.update(_block(store, number, is_open, place))
    return found


def _numbers(key: BlockingKey) -> list[int]:
    """Return how the store names the blocks that a claim with this key may meet."""
    return [number_of(other.kind, other.value, other.state) for other in key.sought]


def _there(store: Store, numbers: Iterable[int]) -> set[int]:
    """Return which blocks there are: of verbs, few are ever negated or denied."""
    sql = (
        "SELECT value FROM json_each(?)"
        " WHERE EXISTS (SELECT 1 FROM keys WHERE hash = json_each.value)"
    )
    return {number for (number,) in store.rows(sql, (json.dumps(list(numbers)),))}


def _block(
    store: Store, number: int, is_open: int, place: tuple[int, int, float, float]
) -> Iterable[int]:
    """Return a small block whole; of a hot one what is near in time, and its period's values."""
    sql = "SELECT claim FROM keys WHERE hash = ? AND open = ? LIMIT ?"
    rows = [row for (row,) in store.rows(sql, (number, is_open, HOT + 1))]
    return rows if len(rows) <= HOT else _hot(store, number, is_open, place)


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
    store: Store,
    vectors: Vectors,
    claims: Sequence[About],
    queries: FloatRows,
    known: dict[str, list[Hit]],
) -> set[int]:
    """Return the numbers of stored claims whose texts lie near, one side at least with a gap.

    `queries` has one row per claim. `known` keeps what was found for a text: a warm check asks for
    the same again.
    """
    found: set[int] = set()
    places = {claim.text: row for row, claim in enumerate(claims) if claim.text not in known}
    places.pop("", None)
    hits = vectors.search(queries[list(places.values())], SEARCHED, store.text_count())
    known.update(zip(places, hits, strict=True))
    for claim in claims:
        kept = 0
        for row, cosine in known.get(claim.text, ()):
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
