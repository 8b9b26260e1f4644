"""Which clause an amount stands in."""

from __future__ import annotations

from factcheck.extract.context import Clause, SentenceContext


def clause_at(context: SentenceContext, position: int) -> Clause | None:
    """Return the shortest clause that covers a position of the sentence, if any does."""
    covering = [c for c in context.clauses if c.start <= position < c.end]
    return min(covering, key=lambda c: c.end - c.start, default=None)
