"""Dates that a participle asks for: "founded in 1991", "die 1899 gegründete Firma"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.years import bare_years
from factcheck.model import PeriodMention, Token
from factcheck.vocab.metrics import participle_metric

Dated = tuple[PeriodMention, Clause, str, Phrase]
_REACH = 45  # letters between a participle and its date
_BREAK = re.compile(r"[,;:.]\s|\b(?:and|und|who|which|that)\b")
_COPULAS = ("be", "sein", "become", "werden")


def participle_dates(context: SentenceContext) -> Iterator[Dated]:
    """Yield each date that a participle beside it asks for, with the clause and the thing dated."""
    for token in context.tokens:
        if not token.tag.startswith(("VVN", "ADJ")):
            continue
        metric = participle_metric(token.lemma, context.sentence.language)
        clause = clause_at(context, token.start) if metric else None
        if clause is None or clause.verb_start <= token.start < clause.verb_end:
            continue
        date = _date_beside(context, clause, token)
        thing = _thing(context, clause, token)
        if date is not None and thing is not None:
            yield date, clause, metric, thing


def _date_beside(context: SentenceContext, clause: Clause, token: Token) -> PeriodMention | None:
    """Return the date behind an English participle, before a German adjective."""
    dates = [*context.periods, *bare_years(context, clause)]
    if context.sentence.language == "de":
        near = [d for d in dates if _joined(context.text, d.end, token.start)]
        return max(near, key=lambda d: d.start, default=None)
    near = [d for d in dates if _joined(context.text, token.end, d.start)]
    return min(near, key=lambda d: d.start, default=None)


def _joined(text: str, start: int, end: int) -> bool:
    return 0 <= end - start <= _REACH and not _BREAK.search(text, start, end)


def _thing(context: SentenceContext, clause: Clause, token: Token) -> Phrase | None:
    """Return what the participle describes.

    In "X is a label founded in 1991" that is X, else the phrase that stands before an English
    participle, or the one whose noun follows a German one.
    """
    if context.sentence.language == "de":
        return _first(p for p in _phrases(clause) if p.start <= token.start and token.end < p.end)
    if clause.verb in _COPULAS and clause.subject is not None:
        return clause.subject if clause.subject.end <= token.start else None
    before = [p for p in _phrases(clause) if 0 <= token.start - p.end <= 2]
    return _first(before)


def _phrases(clause: Clause) -> list[Phrase]:
    adjuncts = [phrase for _, phrase in clause.adjuncts]
    return [p for p in (clause.subject, *clause.objects, *adjuncts) if p is not None]


def _first(phrases: Iterable[Phrase]) -> Phrase | None:
    return next(iter(phrases), None)
