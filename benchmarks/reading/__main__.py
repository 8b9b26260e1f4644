"""Scores reading against other people's test sets: `python -m benchmarks.reading [--floors]`."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.reading.scores import DATA, SetScore

FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Print the scores; with --floors fail when one lies below its committed floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--floors", action="store_true", help="fail when a score falls")
    parser.add_argument("--update", action="store_true", help="write the scores as new floors")
    parser.add_argument("--quiet", action="store_true", help="leave the misses out")
    options = parser.parse_args()
    if not DATA.exists():
        print(f"the test sets are not there ({DATA.name}); nothing to score", file=sys.stderr)
        return 0
    scores = _scores()
    for score in scores:
        _show(score, quiet=options.quiet)
    totals = _totals(scores)
    for name, share in totals.items():
        print(f"{name:28} {share:.3f}")
    if options.update:
        FLOORS.write_text(json.dumps(totals, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return _fallen(totals) if options.floors else 0


def _scores() -> list[SetScore]:
    found: list[SetScore] = []
    for name in ("numbers", "dates"):
        try:
            module = importlib.import_module(f"benchmarks.reading.{name}")
        except ModuleNotFoundError:
            continue
        found.extend(module.score())
    return found


def _show(score: SetScore, *, quiet: bool) -> None:
    print(
        f"{score.name:26} {score.part:18} {score.right:4}/{score.total:<4} {score.share:.3f}"
        f"  excluded {score.excluded}"
    )
    if not quiet:
        for miss in score.misses:
            print(f"    {miss}")


def _totals(scores: list[SetScore]) -> dict[str, float]:
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for score in scores:
        right[score.name] += score.right
        total[score.name] += score.total
    return {name: round(right[name] / total[name], 4) for name in total if total[name]}


def _fallen(totals: dict[str, float]) -> int:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = {n: f for n, f in floors.items() if totals.get(n, 0.0) < f}
    for name, floor in fallen.items():
        print(f"{name}: {totals.get(name, 0.0):.4f} is below {floor:.4f}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
