"""Every format from one real scan of the five shared articles, read by what reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from markdown_it import MarkdownIt

import factcheck
from factcheck.report import FORMATS, render
from factcheck.report.explain import finding_page
from report_schemas import own_schema, sarif_schema

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is absent")


@pytest.fixture(scope="module")
def scanned():
    report = factcheck.scan([SEEDS], show_agreements=True)
    assert report.findings, "a scan that finds nothing would prove nothing here"
    return report


@pytest.fixture(scope="module")
def written(scanned) -> dict[str, str]:
    return {format: render(scanned, format, show_agreements=True) for format in FORMATS}


def test_json_fits_its_schema_and_quotes_the_files(scanned, written):
    report = json.loads(written["json"])
    jsonschema.validate(report, own_schema())
    texts = {document.path: document.text for document in scanned.documents}
    for finding in report["findings"]:
        for claim in finding["claims"]:
            assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_sarif_fits_the_published_schema(written):
    jsonschema.validate(json.loads(written["sarif"]), sarif_schema())


def test_junit_is_read_by_a_parser(scanned, written):
    root = Xml.fromstring(written["junit"])
    assert len(root.findall("testsuite")) == len(scanned.documents)


def test_github_lines_are_commands(scanned, written):
    *commands, _ = written["github"].splitlines()
    assert len(commands) == len(scanned.findings)
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in commands)


def test_markdown_has_a_heading_for_each_finding(scanned, written):
    page = MarkdownIt().enable("table").render(written["markdown"])
    assert page.count("<h3>") == len(scanned.findings)


def test_html_marks_each_passage_and_shows_each_finding(scanned, written):
    for number in range(1, len(scanned.findings) + 1):
        assert f'id="finding-{number}"' in written["html"]
        assert f'id="mark-{number}-1"' in written["html"]


def test_the_terminal_names_every_rule(scanned, written):
    assert all(finding.rule in written["terminal"] for finding in scanned.findings)


def test_every_finding_can_be_explained(written):
    for finding in json.loads(written["json"])["findings"]:
        assert finding["id"] in finding_page(finding).replace("\n", "")
