"""Precision and recall on labelled relation pairs: `python -m benchmarks.relations [-v]`.

Exits with 1 when a figure is below its floor in relations_floors.json; the floors stand just under
what was last reached, `wanted_*` is the aim.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.relation_pairs import Pair, blind_pairs, own_pairs, rte_pairs, verdict


@dataclass(frozen=True)
class Score:
    """Counts of the class "conflict"."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0


def score(pairs: Sequence[Pair], verbose: bool = False) -> Score:
    """Judge every pair; with `verbose` print each wrong one."""
    hits = false = missed = 0
    for pair in pairs:
        found, wanted = verdict(pair), pair.label
        hits += found == wanted == "conflict"
        false += found == "conflict" and wanted != "conflict"
        missed += found != "conflict" and wanted == "conflict"
        wrong = (found == "conflict") != (wanted == "conflict")
        wrong |= (wanted == "update") != (found == "update")
        if verbose and wrong:
            print(f"  {pair.id}: wanted {wanted}, found {found}\n    {pair.a}\n    {pair.b}")
    return Score(hits, false, missed)


_UNSEEN = "blind_hold"  # counted, never shown


def _sets() -> Iterator[tuple[str, Sequence[Pair]]]:
    """Yield each set of pairs with its name; the blind ones are an outsider's."""
    yield "own", own_pairs()
    yield "blind_tune", blind_pairs("tune")
    yield _UNSEEN, blind_pairs("hold")
    yield "rte3_de", rte_pairs()


def main(arguments: Sequence[str]) -> int:
    """Print the figures and compare them with their floors."""
    floors = json.loads(Path(__file__).with_name("relations_floors.json").read_text())
    below = False
    for name, pairs in _sets():
        if not pairs:
            print(f"{name}: not at hand, skipped")
            continue
        result = score(pairs, "-v" in arguments and name != _UNSEEN)
        floor = floors[name]
        print(
            f"{name}: {len(pairs)} pairs, precision {result.precision:.3f} (floor"
            f" {floor['precision']}), recall {result.recall:.3f} (floor {floor['recall']});"
            f" {result.hits} found, {result.false} false, {result.missed} missed"
        )
        if result.recall < floor["wanted_recall"]:
            print(f"  wanted recall {floor['wanted_recall']}: not reached")
        below |= result.precision < floor["precision"] or result.recall < floor["recall"]
    return int(below)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
