"""Names that other people marked in German news: a floor, so that a fall shows."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract import entities
from factcheck.model import Document, EntityMention, Sentence

DATA = Path(__file__).parents[2] / "shared" / "data" / "smartdata_de_ner" / "data.jsonl"
# Their sort, the kinds that answer it, and the least share of them that must be found.
FLOORS = {
    "ORGANIZATION_COMPANY": (("company", "product", "media"), 0.58),
    "PERSON": (("person",), 0.77),
    "LOCATION_CITY": (("place",), 0.74),
}
NAMED = ("name", "alias", "genitive", "compound", "surname", "text", "adjective", "fuzzy")

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="../shared is not here")


@cache
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


def mentions(row: dict[str, Any]) -> list[tuple[int, int, EntityMention]]:
    text = row["text"]
    spans = row["expected"]["sentences_auto"]
    sentences = [Sentence(start, end, text[start:end]) for start, end in spans]
    found = entities.find(Document(id=row["id"], path="x", text=text), sentences)
    return [
        (sentence.start + m.start, sentence.start + m.end, m)
        for sentence, group in zip(sentences, found, strict=True)
        for m in group
        if m.how in NAMED
    ]


@cache
def found_and_all() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how many names of each sort were found, all of them, and people who are none."""
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for row in rows():
        marked = row["expected"]["entities"]
        own = mentions(row)
        for name in marked:
            if name["type"] in FLOORS:
                kinds = FLOORS[name["type"]][0]
                wanted[name["type"]] += 1
                found[name["type"]] += any(
                    start < name["end"] and name["start"] < end and m.entity.kind in kinds
                    for start, end, m in own
                )
        for start, end, m in own:
            over = [n for n in marked if n["start"] < end and start < n["end"]]
            if m.entity.kind == "person" and over:
                wrong["person"] += all(n["type"] != "PERSON" for n in over)
    return found, wanted, wrong


@pytest.mark.parametrize("sort", FLOORS)
def test_share_found(sort: str) -> None:
    found, wanted, _ = found_and_all()
    assert found[sort] / wanted[sort] >= FLOORS[sort][1]


def test_few_others_are_taken_for_people() -> None:
    found, _, wrong = found_and_all()
    assert wrong["person"] <= 0.2 * found["PERSON"]
