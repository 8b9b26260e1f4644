"""Reads every row of tests/specs/quantities, one language after the other."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.quantities import find
from factcheck.model import QuantityMention

SPECS = Path(__file__).parent / "specs" / "quantities"
ROWS = [
    pytest.param(path.stem, row, id=f"{path.stem}: {row['text']}")
    for path in sorted(SPECS.glob("*.json"))
    for row in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_row(language: str, row: dict[str, Any]) -> None:
    found = find(row["text"], language)
    assert [m.text for m in found] == [a["text"] for a in row["amounts"]]
    for mention, amount in zip(found, row["amounts"], strict=True):
        check(mention, amount)


def check(mention: QuantityMention, amount: dict[str, Any]) -> None:
    q = mention.quantity
    for key in ("unit", "dimension", "noun", "per", "hedge", "low_open", "high_open"):
        if key in amount:
            assert getattr(q, key) == amount[key], key
    for key in ("role", "head"):
        assert getattr(mention, key) == amount.get(key, getattr(mention, key)), key
    assert close(q.value, amount["value"])
    if "low" in amount:
        assert close(q.low, -math.inf if amount["low"] is None else amount["low"])
        assert close(q.high, math.inf if amount["high"] is None else amount["high"])


def close(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return found == wanted or math.isclose(found, wanted, rel_tol=1e-9)


def test_enough_rows() -> None:
    assert len(ROWS) >= 250
    assert sum(not row.values[1]["amounts"] for row in ROWS) >= 40
