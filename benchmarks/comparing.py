"""Candidate pairs compared a second on one core: `python -m benchmarks.comparing`.

Seconds of the processor are counted, so that a busy machine tells the same as an idle one. The
first round, which reads the tables that the comparison needs, is told apart from the others.
"""

from __future__ import annotations

import time
from itertools import combinations
from pathlib import Path

from factcheck import garbage, pipeline
from factcheck.compare import Comparer
from factcheck.model import CandidatePair, Claim

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    garbage.collect_rarely()  # as the program's own processes do
    options = pipeline.Options()
    extraction = pipeline.read([CORPUS], options)
    claims = [claim for group in extraction.claims for claim in group]
    proposed = list(pipeline.propose(claims, options))
    for name, pairs in (("proposed", proposed), ("all", _all_pairs(claims))):
        rounds = max(1, 50_000 // max(len(pairs), 1))
        comparer = Comparer(extraction.documents, min_confidence=options.min_confidence)
        first = _seconds(comparer, claims, pairs, 1)
        rate = rounds * len(pairs) / _seconds(comparer, claims, pairs, rounds)
        print(f"{name} pairs: {rate:,.0f} a second ({len(pairs)} pairs; first round {first:.2f} s)")


def _seconds(
    comparer: Comparer, claims: list[Claim], pairs: list[CandidatePair], rounds: int
) -> float:
    began = time.process_time()
    for _ in range(rounds):
        for pair in pairs:
            comparer.compare(claims[pair.left], claims[pair.right], pair)
    return time.process_time() - began


def _all_pairs(claims: list[Claim]) -> list[CandidatePair]:
    return [CandidatePair(i, j, 0.5, ()) for i, j in combinations(range(len(claims)), 2)]


if __name__ == "__main__":
    main()
