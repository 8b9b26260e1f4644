"""How far a flag's confidence keeps its word: the share of right flags per bin of confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.labelled import CONFLICT
from factcheck.evaluate import FLAGGED, PairResult

EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
Flag = tuple[float, bool]  # confidence, and whether the pair is labelled a conflict


@dataclass(frozen=True, slots=True)
class Bin:
    """The flags whose confidence lies in [low, high); the last bin holds 1 as well."""

    low: float
    high: float
    flags: tuple[Flag, ...]

    @property
    def said(self) -> float:
        """Return the mean confidence; 0 for an empty bin."""
        return _mean([confidence for confidence, _ in self.flags])

    @property
    def right(self) -> float:
        """Return the share of flags that are right; 0 for an empty bin."""
        return _mean([float(right) for _, right in self.flags])


def flags(results: Iterable[PairResult]) -> list[Flag]:
    """Return the surest flag of each flagged pair."""
    return [
        (
            max(f.confidence for f in result.findings if f.verdict in FLAGGED),
            result.row["label"] in CONFLICT,
        )
        for result in results
        if result.flagged
    ]


def bins(found: Iterable[Flag]) -> list[Bin]:
    """Sort flags into bins; a confidence under the first edge is left out."""
    found = list(found)
    sorted_in = []
    for low, high in pairwise(EDGES):
        inside = [f for f in found if low <= f[0] < high or f[0] == high == EDGES[-1]]
        sorted_in.append(Bin(low, high, tuple(inside)))
    return sorted_in


def brier(found: Iterable[Flag]) -> float:
    """Return the mean squared gap between confidence and truth, 0 (best) to 1."""
    return _mean([(confidence - right) ** 2 for confidence, right in found])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
