"""The bundled corpus: every planted conflict is found, every look-alike left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import evaluate, pipeline
from factcheck.model import Report

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report() -> Report:
    return pipeline.scan([CORPUS])


def test_every_planted_conflict_is_found_and_nothing_else(report):
    asked = [row for row in GOLD["must_find"] if "known_miss" not in row]
    known = [row for row in GOLD["must_find"] if "known_miss" in row]
    missing, forbidden, unlisted = evaluate.check_gold(report, {**GOLD, "must_find": asked})
    unlisted = [u for u in unlisted if not any(row["a"]["quote"] in u for row in known)]
    wrong = [f"missing: {m}" for m in missing]
    wrong += [f"forbidden: {f}" for f in forbidden]
    wrong += [f"unlisted: {u}" for u in unlisted]
    assert not wrong, "\n".join(wrong)


def test_planted_updates_are_never_alarms(report):
    for row in GOLD["updates"]:
        found = [f for f in report.findings if evaluate.matches(f, row, report, pair=True)]
        assert all(f.verdict == "update" for f in found), row["why"]
