"""Texts of which nothing is known: the company that a sentence names tells the fiscal calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.extract.periods import find

PUBLISHED = date(2025, 12, 17)


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("Microsoft gab im Q1 FY26 viel aus.", "de", "2025-07-01", "2025-09-30"),
        ("Bei Siemens endete das dritte Geschäftsquartal 2025 gut.", "de", "2025-04-01", None),
        ("Microsoft's Q1 FY26 was strong.", "en", "2025-07-01", "2025-09-30"),
        ("Rivalen zogen nach. Apples erstes Geschäftsquartal 2026 lief.", "de", "2025-10-01", None),
        ("Im Q1 FY26 stieg der Umsatz.", "de", None, None),
        ("Microsoft wuchs. Im Q1 FY26 stieg der Umsatz der Rivalen.", "de", None, None),
    ],
)
def test_fiscal_quarter(text: str, language: str, start: str | None, end: str | None) -> None:
    for published in (PUBLISHED, None):
        (mention,) = factcheck.periods(text, language, published)
        assert text[mention.start : mention.end] == mention.text
        assert mention.period.start == (start and date.fromisoformat(start))
        assert mention.period.resolved == ("fiscal" if start else "unknown")
        if end:
            assert mention.period.end == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Microsoft investierte im ersten Quartal 2026 fast 35 Milliarden Dollar.", "fiscal"),
        ("Microsoft will im ersten Quartal 2026 mehr investieren.", "stated"),
        ("Der Bund investierte im ersten Quartal 2026 mehr.", "stated"),
    ],
)
def test_money_already_spent(text: str, resolved: str) -> None:
    (mention,) = factcheck.periods(text, "de", PUBLISHED)
    assert mention.period.resolved == resolved


PARTS = ("Microsoft", "Siemens", "im Q1 FY26", "2024", "im letzten Quartal", ". ", "Der Bund", "\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_a_company_moves_no_mention(parts: list[str]) -> None:
    text = " ".join(parts)
    alone = factcheck.periods(text, "de", PUBLISHED)
    assert [(m.start, m.end) for m in alone] == [
        (m.start, m.end) for m in find(text, "de", PUBLISHED)
    ]
    assert all(text[m.start : m.end] == m.text for m in alone)
