"""Stated dates as claims: when something happened or is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.anchors import names_of, nouns_of
from factcheck.extract.numeric.clause import clause_at, modality_at, reports
from factcheck.extract.numeric.lives import life_dates
from factcheck.extract.numeric.participles import participle_dates
from factcheck.extract.numeric.parties import as_text
from factcheck.extract.numeric.slots import slots_of
from factcheck.extract.numeric.works import work_dates
from factcheck.extract.numeric.years import bare_years, last_days, sets_in
from factcheck.lang.measure import is_word
from factcheck.model import Aspect, Entity, NumericClaim, PeriodMention, Quantity, Resolution
from factcheck.tables.metrics import metrics
from factcheck.vocab.content import content_words
from factcheck.vocab.metrics import find_metrics, verb_metrics

_LONGEST = 366  # days; a longer span dates nothing
_NO_FIGURES = {"rank", "ratio"}  # "its first passengers", "the halving of the fee"
_COUNTED = {"count", "number", "money", "mass"}
_COMMA = 2  # letters between a participle that opens a sentence and what it tells of
_NEXT = 5  # code points between a noun and what it is of
_OF = ("of", "priced")  # "die Eröffnung von", "der Baubeginn für"
_WORD = re.compile(r"[^\W\d_]+")
_UNKNOWN = (Resolution.UNKNOWN, Resolution.PUBLICATION)


def date_claims(context: SentenceContext) -> list[NumericClaim]:
    """Return a claim for each date that says when its clause's subject did or had something done.

    The quantity counts days (proleptic ordinals), the whole of the stated period. In a clause with
    an amount the date is the amount's period, unless the verb itself asks when ("gegründet").
    "läuft bis 2032" dates the end.
    """
    asked = [*life_dates(context), *work_dates(context), *participle_dates(context)]
    claims = [replace(_claim(context, *dated), object=None) for dated in asked]
    for mention, clause in _dated(context):
        if any(mention.start < other.end and other.start < mention.end for other, *_ in asked):
            continue
        metric = _date_metric(context, clause, mention)
        thing = _thing(context, clause, metric) or _opened(context, clause, metric)
        if thing is None or not (metric or not _has_amount(context, clause)):
            continue
        if _counts_its_object(context, clause):
            continue
        if mention.period.anchor == "until":
            if not metric and not _is_due(context, clause):
                continue
            mention = replace(mention, period=last_days(mention.period))
        claims.append(_claim(context, mention, clause, metric, thing))
    return claims


def _dated(context: SentenceContext) -> Iterator[tuple[PeriodMention, Clause]]:
    """Yield the dates of a sentence with their clauses; bare years where the clause asks when."""
    language = context.sentence.language
    for mention in context.periods:
        clause = clause_at(context, mention.start)
        if start := sets_in(mention, language, context.document.published):
            mention = replace(mention, period=start)
        if clause is None or not clause.verb or not _is_a_date(mention):
            continue
        if not reports(clause, language):
            yield mention, clause
    for clause in context.clauses:
        if clause.verb and _date_metric(context, clause):
            for mention in bare_years(context, clause):
                if clause_at(context, mention.start) is clause:
                    yield mention, clause


def _date_metric(
    context: SentenceContext, clause: Clause, mention: PeriodMention | None = None
) -> str:
    """Return the metric that the clause's verb or its nouns name, if one is measured in dates.

    A verb of lasting takes its preposition's dates only ("läuft bis"), and an open period takes
    such a verb or one that ends something by itself.
    """
    language = context.sentence.language
    words = _WORD.findall(context.text[clause.start : clause.end].lower())
    verbs = verb_metrics(clause.verb, language)
    until = mention is not None and mention.period.anchor == "until"
    first = mention.text.split()[0].lower() if mention is not None else ""
    if until:
        ids = [metric for metric, rest in verbs if rest == first]
    else:  # a verb with its noun says more than the bare one
        ids = [metric for metric, rest in verbs if rest and rest in words]
        ids += [metric for metric, rest in verbs if not rest]
        for found in find_metrics(context.text[clause.start : clause.end], language):
            ids += found.metrics
    return next((i for i in ids if "date" in metrics()[i].dimensions), "")


def _thing(context: SentenceContext, clause: Clause, metric: str) -> Phrase | None:
    """Return what is dated: the subject, in a passive the logical object, no number.

    "The completion of the tower" dates the tower.
    """
    phrases = [p for p in (clause.subject, *clause.objects) if p is not None]
    phrases = [p for p in phrases if not _is_number(context, p)]
    if metric and clause.passive and len(phrases) > 1 and clause.objects:
        phrases = [p for p in phrases if p is not clause.subject]
    first = phrases[0] if phrases else _worked_on(context, clause)
    if first is None or not metric or not find_metrics(first.text, context.sentence.language):
        return first
    owners = [p for preposition, p in clause.adjuncts if _joins(preposition, context)]
    return next((p for p in owners if 0 <= p.start - first.end <= _NEXT), first)


def _opened(context: SentenceContext, clause: Clause, metric: str) -> Phrase | None:
    """Return whose date a participle tells that opens the sentence: "Founded in 1906, the club"."""
    bare = clause.subject is None and clause.verb and clause.tense == "past"
    if not metric or not bare or clause is not context.clauses[0]:
        return None
    behind = context.clauses[1:2]
    near = [c for c in behind if 0 < c.start - clause.end <= _COMMA]
    return near[0].subject if near and context.text[clause.end] == "," else None


def _is_due(context: SentenceContext, clause: Clause) -> bool:
    """Say whether the clause tells by when something must be done: "muss bis 2027 räumen"."""
    words = _WORD.findall(context.text[clause.start : clause.end].lower())
    return any(is_word("obliged", word, context.sentence.language) for word in words)


def _worked_on(context: SentenceContext, clause: Clause) -> Phrase | None:
    """Return what is begun or ended with no subject: "mit den Arbeiten an der Brücke wird"."""
    language = context.sentence.language
    phrases = [p for link, p in clause.adjuncts if is_word("worked_with", link.lower(), language)]
    first = next((p for p in phrases if not _is_number(context, p)), None)
    if first is None or not clause.passive:
        return None
    behind = (p for _, p in clause.adjuncts if 0 < p.start - first.end <= _NEXT)
    return next(behind, first)


def _joins(preposition: str, context: SentenceContext) -> bool:
    return any(is_word(row, preposition.lower(), context.sentence.language) for row in _OF)


def _is_number(context: SentenceContext, phrase: Phrase) -> bool:
    if not any(letter.isalpha() for letter in phrase.text):
        return True
    spans = [(amount.start, amount.end) for amount in context.quantities]
    spans += [(period.start, period.end) for period in context.periods]
    return any(phrase.start < end and start < phrase.end for start, end in spans)


def _is_a_date(mention: PeriodMention) -> bool:
    period = mention.period
    if period.anchor == "until" and period.end is not None:
        return period.resolved not in _UNKNOWN
    if period.start is None or period.end is None or period.anchor:
        return False
    return (period.end - period.start).days < _LONGEST and period.resolved not in _UNKNOWN


def _has_amount(context: SentenceContext, clause: Clause) -> bool:
    return any(
        clause.start <= amount.start < clause.end and amount.quantity.dimension not in _NO_FIGURES
        for amount in context.quantities
    )


def _counts_its_object(context: SentenceContext, clause: Clause) -> bool:
    """Say whether the verb's object is an amount, whose time the date is: "built 300 homes"."""
    counted = [a for a in context.quantities if a.quantity.dimension in _COUNTED]
    return not clause.passive and any(
        phrase.start < amount.end and amount.start < phrase.end
        for phrase in clause.objects
        for amount in counted
    )


def _claim(
    context: SentenceContext, mention: PeriodMention, clause: Clause, metric: str, thing: Phrase
) -> NumericClaim:
    period = mention.period
    assert period.start is not None
    assert period.end is not None
    start, language = context.sentence.start, context.sentence.language
    return NumericClaim(
        document=context.document.id,
        start=start + mention.start,
        end=start + mention.end,
        quote=mention.text,
        sentence=context.text,
        sentence_start=start,
        subject=_known(thing, language),
        period=period,
        language=language,
        kind=context.sentence.kind,
        attribution=clause.attribution,
        modality=modality_at(context, mention.start, metric),
        negated=clause.negated,
        metric=metric,
        metric_text="" if is_word("copulas", clause.verb, language) else clause.verb,
        aspect=Aspect.DATE,
        names=names_of(context, clause),
        nouns=nouns_of(context, clause),
        slots=slots_of(context, clause),
        object=_other(context, clause, thing),
        quantity=Quantity(
            low=float(period.start.toordinal()),
            high=float(period.end.toordinal()),
            unit="day",
            dimension="date",
            value=float(period.start.toordinal()),
        ),
    )


def _other(context: SentenceContext, clause: Clause, thing: Phrase) -> Entity | None:
    """Return the first object that is neither the dated thing nor a number."""
    for phrase in clause.objects:
        if phrase is not thing and not _is_number(context, phrase):
            return _entity(phrase, context.sentence.language)
    return None


def _known(phrase: Phrase, language: str) -> Entity | None:
    """Return who or what is dated; None for a pronoun that nobody resolved."""
    named = phrase.entity is not None or bool(content_words(phrase.text, language))
    return _entity(phrase, language) if named else None


def _entity(phrase: Phrase, language: str) -> Entity:
    return phrase.entity.entity if phrase.entity else as_text(phrase.text, language)
