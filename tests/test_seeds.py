"""The five real articles: three conflicts must be found, ten look-alikes must not."""

from __future__ import annotations

import pytest

from factcheck import pipeline
from factcheck.model import Report

C = ("contradiction", "discrepancy")


@pytest.fixture(scope="module")
def report(seeds) -> Report:
    return pipeline.scan([seeds])


def _between(report: Report, a: tuple[str, str], b: tuple[str, str], verdicts=C) -> list:
    """Return findings with one claim in each file whose sentence holds the words given."""
    return [
        finding
        for finding in report.findings
        if finding.verdict in verdicts and _joins(report, finding, a, b)
    ]


def _joins(report: Report, finding, a, b) -> bool:
    claims = [c.claim for c in finding.claims]
    return any(
        _is(report, x, a) and _is(report, y, b) for x in claims for y in claims if x is not y
    )


def _is(report: Report, claim, side: tuple[str, str]) -> bool:
    number, words = side
    path = report.document(claim.document).path
    return f"/{number}_" in f"/{path}" and (words in claim.sentence or words in claim.quote)


def test_capital_expenditure_of_one_quarter(report):
    for words in ("34 Milliarden Dollar Investition", "über 34 Milliarden Dollar"):
        found = _between(report, ("002", words), ("000", "fast 35 Milliarden Dollar"))
        assert [f.verdict for f in found] == ["discrepancy"], words
        assert "34" in found[0].message
        assert "35" in found[0].message
    assert "between $34 bn and $35 bn" in found[0].message.replace("\xa0", " ")


def test_exclusivity_lost_against_partnership_secured(report):
    found = _between(report, ("000", "Erstzugriffsrecht"), ("002", "2032"))
    found += _between(report, ("000", "Erstzugriffsrecht"), ("002", "zementiert"))
    assert found
    assert {f.verdict for f in found} == {"discrepancy"}


def test_dependence_broken_against_partnership_deepened(report):
    found = _between(report, ("004", "Abhängigkeit"), ("004", "vertiefen"))
    found += _between(report, ("004", "Abhängigkeit"), ("004", "Vertiefung"))
    assert found
    assert {f.verdict for f in found} == {"discrepancy"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("000", "10-Milliarden"), ("003", "10 Milliarden")),
        (("003", "33 Milliarden"), ("002", "34 Milliarden")),
        (("003", "33 Milliarden"), ("000", "35 Milliarden")),
        (("004", "80 Milliarden"), ("002", "34 Milliarden")),
        (("004", "80 Milliarden"), ("000", "35 Milliarden")),
        (("001", "17,4"), ("001", "19,4")),
        (("001", "17,4"), ("001", "zwei Milliarden")),
        (("000", "Ende Januar"), ("003", "5. Februar")),
        (("002", "bis 2032"), ("002", "bis mindestens 2030")),
        (("004", "35%"), ("000", "Prozent")),
        (("000", "406,40"), ("000", "428,81")),
    ],
)
def test_look_alikes_are_left_alone(report, a, b):
    found = _between(report, a, b)
    found = [f for f in found if f.kind != "relation"]
    assert not found, [f.message for f in found]


def test_advertising_makes_no_claims(report):
    for finding in report.findings:
        for member in finding.claims:
            assert "Kaufen oder verkaufen" not in member.claim.sentence
            assert "Gratis-Analyse" not in member.claim.sentence


def test_nothing_else_numeric_is_flagged(report):
    flagged = [f for f in report.findings if f.verdict in C and f.kind != "relation"]
    assert len(flagged) == 1, [f.message for f in flagged]
