"""`explain`: the page of a finding read from a JSON report, and the page of a rule."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factcheck import keys
from factcheck.errors import UsageError
from factcheck.model import Evidence, Rule, Severity
from factcheck.report import explain, render
from factcheck.report.explain import Step, bar
from factcheck.report.names import level_name, proposer_name
from factcheck.tables.catalogue import catalogue, messages
from factcheck.tables.weights import relation_weights, weights
from report_sample import SAMPLE

RULE = Rule("FC101", "value-conflict", Severity.ERROR, "Two articles give different values.")


def findings() -> list[dict]:
    report = json.loads(render(SAMPLE, "json", show_agreements=True))
    return [*report["findings"], *report["suppressed"]]


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("finding", findings(), ids=lambda finding: finding["id"][:2])
def test_every_finding_can_be_explained_from_its_report(finding, width):
    text = explain.finding_page(finding, ui_language="de", width=width)
    assert max(map(len, text.splitlines())) <= width
    assert finding["rule"] in text


def test_each_aspect_has_its_bar_and_weight():
    text = explain.finding_page(findings()[2], ui_language="en", width=100)
    for needed in ("who", "+7.1", "period", "−0.8", "Proposed by: block", "█"):
        assert needed in text
    assert "Both right only at $34" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("broken", [{}, {"claims": []}, {**findings()[0], "verdict": "maybe"}])
def test_what_is_no_finding_is_refused_in_one_sentence(broken):
    with pytest.raises(UsageError, match="factcheck/report@1"):
        explain.finding_page(broken)


def test_a_rule_says_what_it_means_and_how_to_accept_it():
    text = explain.rule_page(RULE, ui_language="de")
    assert "FC101 value-conflict (Fehler)" in text
    assert "<!-- factcheck: ignore[FC101] Grund -->" in text


def test_bars_follow_each_other():
    first, second = Step("a", 0.0, 4.0), Step("b", 4.0, 2.0)
    assert bar(first, 0.0, 4.0, 9) == "████████ "
    assert bar(second, 0.0, 4.0, 9) == "    ▒▒▒▒ "


def test_every_aspect_and_level_that_is_weighed_has_a_german_name():
    words = catalogue("de")
    for table in (weights(), relation_weights()):
        for aspect, levels in table.items():
            assert f"aspect_{aspect}" in messages(), aspect
            for level in levels if aspect != "prior" else ():
                named = level_name(Evidence(aspect, "", "", level), words)
                assert named != level.replace("_", " "), (aspect, level)


def test_every_key_that_proposes_pairs_has_a_name():
    code = Path(keys.__file__).read_text(encoding="utf-8")
    for key in {*re.findall(r'BlockingKey\(\s*"([a-z+]+)"', code)}:
        assert proposer_name(f"block:{key}", catalogue("de")) != f"block:{key}"
    assert proposer_name("block:metric+object", catalogue("en")) == "same measure and object"
    assert proposer_name("own", catalogue("en")) == "own"
