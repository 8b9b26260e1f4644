"""What narrows two figures: specs/qualifiers, and that each row's words are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck
from factcheck.compare.qualifiers import QUALIFIERS
from factcheck.compare.statement import Statement
from factcheck.model import Document, NumericClaim
from factcheck.tables.qualifiers import qualifiers
from factcheck.vocab.qualifiers import find_qualifiers

ROWS = json.loads((Path(__file__).parent / "specs/qualifiers/pairs.json").read_text("utf-8"))


def _statement(text: str):
    [claim] = [c for c in factcheck.extract(text) if isinstance(c, NumericClaim)]
    article = Document(id=claim.document, path="", text=text)
    return Statement(claim, article, lambda _: frozenset())


@pytest.mark.parametrize("row", ROWS, ids=[row["a"] for row in ROWS])
def test_pair(row):
    left, right = _statement(row["a"]), _statement(row["b"])
    assert QUALIFIERS.decide(left, right).name == row["level"]
    assert QUALIFIERS.decide(right, left).name == row["level"]


@pytest.mark.parametrize("row", qualifiers().values(), ids=list(qualifiers()))
def test_every_word_is_found(row):
    for language in ("de", "en"):
        for word in row.words(language):
            text = f"und {word.replace('*', 'x')} und"
            found = {tag for m in find_qualifiers(text, language) for tag in m.tags}
            assert set(row.tags) <= found, (language, word)


def test_every_set_has_two_members():
    sets = [row.set for row in qualifiers().values()]
    assert {name for name in sets if sets.count(name) < 2} == set()
