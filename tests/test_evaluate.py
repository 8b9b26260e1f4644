"""The yardsticks themselves: scores, gold lists, read flags, bins of confidence, floors."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import accuracy, accuracy_page, labelled, measured, newswire, reliability
from factcheck import evaluate
from factcheck.model import Finding, Severity, Verdict

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
    assert 0 <= score.f1 <= max(score.precision, score.recall) + 1e-9 <= 1 + 1e-9
    assert len(score.misses) == score.false + score.missed


def test_published_reads_iso_dates():
    assert evaluate.published("2025-11-13") == date(2025, 11, 13)
    assert evaluate.published(None) is None


@given(st.lists(st.tuples(st.floats(0.5, 1.0), st.booleans()), max_size=30))
def test_every_flag_lands_in_one_bin(found):
    bins = reliability.bins(found)
    assert sum(len(b.flags) for b in bins) == len(found)
    assert all(b.low <= b.said <= b.high + 1e-9 for b in bins if b.flags)
    assert 0 <= reliability.brier(found) <= 1


def test_brier_of_sure_and_right_is_zero():
    assert reliability.brier([(1.0, True)]) == 0
    assert reliability.brier([(0.5, True), (0.5, False)]) == 0.25


@pytest.mark.parametrize(
    ("sign", "bound", "fails"), [(">=", 0.4, False), (">=", 0.6, True), ("<=", 0.4, True)]
)
def test_floors(sign, bound, fails):
    assert bool(accuracy.under_floors({"x": 0.5}, {"x": (sign, bound)})) is fails
    assert accuracy.under_floors({}, {"x": (sign, bound)}) == []


def _flag(name, verdict=Verdict.CONTRADICTION, confidence=0.75):
    return Finding(
        "FC101", "value-conflict", verdict, Severity.ERROR, confidence, "amount", "", (), id=name
    )


def test_an_unread_flag_counts_as_false():
    read = {"a": {"right": True, "why": "so"}, "b": {"right": False, "why": "no"}}
    wire = newswire.sort_flags(50, [_flag("a"), _flag("b"), _flag("c")], read)
    assert [f.id for f in wire.unread] == ["c"]
    assert wire.false_per_100(Verdict.CONTRADICTION) == 4.0
    assert wire.false_per_100(Verdict.DISCREPANCY) == 0.0


def test_every_read_flag_has_a_verdict_and_a_reason():
    for row in newswire.read_flags().values():
        assert set(row) == {"right", "why"} and isinstance(row["right"], bool) and row["why"]


def _sample():
    rows = [
        evaluate.PairResult(
            {"id": "1", "label": "contradiction", "part": "hold", "lang": "de"},
            "contradiction",
            (_flag("a"),),
        ),
        evaluate.PairResult({"id": "2", "label": "none", "part": "tune", "lang": "de"}, "none"),
    ]
    return measured.Measured(own={"conflicts_de": rows}, sets={"rte3_de": rows}, absent=["gone"])


def test_the_page_is_whole_and_the_same_twice():
    page = accuracy_page.page(_sample())
    assert page == accuracy_page.page(_sample())
    assert "{{" not in page and "1 of 1 (1.000)" in page and "left out: gone" in page


def test_figures_keep_the_parts_apart():
    figures = _sample().figures()
    assert figures["hold conflicts_de flagged"] == 1.0
    assert figures["tune conflicts_de flagged"] == 0.0
    assert figures["rte3_de precision"] == 1.0


def test_own_pairs_are_labelled_and_no_pair_stands_in_two_parts():
    rows = [row for group in labelled.own_rows().values() for row in group]
    assert len({row["id"] for row in rows}) == len(rows)
    texts = {part: {(r["a"], r["b"]) for r in rows if r["part"] == part} for part in measured.PARTS}
    assert sum(map(len, texts.values())) == len(set().union(*texts.values()))
    assert sum(row["label"] == "none" for row in rows) >= 300


def test_floors_name_figures_that_exist():
    known = {f"{part} {group} flagged" for group in labelled.own_rows() for part in measured.PARTS}
    known |= {f"{name} {what}" for name in measured.SETS for what in ("precision", "recall")}
    known |= {f"corpus {what}" for what in ("missing", "forbidden", "unlisted")}
    known |= {"newswire false contradictions per 100", "newswire flags not read"}
    floors = accuracy.read_floors()
    assert not set(floors) - known
    assert all(sign in (">=", "<=") for sign, _ in floors.values())
