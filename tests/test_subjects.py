"""When the subjects of two figures, each in its own language, may be one."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factcheck
from factcheck.compare.statement import Statement
from factcheck.compare.subjects import SUBJECT
from factcheck.model import Document, Entity, NumericClaim

TEXTS = {
    "de": "Der Umsatz der Werft erreichte 2024 5 Millionen Euro.",
    "en": "Revenue at the shipyard reached 6 million euros in 2024.",
}


def said(subject: Entity, language: str) -> Statement[NumericClaim]:
    text = TEXTS[language]
    claim = next(c for c in factcheck.extract(text, language) if isinstance(c, NumericClaim))
    document = Document(id=language, path=language, text=text, language=language)
    said = replace(claim, subject=subject, names=(), nouns=())
    return Statement(said, document, lambda _: frozenset())


@pytest.mark.parametrize(
    ("german", "english", "level"),
    [
        (Entity("text:lehrkraft", "Lehrkräfte"), Entity("text:teacher", "teachers"), "translated"),
        (Entity("text:konzern", "Konzern"), Entity("sap", "SAP", "company"), "translated"),
        (
            Entity("text:talbrück", "Talbrück AG", "company"),
            Entity("text:nordkai", "Nordkai SE", "company"),
            "different",
        ),
        (
            Entity("text:talbrück", "Talbrück AG", "company"),
            Entity("sap", "SAP", "company"),
            "different",
        ),
        (
            Entity("text:nordkai se", "Nordkai SE", "company"),
            Entity("text:nordkai", "Nordkai", "company"),
            "same_words",
        ),
    ],
)
def test_names_are_not_translated(german: Entity, english: Entity, level: str) -> None:
    left, right = said(german, "de"), said(english, "en")
    assert SUBJECT.decide(left, right).name == SUBJECT.decide(right, left).name == level
