"""Which clause an amount stands in."""

from __future__ import annotations

from factcheck.extract.context import Clause, SentenceContext
from factcheck.model import Modality
from factcheck.vocab.modality import modality_words

_WEAKER = {Modality.NEGOTIATED, Modality.POSSIBLE, Modality.FORECAST}


def clause_at(context: SentenceContext, position: int) -> Clause | None:
    """Return the shortest clause that covers a position of the sentence, if any does."""
    covering = [c for c in context.clauses if c.start <= position < c.end]
    return min(covering, key=lambda c: c.end - c.start, default=None)


def modality_of(clause: Clause | None, language: str) -> Modality:
    """Return how far an amount is committed to: "verhandelt über 10 Milliarden" is negotiated."""
    if clause is None:
        return Modality.ACTUAL
    row = modality_words(language).control.get(clause.verb)
    governed = Modality(row.modality) if row else clause.modality
    return governed if governed in _WEAKER else clause.modality
