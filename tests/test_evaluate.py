"""The yardsticks themselves: scores, gold lists, read flags, bins of confidence, floors."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factcheck import evaluate

USES_TWICE = """
import factcheck
for _ in range(2):
    factcheck.quantities("3 Milliarden Euro"); factcheck.periods("2025")
    factcheck.extract("Siemens machte 3 Milliarden Euro Umsatz.")
    factcheck.compare("Siemens hat 10 Werke.", "Siemens hat 12 Werke.")
import factcheck.compare.values, factcheck.extract.context
assert callable(factcheck.compare) and callable(factcheck.extract)
"""


def test_public_functions_stay_callable_after_their_packages_are_imported():
    subprocess.run([sys.executable, "-c", USES_TWICE], check=True)


def _result(label, verdict):
    return evaluate.PairResult({"id": "x", "label": label}, verdict)


def test_score_counts_flags_against_labels():
    results = [
        _result("contradiction", "contradiction"),
        _result("contradiction", "none"),
        _result("neutral", "discrepancy"),
        _result("neutral", "update"),
    ]
    score = evaluate.score(results, ["contradiction"])
    assert (score.true, score.false, score.missed) == (1, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


labels = st.sampled_from(["contradiction", "neutral"])
verdicts = st.sampled_from(["contradiction", "discrepancy", "update", "agreement", "none"])


@given(st.lists(st.tuples(labels, verdicts), max_size=20))
def test_score_law(rows):
    results = [_result(*row) for row in rows]
    score = evaluate.score(results, ["contradiction"])
    assert score.true + score.false == sum(result.flagged for result in results)
    assert score.true + score.missed == sum(label == "contradiction" for label, _ in rows)
    assert 0 <= score.f1 <= max(score.precision, score.recall) <= 1
    assert len(score.misses) == score.false + score.missed


def test_published_reads_iso_dates():
    assert evaluate.published("2025-11-13") == date(2025, 11, 13)
    assert evaluate.published(None) is None
