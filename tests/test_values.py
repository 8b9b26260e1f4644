"""The levels between two values, on amounts as they are written, and their laws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import quantities
from factcheck.compare.values import compare_values
from factcheck.model import Quantity

ROWS = json.loads((Path(__file__).parent / "specs/values/de.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['a']} / {row['b']}")
def test_levels(row):
    left, right = (quantities(row[side], "de")[0].quantity for side in ("a", "b"))
    for a, b in ((left, right), (right, left)):
        level = compare_values(a, b)
        assert (level.name, level.verdict) == (row["level"], row["verdict"]), (a, b)


def _quantity(ends: tuple[float, float, float]) -> Quantity:
    low, value, high = sorted(ends)
    return Quantity(low, high, "EUR", "money", value=value)


numbers = st.floats(-1e12, 1e12, allow_nan=False)
values = st.tuples(numbers, numbers, numbers).map(_quantity)


@given(values, values)
def test_order_of_the_two_values_changes_nothing(left, right):
    assert compare_values(left, right) == compare_values(right, left)


@given(values)
def test_a_value_agrees_with_itself(value):
    assert compare_values(value, value).verdict == "agreement"
