"""What an amount is one of, where others say so: "der Quadratmeter kostet", "monatliche Kosten"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.bearers import bearer
from factcheck.extract.numeric.measured import Measured
from factcheck.lang.endings import endings
from factcheck.lang.measure import is_word
from factcheck.model import Quantity, QuantityMention
from factcheck.tables.metrics import metrics
from factcheck.tables.units import units
from factcheck.vocab.quantities import vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = "year"
_FIRST = 3  # words of a phrase among which the unit stands: "der Liter Super"


def rated(
    context: SentenceContext,
    mention: QuantityMention,
    clause: Clause | None,
    quantity: Quantity,
    measured: Measured,
    *,
    change: bool,
) -> Quantity:
    """Return the quantity, one per unit where its subject, an adjunct or its metric says so."""
    if clause is None or quantity.dimension != "money" or quantity.per:
        return quantity
    rate = _of_subject(context, mention, clause) or _of_adjunct(context, clause)
    return replace(quantity, per=rate or _of_metric(context, measured, change=change))


def _of_subject(context: SentenceContext, mention: QuantityMention, clause: Clause) -> str:
    """Return what a price is per where a unit of something costs it: "das Fass kostet"."""
    language = context.sentence.language
    if not is_word("costing", clause.verb, language):
        return ""
    phrase = bearer(context, mention, "", clause) or clause.subject
    return _rate_in(phrase, language) if phrase else ""


def _of_adjunct(context: SentenceContext, clause: Clause) -> str:
    """Return what a price is per where it is one "für den Liter Diesel"; times are no goods."""
    language = context.sentence.language
    bought = (p for link, p in clause.adjuncts if is_word("priced", link.lower(), language))
    rates = (_rate_in(phrase, language) for phrase in bought)
    return next((rate for rate in rates if rate and not _is_time(rate)), "")


def _of_metric(context: SentenceContext, measured: Measured, *, change: bool) -> str:
    """Return what the adjective before the metric says: "die monatlichen Kosten".

    A flow is told by the year anyway: "der jährliche Umsatz"; its change is one of every year.
    """
    word, row = measured.mention, metrics().get(measured.metric)
    before = _WORD.findall(context.text[: word.start])[-1:] if word else []
    rates = _adjectives(context.sentence.language)
    rate = rates.get(before[0].lower(), "") if before else ""
    usual = row is not None and row.flow and not change
    return "" if usual and rate == _YEAR else rate


def _rate_in(phrase: Phrase, language: str) -> str:
    told = f" {' '.join(_WORD.findall(phrase.text.lower())[:_FIRST])} "
    return next((rate for unit, rate in _units(language).items() if f" {unit} " in told), "")


def _is_time(rate: str) -> bool:
    unit = units().get(rate)
    return unit is not None and unit.dimension == "time"


@cache
def _adjectives(language: str) -> Mapping[str, str]:
    """Return the words that tell a time as rate, with their endings: "monatlichen"."""
    ends = ("", *endings("inflected", language))
    return {
        words[0] + end: rate
        for word in vocabulary(language).rates.by_word
        for words, rate in vocabulary(language).rates.get(word)
        if len(words) == 1 and words[0].isalpha() and _is_time(rate)
        for end in ends
    }


@cache
def _units(language: str) -> Mapping[str, str]:
    """Return the words that a rate is per, each with the rate: "quadratmeter" of "je ..."."""
    rates, found = vocabulary(language).rates, {}
    for opener in vocabulary(language).sets["rate_word"]:
        for tokens, rate in rates.get(opener):
            found[" ".join(tokens[1:])] = rate
    return found
