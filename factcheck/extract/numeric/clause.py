"""Which clause an amount stands in."""

from __future__ import annotations

from factcheck.extract.context import Clause, SentenceContext
from factcheck.lang.measure import is_word
from factcheck.model import Modality
from factcheck.tables.modality import modality_rows
from factcheck.vocab.metrics import verb_metrics
from factcheck.vocab.modality import modality_words

_WEAKER = {Modality.NEGOTIATED, Modality.POSSIBLE, Modality.FORECAST}


def clause_at(context: SentenceContext, position: int) -> Clause | None:
    """Return the shortest clause that covers a position of the sentence, if any does."""
    covering = [c for c in context.clauses if c.start <= position < c.end]
    return min(covering, key=lambda c: c.end - c.start, default=None)


def reports(clause: Clause, language: str) -> bool:
    """Say whether the clause only says who said something: when is of no interest."""
    return clause.verb in modality_rows()["reported"].control.get(language, ())


def modality_of(clause: Clause | None, language: str, metric: str = "") -> Modality:
    """Return how far an amount is committed to: "verhandelt über 10 Milliarden" is negotiated.

    The verb of the amount's own `metric` measures it: "weighed 22 kilograms".
    """
    if clause is None:
        return Modality.ACTUAL
    own = any(metric == named for named, _ in verb_metrics(clause.verb, language))
    if own or is_word(
        "counts", clause.verb, language
    ):  # "spricht von 80 Toten" is no talks about them
        row = None
    else:
        row = modality_words(language).control.get(clause.verb)
    governed = Modality(row.modality) if row else clause.modality
    return governed if governed in _WEAKER else clause.modality
