"""Relations in docs/accuracy.md: found and false per part, and how far to trust a flag."""

from __future__ import annotations

from benchmarks import reliability
from benchmarks.relation_pairs import Pair, conflicts, own_pairs, verdict
from benchmarks.relations import score
from factcheck.evaluate import FLAGGED


def lines() -> list[str]:
    """Return the two tables: what is found per part, and right flags per bin of confidence."""
    return [*_found(), "", *_trusted()]


def _found() -> list[str]:
    rows = ["| pairs | conflicts | found | false | precision | recall |", "| --- " * 6 + "|"]
    for part in ("tune", "hold"):
        pairs = own_pairs(part)
        result = score(pairs)
        wanted = sum(pair.label == "conflict" for pair in pairs)
        rows.append(
            f"| {part}, {len(pairs)} | {wanted} | {result.hits} | {result.false} "
            f"| {result.precision:.3f} | {result.recall:.3f} |"
        )
    return rows


def _trusted() -> list[str]:
    found = [flag for pair in own_pairs("hold") if (flag := _flag(pair)) is not None]
    rows = ["| confidence | flags | mean confidence | share right |", "| --- " * 4 + "|"]
    for each in reliability.bins(found):
        shares = f"{each.said:.3f} | {each.right:.3f}" if each.flags else "- | -"
        rows.append(f"| {each.low} to {each.high} | {len(each.flags)} | {shares} |")
    return [*rows, "", f"Brier score: {reliability.brier(found):.3f} over {len(found)} flags."]


def _flag(pair: Pair) -> reliability.Flag | None:
    """Return the surest flag of a flagged pair."""
    if verdict(pair) != "conflict":
        return None
    sure = max(c.confidence for c in conflicts(pair) if c.verdict in FLAGGED)
    return sure, pair.label == "conflict"
