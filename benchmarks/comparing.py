"""Candidate pairs compared a second on one core: `python -m benchmarks.comparing`."""

from __future__ import annotations

import time
from itertools import combinations
from pathlib import Path

from factcheck import pipeline
from factcheck.compare import Comparer

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    options = pipeline.Options()
    extraction = pipeline.read([CORPUS], options)
    claims = [claim for group in extraction.claims for claim in group]
    proposed = list(pipeline.propose(claims, options))
    for name, pairs in (("proposed", proposed), ("all", _all_pairs(claims))):
        rounds = max(1, 50_000 // max(len(pairs), 1))
        comparer = Comparer(extraction.documents, min_confidence=options.min_confidence)
        began = time.perf_counter()
        for _ in range(rounds):
            for pair in pairs:
                comparer.compare(claims[pair.left], claims[pair.right], pair)
        seconds = time.perf_counter() - began
        print(f"{name} pairs: {rounds * len(pairs) / seconds:,.0f} a second ({len(pairs)} pairs)")


def _all_pairs(claims: list) -> list:
    from factcheck.model import CandidatePair

    return [CandidatePair(i, j, 0.5, ()) for i, j in combinations(range(len(claims)), 2)]


if __name__ == "__main__":
    main()
