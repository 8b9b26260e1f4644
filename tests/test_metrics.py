"""Every metric row is named by its own example, in both languages, and no word names too much."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import extract
from factcheck.errors import TableError
from factcheck.model import NumericClaim
from factcheck.rows import build_row
from factcheck.tables.metrics import PATH, Metric, ancestors, metrics, related
from factcheck.tables.units import units
from factcheck.vocab.metrics import find_metrics

SPECS = Path(__file__).parent / "specs" / "metrics"
ROWS = [
    pytest.param(
        language,
        row,
        id=f"{language}-{row['metric']}-{number}",
        marks=[pytest.mark.xfail(reason=row["miss"], strict=True)] if "miss" in row else [],
    )
    for language in ("de", "en")
    for number, row in enumerate(json.loads((SPECS / f"{language}.json").read_text("utf-8")))
]
IDS = sorted(metrics())


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_the_example_names_its_metric(language, row):
    found = {
        claim.metric
        for claim in extract(row["text"], language)
        if isinstance(claim, NumericClaim)
        and (row["amount"] in claim.quote or claim.quote in row["amount"])
    }
    assert any(row["metric"] == m or related(row["metric"], m) for m in found), found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_row_has_an_example(language):
    named = {p.values[1]["metric"] for p in ROWS if p.values[0] == language}
    assert not set(metrics()) - named


def test_there_are_enough_rows():
    assert len(metrics()) >= 80


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_word_names_one_metric_of_a_dimension(language):
    owners = defaultdict(list)
    for row in metrics().values():
        for word in row.words(language):
            for dimension in row.dimensions:
                owners[word.lstrip("="), dimension].append(row)
    clashes = {
        key: [r.id for r in rows]
        for key, rows in owners.items()
        if len(rows) > 1 and not any(set(a.nouns) ^ set(b.nouns) for a in rows for b in rows)
    }
    assert not clashes


def test_counted_nouns_are_rows_of_the_unit_table():
    known = {unit.noun for unit in units().values()}
    assert not {noun for row in metrics().values() for noun in row.nouns} - known


def test_words_are_lower_case_and_stand_once():
    for row in metrics().values():
        for words in (row.de, row.en, row.verbs_de, row.verbs_en):
            assert len(set(words)) == len(words), row.id
            assert all(word == word.lower() for word in words), row.id


@given(st.sampled_from(IDS), st.sampled_from(IDS))
def test_related_is_symmetric_and_holds_for_oneself(a, b):
    assert related(a, b) == related(b, a)
    assert related(a, a)
    assert ancestors(a)[0] == a


@given(st.sampled_from(IDS), st.sampled_from(["de", "en"]), st.data())
def test_a_word_alone_names_its_row(metric, language, data):
    word = data.draw(st.sampled_from(metrics()[metric].words(language)))
    text = word.lstrip("=").rstrip("*")
    assert any(metric in mention.metrics for mention in find_metrics(text, language))


def test_a_wrong_row_is_named():
    with pytest.raises(TableError, match=r"dividende.*volatility"):
        build_row(PATH, "dividende", {"volatility": 3}, Metric)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Der Sprachkurs beginnt.", "de"), ("Im Exkurs geht es um Kunst.", "de")],
)
def test_compounds_that_only_end_alike_name_nothing(text, language):
    assert not [m for m in find_metrics(text, language) if "share_price" in m.metrics]
