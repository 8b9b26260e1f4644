"""Estimates the weights between relations: `python -m benchmarks.relation_weights [--write]`.

As in `benchmarks.weights`. Claims about one thing are those of the tune part of
tests/specs/relations that are labelled conflict, update or same. Claims about two things are those
of its look-alikes, of the look-alikes among the pairs of numbers, and of different rows of these.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from scipy.optimize import brentq
from scipy.special import expit

from benchmarks import weights
from benchmarks.labelled import own_rows
from benchmarks.relation_pairs import Pair, claims_of, own_pairs
from benchmarks.weights import Table, kept, learn, write
from factcheck import evaluate
from factcheck.compare.relation_evidence import weighed
from factcheck.compare.relations import compare, pair_up
from factcheck.lang.detect import detect
from factcheck.model import Evidence, RelationalClaim
from factcheck.tables.weights import RELATION_PATH

KEPT = Path(__file__).with_name("relation_weights_kept.toml")
NOT_WEIGHED = frozenset({"state"})
Dated = tuple[RelationalClaim, date | None]
Decided = tuple[tuple[str, str], ...]
Sides = tuple[list[Dated], list[Dated]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two claims that no side keeps apart, and whether a rule has something to say of them."""

    one_thing: bool
    levels: Decided
    ruled: bool


def observations() -> Iterator[Seen]:
    """Yield the pairs of claims that no side keeps apart."""
    for pair in own_pairs("tune"):
        yield from _levels(*_of_pair(pair), pair.label != "none")
    rows = [(row["label"], _of_row(row)) for rows in own_rows("tune").values() for row in rows]
    for label, sides in rows:
        if label == "none":
            yield from _levels(*sides, False)
    yield from _of_two_rows([sides for _, sides in rows])


def _of_pair(pair: Pair) -> Sides:
    sides = zip((pair.a, pair.b), pair.languages, pair.dates, strict=True)
    first, second = ([(c, day) for c in claims_of(text, code, day)] for text, code, day in sides)
    return first, second


def _of_row(row: dict[str, Any]) -> Sides:
    texts = ((row[side], evaluate.published(row.get(f"{side}_published"))) for side in "ab")
    first, second = ([(c, day) for c in claims_of(t, detect(t), day)] for t, day in texts)
    return first, second


def _of_two_rows(rows: Sequence[Sides]) -> Iterator[Seen]:
    """Yield the claims of one family from two rows that share no sentence."""
    families: dict[str, list[tuple[int, Dated]]] = defaultdict(list)
    for number, sides in enumerate(rows):
        for dated in (*sides[0], *sides[1]):
            families[dated[0].predicate].append((number, dated))
    for claims in families.values():
        for (left_row, left), (right_row, right) in combinations(claims, 2):
            if left_row != right_row and left[0].sentence != right[0].sentence:
                yield from _levels([left], [right], False)


def _levels(left: list[Dated], right: list[Dated], one_thing: bool) -> Iterator[Seen]:
    for one in left:
        for other in right:
            evidence, ruled = _evidence(one, other)
            levels = tuple((e.aspect, e.level) for e in evidence if e.aspect not in NOT_WEIGHED)
            if levels:
                yield Seen(one_thing, levels, ruled)


def _evidence(left: Dated, right: Dated) -> tuple[tuple[Evidence, ...], bool]:
    """Return the evidence of a conflict, or of two claims of one family whose sides agree."""
    conflict = compare(left[0], right[0], left[1], right[1])
    if conflict is not None:
        return conflict.evidence, True
    if left[0].predicate != right[0].predicate:
        return (), False
    pairing = pair_up(left[0], right[0], left[1], right[1])
    return (weighed(pairing) if pairing.same else ()), False


def fitted_prior(table: Table, seen: Sequence[Seen]) -> float:
    """Return the prior at which the probabilities of what the rules report sum up to what is right.

    The rules themselves leave out most pairs about two things, which the fit does not know of.
    """
    ruled = [s for s in seen if s.ruled]
    sums = [sum(table[a].get(name, 0.0) for a, name in s.levels) for s in ruled]
    right = sum(s.one_thing for s in ruled)

    def surplus(prior: float) -> float:
        return float(sum(expit((prior + bits) * math.log(2)) for bits in sums)) - right

    return float(brentq(surplus, -30.0, 30.0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write tables/relation_weights.toml")
    options = parser.parse_args()
    seen = list(observations())
    table = learn([weights.Seen(s.one_thing, s.levels) for s in seen], kept(KEPT), "relational")
    table["prior"] = {"relational": round(fitted_prior(table, seen), 2)}
    for aspect, levels in table.items():
        print(aspect, dict(sorted(levels.items())))
    if options.write:
        write(table, RELATION_PATH, "relation_weights", "part tune", "tests/specs/relations")


if __name__ == "__main__":
    main()
