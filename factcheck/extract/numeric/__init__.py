"""Joins each amount of a sentence with what it measures, of whom, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.ages import age_claims
from factcheck.extract.numeric.anchors import names_of, nouns_of
from factcheck.extract.numeric.aspect import adds_up, aspect_of, signed, text_says_changed
from factcheck.extract.numeric.clause import clause_at, denied, modality_at
from factcheck.extract.numeric.dates import date_claims
from factcheck.extract.numeric.inherit import inherit
from factcheck.extract.numeric.measured import Measured
from factcheck.extract.numeric.metric import measure
from factcheck.extract.numeric.parties import parties_of, source_of
from factcheck.extract.numeric.qualifiers import qualifiers_of
from factcheck.extract.numeric.rated import rated
from factcheck.extract.numeric.scores import SCORE, scores_of
from factcheck.extract.numeric.settle import settled
from factcheck.extract.numeric.slots import slots_of
from factcheck.extract.numeric.times import period_of
from factcheck.model import Aspect, NumericClaim, QuantityMention

_MEASURES_NOTHING = {"number", "rank", "ratio"}  # without a metric these say too little


def find(context: SentenceContext) -> list[NumericClaim]:
    """Return the numeric claims of a sentence, in order; offsets count in the document's text.

    Questions claim nothing. An amount whose metric is unknown stays a claim when its unit says
    what is counted.
    """
    if context.sentence.question or _says_nothing_else(context):
        return []
    ages = age_claims(context)
    aged = {claim.start - context.sentence.start for claim in ages}
    claims = [
        _claim(context, mention, measured)
        for mention, measured in zip(context.quantities, measure(context), strict=True)
        if _speaks(mention, measured) and mention.start not in aged
    ]
    claims += [*ages, *date_claims(context), *_score_claims(context)]
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def _score_claims(context: SentenceContext) -> list[NumericClaim]:
    scores = scores_of(context)
    if not scores:
        return []
    known = replace(context, quantities=(*context.quantities, *scores))
    return [_claim(known, score, Measured(SCORE)) for score in scores]


def _says_nothing_else(context: SentenceContext) -> bool:
    """Say whether the sentence is an amount alone, as the size of a file in a list: "(94 kB)"."""
    if len(context.quantities) != 1:
        return False
    only = context.quantities[0]
    rest = context.text[: only.start] + context.text[only.end :]
    return not any(map(str.isalpha, rest)) and not only.quantity.noun


def _speaks(mention: QuantityMention, measured: Measured) -> bool:
    return bool(measured.metric or measured.noun) or (
        mention.quantity.dimension not in _MEASURES_NOTHING
    )


def _claim(context: SentenceContext, mention: QuantityMention, measured: Measured) -> NumericClaim:
    clause = clause_at(context, mention.start)
    parties = parties_of(context, mention, measured, clause)
    aspect = aspect_of(context, mention, measured)
    start = context.sentence.start
    return NumericClaim(
        document=context.document.id,
        start=start + mention.start,
        end=start + mention.end,
        quote=mention.text,
        sentence=context.text,
        sentence_start=start,
        subject=parties.subject,
        period=period_of(context, mention, adds_up=adds_up(measured, aspect)),
        language=context.sentence.language,
        kind=context.sentence.kind,
        place=parties.place,
        attribution=source_of(clause, context.sentence.language),
        modality=modality_at(context, mention.start, measured.metric),
        negated=denied(context, clause, mention, measured.mention),
        changed=text_says_changed(context, mention),
        confidence=parties.confidence,
        metric=measured.metric,
        metric_text=measured.noun,
        aspect=aspect,
        object=parties.object,
        quantity=rated(
            context,
            mention,
            clause,
            signed(context, mention, aspect, measured),
            measured,
            change=aspect is Aspect.CHANGE,
        ),
        scope=measured.scope,
        role=mention.role,
        names=names_of(context, clause),
        nouns=nouns_of(context, clause, mention),
        qualifiers=qualifiers_of(context, clause, mention),
        slots=slots_of(context, clause, measured.mention, mention),
        clause_start=clause.start if clause else 0,
        clause_end=clause.end if clause else 0,
    )


def claims_of(contexts: Sequence[SentenceContext]) -> list[NumericClaim]:
    """Return the numeric claims of an article's sentences, completed from each other.

    A repeated figure keeps what is said of it elsewhere; one without a time takes the time that
    the sentences before it set.
    """
    may_count = (context for context in contexts if context.may_count)
    found = inherit([claim for context in may_count for claim in find(context)])
    return settled(found, contexts)


__all__ = ["claims_of", "find"]
