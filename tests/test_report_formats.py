"""Each machine-readable format, read back by what reads it."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from factcheck.report import FORMATS, render
from report_sample import EMPTY, SAMPLE
from report_schemas import sarif_schema


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_format_is_stable_and_ends_with_a_newline(format, language):
    text = render(SAMPLE, format, ui_language=language)
    assert text == render(SAMPLE, format, ui_language=language)
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_say_that_nothing_was_found(format):
    assert render(EMPTY, format)


def sarif() -> dict:
    return json.loads(render(SAMPLE, "sarif"))["runs"][0]


@pytest.mark.parametrize("sample", [SAMPLE, EMPTY])
def test_sarif_fits_the_published_schema(sample):
    schema = sarif_schema()
    jsonschema.validate(json.loads(render(sample, "sarif", show_agreements=True)), schema)


def test_sarif_gives_the_second_claim_as_related_location():
    first = sarif()["results"][0]
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 5
    related = first["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "archive/wire.txt"
    assert related["message"]["text"].startswith("B: Northern Wire")
    assert first["partialFingerprints"] == {"factcheck/v1": "03" * 32}


def test_sarif_keeps_suppressed_findings_with_their_reason():
    known = [result for result in sarif()["results"] if "suppressions" in result]
    assert [result["suppressions"][0]["justification"] for result in known] == ["geprüft"]


def test_sarif_agreements_are_no_failures():
    run = json.loads(render(SAMPLE, "sarif", show_agreements=True))["runs"][0]
    agreed = [result for result in run["results"] if result["kind"] == "pass"]
    assert [result["level"] for result in agreed] == ["none"]


def test_sarif_rule_indexes_name_the_rules():
    run = sarif()
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_junit_counts_what_it_holds():
    root = Xml.fromstring(render(SAMPLE, "junit"))
    assert root.get("tests") == str(len(root.findall(".//testcase")))
    assert root.get("failures") == str(len(root.findall(".//failure"))) == "4"
    assert root.get("skipped") == "2"


def test_junit_has_a_passing_case_for_an_article_without_findings():
    quiet = Xml.fromstring(render(SAMPLE, "junit")).find("testsuite[@name='archive/wire.txt']")
    assert quiet is not None and quiet.get("failures") == "0" and quiet.get("tests") == "1"


def test_github_commands_stand_one_a_line():
    *commands, summary = render(SAMPLE, "github").splitlines()
    assert all(re.match(r"::(error|warning|notice) file=[^:]*::", line) for line in commands)
    assert commands[0].startswith("::error file=archiv/gespraeche.md,line=5,endLine=5,col=25,")
    assert summary.startswith("factcheck: 2 Contradictions")


def test_markdown_marks_differing_words_and_draws():
    text = render(SAMPLE, "markdown", ui_language="de")
    assert "**fast 35** Milliarden" in text
    assert text.count("```") == 8
    assert "### ▲ Unstimmigkeit · FC102" in text
