"""What a set's score is, and where the sets lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@dataclass(slots=True)
class SetScore:
    """Rows of one class of a test set: how many are read right, and each that is not."""

    name: str  # the set
    part: str  # class of rows within the set ("NumberModel", "ordinal", ...)
    right: int = 0
    total: int = 0
    excluded: int = 0
    misses: list[str] = field(default_factory=list)  # id, text, expected and found, one line each

    @property
    def share(self) -> float:
        """Return the share of included rows read right, 1.0 for none."""
        return self.right / self.total if self.total else 1.0

    def add(self, right: bool, miss: str) -> None:
        self.total += 1
        if right:
            self.right += 1
        else:
            self.misses.append(miss)


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set; FileNotFoundError when the data is not there."""
    with (DATA / name / "data.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
