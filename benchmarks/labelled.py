"""The labelled sets: our own pairs, and other people's where ../shared/data is present."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAIRS = ROOT / "tests" / "specs" / "pairs"
DATA = ROOT.parent / "shared" / "data"
CORPUS = ROOT / "corpus"
CONFLICT = ("contradiction", "discrepancy", "conflict")
Rows = Sequence[dict[str, Any]]


def own_rows(part: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of our own pairs by file name, of one part, or all.

    "tune" rows are read to mend what they show; "learn" rows are read by nobody, as the weights are
    learned from them, too; "hold" rows are read by nobody, and only measure.
    """
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


def gold() -> dict[str, Any]:
    """Return the corpus's list of what must, may and must not be found."""
    rows: dict[str, Any] = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))
    return rows
