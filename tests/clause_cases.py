"""Sentences that stand alone, as the extractors see them."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.extract.assemble import contexts_of
from factcheck.extract.context import SentenceContext
from factcheck.model import Document, Sentence

SPECS = Path(__file__).parent / "specs"


def context_of(text: str, language: str) -> SentenceContext:
    """Return the context of a text taken as one sentence."""
    document = Document("d", "", text, language=language)
    return contexts_of(document, [Sentence(0, len(text), text, language=language)])[0]


def clause_rows() -> list[tuple[str, dict]]:
    rows = []
    for path in sorted((SPECS / "clauses").glob("*.json")):
        rows += [(path.stem, row) for row in json.loads(path.read_text(encoding="utf-8"))]
    return rows
