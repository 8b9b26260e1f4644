"""The JSON report against its schema and against the texts that it quotes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from factcheck.errors import UsageError
from factcheck.report import render, render_claims
from report_sample import ALMOST_35, DOCUMENTS, EMPTY, LOST, OVER_34, SAMPLE
from report_schemas import own_schema

SCHEMA = own_schema()


def report() -> dict:
    return json.loads(render(SAMPLE, "json"))


@pytest.mark.parametrize("sample", [SAMPLE, EMPTY])
def test_the_report_fits_its_schema(sample):
    jsonschema.validate(json.loads(render(sample, "json")), SCHEMA)


def test_the_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_two_runs_give_the_same_bytes_and_one_newline_at_the_end():
    text = render(SAMPLE, "json")
    assert text == render(SAMPLE, "json")
    assert text.endswith("}\n")
    assert "Börsenbote" in text


def test_quotes_are_the_text_from_start_to_end():
    texts = {document.path: document.text for document in DOCUMENTS}
    for finding in report()["findings"]:
        for claim in finding["claims"]:
            text = texts[claim["document"]]
            assert text[claim["start"] : claim["end"]] == claim["quote"]
            line = text.splitlines()[claim["line"] - 1]
            assert line[claim["column"] - 1 :].startswith(claim["quote"])


def test_an_open_end_is_null_and_bounds_are_base_units():
    hedges = next(f for f in report()["findings"] if f["rule"] == "FC102")
    left = hedges["claims"][0]["normalized"]
    assert (left["low"], left["high"], left["low_open"]) == (34e9, None, True)
    assert [claim["role"] for claim in hedges["claims"]] == [
        "primary",
        "counterpart",
        "agrees_with_counterpart",
    ]


def test_agreements_are_counted_and_shown_only_when_asked():
    assert report()["counts"]["hidden"] == 1
    assert all(f["verdict"] != "agreement" for f in report()["findings"])
    shown = json.loads(render(SAMPLE, "json", show_agreements=True))
    assert shown["counts"]["agreement"] == 1
    assert shown["counts"]["findings"] == len(shown["findings"]) == 6


def test_suppressed_findings_stay_with_their_reason():
    assert report()["suppressed"][0]["suppression"]["reason"] == "geprüft"
    assert report()["counts"]["suppressed"] == 1


def test_claims_follow_their_schema():
    listed = json.loads(render_claims([OVER_34, LOST, ALMOST_35], DOCUMENTS, "json"))
    assert listed["schema"] == "factcheck/claims@1"
    number, relation, _ = listed["claims"]
    assert list(number) == [
        *("document", "start", "end", "quote", "sentence", "type", "subject", "metric"),
        *("aspect", "quantity", "predicate", "polarity", "object", "period", "modality"),
        *("attribution", "negated"),
    ]
    assert number["quantity"]["high"] is None
    assert relation["type"] == "relational"
    assert (relation["predicate"], relation["polarity"]) == ("exclusive_right", -1)


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match="terminal, json"):
        render(SAMPLE, "yaml")
