"""Stated dates as claims: when something happened or is due."""

from __future__ import annotations

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.anchors import names_of, nouns_of
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.parties import as_text
from factcheck.model import Aspect, Entity, NumericClaim, PeriodMention, Quantity, Resolution
from factcheck.tables.metrics import metrics
from factcheck.tables.modality import modality_rows
from factcheck.vocab.metrics import find_metrics, verb_metrics

_LONGEST = 366  # days; a longer span dates nothing
_UNKNOWN = (Resolution.UNKNOWN, Resolution.PUBLICATION)


def date_claims(context: SentenceContext) -> list[NumericClaim]:
    """Return a claim for each date that says when its clause's subject did or had something done.

    The quantity counts days (proleptic ordinals), the whole of the stated period. In a clause with
    an amount the date is the amount's period, unless the verb itself asks when ("gegründet").
    """
    claims = []
    language = context.sentence.language
    for mention in context.periods:
        clause = clause_at(context, mention.start)
        if clause is None or not clause.verb or clause.subject is None:
            continue
        if not _is_a_date(mention) or _reports(clause, language):
            continue
        metric = _date_metric(context, clause)
        if metric or not _has_amount(context, clause):
            claims.append(_claim(context, mention, clause, metric))
    return claims


def _date_metric(context: SentenceContext, clause: Clause) -> str:
    """Return the metric that the clause's verb or its nouns name, if one is measured in dates."""
    language = context.sentence.language
    words = context.text[clause.start : clause.end].lower().split()
    verbs = verb_metrics(clause.verb, language)
    ids = [metric for metric, rest in verbs if not rest or rest in words]
    for found in find_metrics(context.text[clause.start : clause.end], language):
        ids += found.metrics
    return next((i for i in ids if "date" in metrics()[i].dimensions), "")


def _is_a_date(mention: PeriodMention) -> bool:
    period = mention.period
    if period.start is None or period.end is None or period.anchor:
        return False
    return (period.end - period.start).days < _LONGEST and period.resolved not in _UNKNOWN


def _reports(clause: Clause, language: str) -> bool:
    """Say whether the clause only says who said something: when is of no interest."""
    return clause.verb in modality_rows()["reported"].control.get(language, ())


def _has_amount(context: SentenceContext, clause: Clause) -> bool:
    return any(clause.start <= quantity.start < clause.end for quantity in context.quantities)


def _claim(
    context: SentenceContext, mention: PeriodMention, clause: Clause, metric: str
) -> NumericClaim:
    period = mention.period
    assert period.start is not None
    assert period.end is not None
    assert clause.subject is not None
    start, language = context.sentence.start, context.sentence.language
    return NumericClaim(
        document=context.document.id,
        start=start + mention.start,
        end=start + mention.end,
        quote=mention.text,
        sentence=context.text,
        sentence_start=start,
        subject=_entity(clause.subject, language),
        period=period,
        language=language,
        kind=context.sentence.kind,
        attribution=clause.attribution,
        modality=clause.modality,
        negated=clause.negated,
        metric=metric,
        metric_text=clause.verb,
        aspect=Aspect.DATE,
        names=names_of(context, clause),
        nouns=nouns_of(context, clause),
        object=_entity(clause.objects[0], language) if clause.objects else None,
        quantity=Quantity(
            low=float(period.start.toordinal()),
            high=float(period.end.toordinal()),
            unit="day",
            dimension="date",
            value=float(period.start.toordinal()),
        ),
    )


def _entity(phrase: Phrase, language: str) -> Entity:
    return phrase.entity.entity if phrase.entity else as_text(phrase.text, language)
