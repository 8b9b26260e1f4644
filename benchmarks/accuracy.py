"""Scores the whole line on labelled pairs and on newswire: `python -m benchmarks.accuracy`.

Own pairs stand in tests/specs/pairs; other people's sets are read from ../shared/data where it is
present. With --floors the run fails when a score is under its floor; with --write the table goes
into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck import evaluate

ROOT = Path(__file__).parent.parent
PAIRS = ROOT / "tests" / "specs" / "pairs"
DATA = ROOT.parent / "shared" / "data"
FLOORS = Path(__file__).with_name("accuracy_floors.json")
CONFLICT = ("contradiction", "discrepancy", "conflict")


def own_rows(part: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of our own pairs by file name, of one part ("tune" or "hold") or all."""
    groups = {}
    for path in sorted(PAIRS.glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        groups[path.stem] = [row for row in rows if part in (None, row["part"])]
    return groups


def shared_rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a set in ../shared/data; none where it is absent."""
    path = DATA / name / "data.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def own_scores(part: str | None, show: bool) -> dict[str, float]:
    """Print and return, per group, the share that was flagged."""
    scores: dict[str, float] = {}
    for name, rows in own_rows(part).items():
        results = evaluate.judge_pairs(rows)
        flagged = sum(result.flagged for result in results)
        scores[f"flagged {name}"] = flagged / len(results) if results else 0.0
        print(f"{name:24} {flagged:4} of {len(results):4} flagged", flush=True)
        if show:
            _show_misses(results)
    return scores


def set_score(name: str, rows: Iterable[dict[str, Any]], show: bool) -> dict[str, float]:
    """Print and return precision and recall for the class contradiction of one set."""
    results = evaluate.judge_pairs(rows)
    if not results:
        print(f"{name}: absent, left out")
        return {}
    score = evaluate.score(results, CONFLICT)
    print(
        f"{name:24} precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f} "
        f"({score.true} right, {score.false} false, {score.missed} missed)",
        flush=True,
    )
    if show:
        _show_misses(results)
    return {f"{name} precision": score.precision, f"{name} recall": score.recall}


def _show_misses(results: Iterable[evaluate.PairResult]) -> None:
    for result in results:
        if (result.row["label"] in CONFLICT) != result.flagged:
            word = "false" if result.flagged else "missed"
            print(f"  {word} {result.row['id']} [{result.row['label']}] said {result.verdict}")
            print(f"     a: {result.row['a']}\n     b: {result.row['b']}")
            for finding in result.findings:
                print(f"     {finding.rule} {finding.confidence} {finding.message}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help="own, numeric_core, rte3_de; all by default")
    parser.add_argument("--part", choices=["tune", "hold"])
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--floors", action="store_true", help="fail under a floor")
    options = parser.parse_args()
    sets = options.sets or ["own", "numeric_core", "rte3_de"]
    scores: dict[str, float] = defaultdict(float)
    for name in sets:
        if name == "own":
            scores.update(own_scores(options.part, options.misses))
        else:
            scores.update(set_score(name, shared_rows(name), options.misses))
    return _under_floors(scores) if options.floors else 0


def _under_floors(scores: dict[str, float]) -> int:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = 0
    for name, (sign, bound) in floors.items():
        if name in scores and not (
            scores[name] >= bound if sign == ">=" else scores[name] <= bound
        ):
            print(f"FLOOR {name}: {scores[name]:.3f}, asked {sign} {bound}")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
