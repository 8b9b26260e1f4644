"""Proposes the pairs worth comparing: nearest neighbours joined with blocks, never all pairs.

A block is the set of claims that share a blocking key. A small block gives all its pairs. In a
hot one the claims stand in order of time, then value: each meets the next ones in that order,
and of each period every distinct value meets every other. So two claims about one period that
differ in value still meet, however many articles repeat either.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.keys import About, BlockingKey, about, blocking_keys, number_of
from factcheck.model import CandidatePair, Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

NEIGHBOURS = 12  # nearest texts looked at for a claim with a gap
FLOOR = 0.6  # cosine below which texts are not about the same thing
HOT = 48  # claims in a block from which on not all pairs are made
WINDOW = 12  # next ones in order that each claim of a hot block meets
COPIES = 2  # claims that stand for a value that many repeat
DISTINCT = 48  # distinct values of one period that all meet
REPEATED = 8  # claims that share a text from which on each meets fewer of a text near it
FEWER = 3
FEW = 1_000  # texts up to which importing FAISS takes longer than comparing them all

Block = tuple[str, str]  # kind and value of a key
Member = tuple[int, bool]  # position and whether the key is open for the claim


def propose(
    claims: Sequence[Claim],
    vectors: Vectors,
    neighbours: int = NEIGHBOURS,
    floor: float = FLOOR,
    touching: Sequence[bool] | None = None,
    rows: Sequence[int] | None = None,
    abouts: Sequence[About] | None = None,
) -> Iterator[CandidatePair]:
    """Yield each pair worth comparing once, `left` < `right`, in order of position.

    `vectors` has a row of length 1 for each claim's canonical text: the row of its position, or
    that named in `rows`. `touching` keeps the pairs in which at least one claim is marked. No
    claim meets itself or another reading of its place. `abouts` has what `keys.about` says of
    each claim, where that is known already; `claims` may be empty where it has all keys.
    """
    known = abouts or [about(claim, keys=False) for claim in claims]
    embedded = Embedded(vectors, range(len(known)) if rows is None else rows)
    pool = _pool(claims, known, touching)
    proposals = Proposals(len(known))
    for kind, found in _block_pairs(pool):
        proposals.add(f"block:{kind}", found)
    proposals.add("neighbour", _neighbour_pairs(pool, embedded, neighbours, floor))
    for left, right, proposers in proposals.in_order():
        one, other = known[left], known[right]
        if one.kind == other.kind and one.place != other.place:
            yield CandidatePair(left, right, embedded.similarity(left, right), proposers)


class Pool(NamedTuple):
    """The claims of one run: their positions in order of time, and which of them are marked.

    `names` has the block and state of each number by which a store's claim may meet a marked one.
    """

    claims: Sequence[Claim]
    known: Sequence[About]
    in_order: Sequence[int]
    marked: Sequence[bool]
    whole: bool  # all are marked
    names: Mapping[int, tuple[Block, str]]

    def entries(self, position: int) -> Iterable[tuple[Block, str, bool]]:
        """Return block, state and openness of a claim's keys; of a store's claim those known."""
        about, names = self.known[position], self.names
        if about.numbers is not None:
            return [(*names[n >> 1], n & 1 == 1) for n in about.numbers if n >> 1 in names]
        keys = blocking_keys(self.claims[position]) if about.keys is None else about.keys
        return [((key.kind, key.value), key.state, key.open) for key in keys]


def _pool(claims: Sequence[Claim], known: Sequence[About], touching: Sequence[bool] | None) -> Pool:
    marked = [True] * len(known) if touching is None else touching
    in_order = sorted(range(len(known)), key=lambda position: known[position].order)
    mine = (about.keys or () for about, own in zip(known, marked, strict=True) if own)
    return Pool(claims, known, in_order, marked, all(marked), _named(chain.from_iterable(mine)))


def _named(keys: Iterable[BlockingKey]) -> Mapping[int, tuple[Block, str]]:
    """Return block and state of these keys, and of those that they may meet, by number."""
    return {
        number_of(key.kind, key.value, key.state): ((key.kind, key.value), key.state)
        for own in set(keys)
        for key in (own, *own.sought)
    }


class Proposals:
    """Pairs with who proposed them; in a large archive millions, so each is two numbers."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pairs: dict[int, int] = {}  # left * count + right -> a bit for each proposer
        self._names: list[str] = []
        self._sets: dict[int, tuple[str, ...]] = {}

    def add(self, name: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Add pairs in either order."""
        if name not in self._names:
            self._names.append(name)
        bit, known, count = 1 << self._names.index(name), self._pairs, self._count
        for left, right in pairs:
            pair = left * count + right if left < right else right * count + left
            known[pair] = known.get(pair, 0) | bit

    def in_order(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield left, right and the proposers' names in order."""
        for pair in sorted(self._pairs):
            yield *divmod(pair, self._count), self._who(self._pairs[pair])

    def _who(self, bits: int) -> tuple[str, ...]:
        if bits not in self._sets:
            names = (name for n, name in enumerate(self._names) if bits >> n & 1)
            self._sets[bits] = tuple(sorted(names))
        return self._sets[bits]


class Embedded(NamedTuple):
    """The vectors of claims: the row of each claim's canonical text, by the claim's position."""

    vectors: Vectors
    rows: Sequence[int]

    def of(self, positions: Sequence[int]) -> Vectors:
        """Return a row for each claim, shape (len(positions), dimensions)."""
        return self.vectors[[self.rows[position] for position in positions]]

    def similarity(self, left: int, right: int) -> float:
        """Return the cosine of two claims' texts."""
        return round(float(self.vectors[self.rows[left]] @ self.vectors[self.rows[right]]), 4)


def _block_pairs(pool: Pool) -> Iterator[tuple[str, Iterator[tuple[int, int]]]]:
    """Yield kind and pairs of each block; each pair has an open and a marked side."""
    for kind, states in _blocks(pool):
        if "" in states:
            yield kind, _kept(pool, _within(pool, states[""]))
        for left, right in combinations(states.values(), 2):
            yield kind, _kept(pool, _across(pool, left, right))


def _kept(pool: Pool, pairs: Iterable[tuple[Member, Member]]) -> Iterator[tuple[int, int]]:
    marked = pool.marked
    for (left, a), (right, b) in pairs:
        if (a or b) and left != right and (marked[left] or marked[right]):
            yield left, right


def _blocks(pool: Pool) -> Iterator[tuple[str, dict[str, list[Member]]]]:
    """Yield kind and members by state, in order, of each block with a marked and an open one."""
    mine = () if pool.whole else (position for position in pool.in_order if pool.marked[position])
    wanted = {block for position in mine for block, _, _ in pool.entries(position)}
    blocks: dict[Block, dict[str, list[Member]]] = {}
    for position in pool.in_order:
        for block, state, is_open in pool.entries(position):
            if pool.whole or block in wanted:
                states = blocks.setdefault(block, {})
                states.setdefault(state, []).append((position, is_open))
    for (kind, _), states in blocks.items():
        if any(is_open for members in states.values() for _, is_open in members):
            yield kind, states


def _within(pool: Pool, members: Sequence[Member]) -> Iterable[tuple[Member, Member]]:
    """Return pairs of members that may all meet each other."""
    if len(members) > HOT:
        return _hot_pairs(pool, members)
    if pool.whole:
        return combinations(members, 2)
    return product([member for member in members if pool.marked[member[0]]], members)


def _across(
    pool: Pool, left: Sequence[Member], right: Sequence[Member]
) -> Iterator[tuple[Member, Member]]:
    """Yield pairs of members of two states: of many, those that stand near in order."""
    if len(left) + len(right) <= HOT:
        yield from product(left, right)
        return
    for mine, others in _asking(pool, left, right):
        places = [pool.known[position].order for position, _ in others]
        for member in mine:
            middle = bisect(places, pool.known[member[0]].order)
            for other in others[max(0, middle - WINDOW) : middle + WINDOW]:
                yield member, other


def _asking(
    pool: Pool, left: Sequence[Member], right: Sequence[Member]
) -> Iterator[tuple[Sequence[Member], Sequence[Member]]]:
    """Yield who looks for whom: the marked ones; where all are, the fewer (one denial of many)."""
    if pool.whole:
        yield (left, right) if len(left) <= len(right) else (right, left)
        return
    for mine, others in ((left, right), (right, left)):
        yield [member for member in mine if pool.marked[member[0]]], others


def _hot_pairs(pool: Pool, members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    before = 0 if pool.whole else WINDOW  # where all ask, each pair is met from its first side
    for i, member in enumerate(members):
        if pool.marked[member[0]]:
            for other in members[max(0, i - before) : i + 1 + WINDOW]:
                yield member, other
    for group in _periods(pool, members):
        if pool.whole or any(pool.marked[position] for position, _ in group):
            yield from combinations(group, 2)


def _periods(pool: Pool, members: Sequence[Member]) -> Iterator[list[Member]]:
    """Yield, for each period, a few claims of each distinct value."""
    periods: dict[tuple[int, int], dict[tuple[float, float], list[Member]]] = {}
    for member in members:
        start, end, low, high, *_ = pool.known[member[0]].order
        same = periods.setdefault((start, end), {}).setdefault((low, high), [])
        if len(same) < COPIES:
            same.append(member)
    for values in periods.values():
        yield [member for same in list(values.values())[:DISTINCT] for member in same]


def _neighbour_pairs(
    pool: Pool, embedded: Embedded, neighbours: int, floor: float
) -> Iterator[tuple[int, int]]:
    """Yield pairs whose canonical texts are the same or near, one side at least with a gap.

    Complete claims that are comparable share a block already, and their nearest neighbours are
    look-alikes: the same metric of another company.
    """
    known, marked = pool.known, pool.marked
    groups: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position in pool.in_order:
        if known[position].text:
            groups[known[position].kind][known[position].text].append(position)
    for texts in groups.values():
        same = [positions for _, positions in sorted(texts.items())]
        gaps = [any(known[i].gap for i in positions) for positions in same]
        asked = [n for n, positions in enumerate(same) if any(marked[i] for i in positions)]
        if pool.whole:  # each pair has a gap on one side: asking from there is enough
            asked = [n for n in asked if gaps[n]]
        matrix = embedded.of([positions[0] for positions in same])
        for query, row in _near_rows(matrix, asked, neighbours, floor):
            if gaps[query] or gaps[row]:
                found = _spread(same[query], same[row])
                yield from ((a, b) for a, b in found if marked[a] or marked[b])


def _near_rows(
    matrix: Vectors, asked: Sequence[int], neighbours: int, floor: float
) -> Iterator[tuple[int, int]]:
    if not asked:
        return
    for query, found in nearest(matrix, matrix[asked], neighbours + 1, floor).items():
        yield from ((asked[query], row) for row in found)


def _spread(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair the claims of two texts; where many share one, each meets those at its height."""
    reach = WINDOW if len(left) < REPEATED else FEWER
    for i, position in enumerate(left):
        middle = i * len(right) // len(left)
        for other in right[max(0, middle - reach) : middle + reach]:
            yield position, other


def nearest(matrix: Vectors, queries: Vectors, k: int, floor: float) -> Mapping[int, list[int]]:
    """Return for each query the rows of `matrix` at or above the floor, the nearest k, exactly."""
    k = min(k, len(matrix))
    search = _by_product if len(matrix) <= FEW else _by_faiss
    similarities, rows = search(matrix, queries, k)
    return {
        query: [int(row) for row, near in zip(found, scores, strict=True) if near >= floor]
        for query, (found, scores) in enumerate(zip(rows, similarities, strict=True))
    }


def _by_faiss(matrix: Vectors, queries: Vectors, k: int) -> tuple[Any, Any]:
    import faiss

    index = faiss.IndexFlatIP(matrix.shape[1])
    index.add(matrix)
    found: tuple[Any, Any] = index.search(queries, k)
    return found


def _by_product(matrix: Vectors, queries: Vectors, k: int) -> tuple[Any, Any]:
    """Compare each query with each row; of equally near rows the first comes first."""
    import numpy as np

    similarities = queries @ matrix.T
    rows = np.argsort(-similarities, axis=1, kind="stable")[:, :k]
    return np.take_along_axis(similarities, rows, axis=1), rows
