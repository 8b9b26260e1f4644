"""Whatever is added has its example: a unit, metric, family, rule, format without one fails here.

Each test is named after the row, so that a failure says what lacks its example.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.rules import all_rules
from factcheck.extract.quantities import find
from factcheck.lang.base import languages
from factcheck.report import FORMATS
from factcheck.tables.input_formats import input_formats
from factcheck.tables.metrics import metrics
from factcheck.tables.predicates import predicate_rows
from factcheck.tables.units import units
from rule_pages import PAGES, examples

ROOT = Path(__file__).parent.parent
SPECS = Path(__file__).parent / "specs"


@cache
def specs(folder: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of all files of one kind of example."""
    return tuple(
        row
        for path in sorted((SPECS / folder).glob("*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("row_id", units())
def test_unit_has_an_example_that_reads_as_it(row_id):
    unit = units()[row_id]
    (row,) = [row for row in specs("units") if row["unit"] == row_id] or [{}]
    assert row, f"tests/specs/units: no sentences for {row_id!r}"
    for language in languages():
        assert language in row or not (unit.words(language) or unit.symbols)
        text = row.get(language, "")
        found = [mention.quantity for mention in find(text, language)] if text else []
        read = {(q.unit, q.noun if unit.dimension == "count" else "") for q in found}
        noun = unit.noun if unit.dimension == "count" else ""
        assert not text or (unit.code, noun) in read, text


def test_no_unit_example_without_its_row():
    assert {row["unit"] for row in specs("units")} <= set(units())


@pytest.mark.parametrize("row_id", metrics())
def test_metric_has_an_example(row_id):
    named = {row["metric"] for row in specs("metrics")}
    assert row_id in named, f"tests/specs/metrics: no sentence for {row_id!r}"


@pytest.mark.parametrize("row_id", metrics())
@pytest.mark.parametrize("language", languages())
def test_metric_has_words_in_each_language(row_id, language):
    assert metrics()[row_id].words(language) or metrics()[row_id].verbs(language)


@pytest.mark.parametrize("row_id", predicate_rows())
def test_family_has_a_pair_of_examples(row_id):
    """One that holds and one that does not; an event can only happen or be denied."""
    rows = [row for row in specs("relations") if row.get("family") == row_id]
    assert rows, f"tests/specs/relations: no example of {row_id!r}"
    assert any(row.get("holds") for row in rows)
    assert any(row.get("fails") for row in rows)


@pytest.mark.parametrize("rule_id", all_rules())
def test_rule_has_a_page_with_examples(rule_id):
    page = PAGES / f"{rule_id}.md"
    assert page.exists(), f"tests/specs/rules/{rule_id}.md is missing"
    shown = [example for example in examples() if example.page == rule_id]
    reported = [e for e in shown if any(expected.rule == rule_id for expected in e.expected)]
    assert reported, f"{page.name}: no example in which {rule_id} speaks"
    silent = [e for e in shown if not any(expected.rule == rule_id for expected in e.expected)]
    assert silent, f"{page.name}: no look-alike in which {rule_id} stays silent"


@pytest.mark.parametrize("rule_id", all_rules())
def test_rule_follows_the_conventions(rule_id):
    rule = all_rules()[rule_id]
    assert re.fullmatch(r"FC[12349]\d\d", rule.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.summary.endswith(".")


def test_rules_are_told_apart_by_id_and_by_name():
    names = [rule.name for rule in all_rules().values()]
    assert len(set(names)) == len(names)


def test_no_page_without_its_rule():
    assert {page.stem for page in PAGES.glob("FC*.md")} <= set(all_rules())


@cache
def text_of_tests(pattern: str) -> str:
    paths = sorted(Path(__file__).parent.glob(pattern))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("name", FORMATS)
def test_output_format_is_tested_and_described(name):
    module = ROOT / "factcheck" / "report" / f"{FORMATS[name]}.py"
    assert module.exists()
    assert f'"{name}"' in text_of_tests("test_report*.py"), f"no report test names {name!r}"
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page or f"--format {name}" in page, f"docs/formats.md lacks {name!r}"


def _article_formats() -> dict[str, Any]:
    return {row.id: row for row in input_formats().values() if row.article}


@pytest.mark.parametrize("name", _article_formats())
def test_input_format_is_tested(name):
    row = _article_formats()[name]
    module = ROOT / "factcheck" / "read" / f"{row.module}.py"
    assert module.exists()
    tests = text_of_tests("test_read*.py")
    suffixes = [suffix for suffix in row.suffixes if suffix]
    assert any(suffix in tests for suffix in suffixes), f"no reading test names {suffixes}"


@pytest.mark.parametrize("language", languages())
def test_language_has_examples_of_each_kind(language):
    for kind in ("quantities", "periods", "metrics", "splitting"):
        assert (SPECS / kind / f"{language}.json").exists(), f"tests/specs/{kind}/{language}.json"
