"""What two numbers have in common, aspect by aspect: specs/comparing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck
from factcheck.compare.frames import FRAME
from factcheck.compare.measurand import SCOPE
from factcheck.compare.nearness import NEARNESS
from factcheck.compare.periods import PERIOD
from factcheck.compare.places import PLACE
from factcheck.compare.rest import REST
from factcheck.compare.settled import SETTLED
from factcheck.compare.statement import Statement
from factcheck.compare.subjects import SUBJECT
from factcheck.model import Document, NumericClaim

ROWS = json.loads((Path(__file__).parent / "specs/comparing/pairs.json").read_text("utf-8"))
_COMPARED = (FRAME, NEARNESS, PERIOD, PLACE, REST, SCOPE, SETTLED, SUBJECT)
ASPECTS = {aspect.aspect: aspect for aspect in _COMPARED}


def _statement(text: str, name: str):
    [claim] = [c for c in factcheck.extract(text) if isinstance(c, NumericClaim)]
    return Statement(claim, Document(id=name, path="", text=text), lambda _: frozenset())


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['aspect']}: {row['why']}" for row in ROWS])
def test_level(row):
    left, right = _statement(row["a"], "a"), _statement(row["b"], "b")
    assert ASPECTS[row["aspect"]].decide(left, right).name == row["level"]
    assert ASPECTS[row["aspect"]].decide(right, left).name == row["level"]
