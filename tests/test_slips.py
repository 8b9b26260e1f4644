"""The slip that two figures look like is named where it fits, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck
from factcheck.compare.slips import slip
from factcheck.model import NumericClaim
from factcheck.tables.catalogue import LANGUAGES, catalogue

ROWS = json.loads((Path(__file__).parent / "specs" / "slips" / "slips.json").read_text("utf-8"))


def claim_of(side: dict[str, str]) -> NumericClaim:
    ((language, text),) = side.items()
    (claim,) = [c for c in factcheck.extract(text, language) if isinstance(c, NumericClaim)]
    return claim


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['slip']} {row['a']} {row['b']}")
def test_slip(row):
    left, right = claim_of(row["a"]), claim_of(row["b"])
    for found in (slip(left, right), slip(right, left)):
        assert (found.key if found else "") == row["slip"]
        assert not found or found.factor == row.get("factor", 1)


@pytest.mark.parametrize("key", sorted({row["slip"] for row in ROWS} - {""}))
@pytest.mark.parametrize("language", LANGUAGES)
def test_slip_is_told_in_words(key, language):
    assert "{" not in catalogue(language).text(key, factor="1.000")


def test_message_writes_the_factor_as_the_reader_does():
    left = "Die Werft Sorau investiert 2025 insgesamt 1,25 Milliarden Euro in das Werk Lauta."
    right = "Die Werft Sorau investiert 2025 insgesamt 1,25 Millionen Euro in das Werk Lauta."
    (finding,) = factcheck.compare(left, right, language="de")
    assert "a factor of 1,000" in finding.message


@pytest.mark.parametrize(
    ("text", "language", "hint"),
    [
        ("Die Quote stieg von 4 auf 5 Prozent, also um 1 Prozent.", "de", "percentage points"),
        ("The rate rose from 4 percent to 5 percent, an increase of 1 percent.", "en", "points"),
        ("Die Quote stieg um 25 Prozentpunkte von 4 auf 5 Prozent.", "de", "in percent"),
        ("Die Quote stieg von 4 auf 5 Prozent, also um 70 Prozent.", "de", ""),
    ],
)
def test_percent_for_percentage_points(text, language, hint, tmp_path):
    (tmp_path / "a.txt").write_text(f"---\nlanguage: {language}\n---\n{text}\n", encoding="utf-8")
    (finding,) = factcheck.scan([tmp_path]).findings
    assert finding.rule == "FC402"
    assert (hint in finding.message) if hint else ("perhaps" not in finding.message)
