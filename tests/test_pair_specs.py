"""The labelled pairs and the corpus's gold list are well formed, so that their scores mean much."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

PAIRS = Path(__file__).parent / "specs" / "pairs"
CORPUS = Path(__file__).parent.parent / "corpus"
LABELS = {
    "lookalikes": {"none"},
    "conflicts": {"contradiction", "discrepancy"},
    "same": {"agreement"},
    "updates": {"update"},
}
ATLEAST = {"lookalikes": 300, "conflicts": 200, "same": 200, "updates": 60}
HELD = {"lookalikes": 70, "conflicts": 80, "same": 20, "updates": 20}
KEYS = {"id", "a", "b", "a_published", "b_published", "label", "aspect", "why", "part"}
FILES = [f"{group}_{language}" for group in LABELS for language in ("de", "en", "mixed")]


def _rows(name):
    return json.loads((PAIRS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_rows_are_whole(name):
    for row in _rows(name):
        assert set(row) == KEYS, row["id"]
        assert row["label"] in LABELS[name.split("_")[0]], row["id"]
        assert row["part"] in {"tune", "learn", "hold"}, row["id"]
        assert all(row[key].strip() for key in KEYS), row["id"]
        assert row["a"] != row["b"], row["id"]
        assert date.fromisoformat(row["a_published"]) <= date.fromisoformat(row["b_published"])


@pytest.mark.parametrize("group", LABELS)
def test_there_are_enough_rows_and_those_held_back_are_enough_to_measure_by(group):
    rows = [row for name in FILES if name.startswith(group) for row in _rows(name)]
    assert len(rows) >= ATLEAST[group]
    assert sum(row["part"] == "hold" for row in rows) >= HELD[group]


def test_no_pair_stands_twice():
    rows = [row for name in FILES for row in _rows(name)]
    assert Counter(row["id"] for row in rows).most_common(1)[0][1] == 1
    texts = Counter(frozenset((row["a"], row["b"])) for row in rows)
    assert texts.most_common(1)[0][1] == 1


def _sides():
    gold = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))
    for kind in ("must_find", "may_find", "updates", "must_not_find"):
        for row in gold[kind]:
            yield kind, row["a"]
            yield kind, row["b"]


def test_every_gold_quote_stands_once_in_its_article():
    for kind, side in _sides():
        text = (CORPUS / side["file"]).read_text(encoding="utf-8")
        place = side.get("within")
        quotes = side["quote"] if isinstance(side["quote"], list) else [side["quote"]]
        for quote in quotes:
            assert (place or quote).count(quote) == 1, (kind, side)
            assert text.count(place or quote) == 1, (kind, side)


def test_no_pair_is_both_wanted_and_forbidden():
    gold = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))

    def key(row):
        return frozenset(
            (side["file"], str(side["quote"]), side.get("within")) for side in (row["a"], row["b"])
        )

    wanted = {key(row) for kind in ("must_find", "may_find") for row in gold[kind]}
    assert not wanted & {key(row) for row in gold["must_not_find"]}


def test_every_article_has_its_front_matter():
    articles = sorted(CORPUS.glob("*.txt"))
    assert len(articles) >= 16
    for article in articles:
        head = article.read_text(encoding="utf-8").split("---\n")[1]
        for key in ("title", "source", "published", "url", "language"):
            assert f"\n{key}: " in f"\n{head}", (article.name, key)
