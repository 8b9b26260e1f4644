"""What an amount is one of, where its subject says so: "der Quadratmeter kostet 14 Euro"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.bearers import bearer
from factcheck.lang.measure import is_word
from factcheck.model import Quantity, QuantityMention
from factcheck.vocab.quantities import vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_FIRST = 3  # words of a phrase among which the unit stands: "der Liter Super"


def per_of_subject(
    context: SentenceContext, mention: QuantityMention, clause: Clause | None, quantity: Quantity
) -> Quantity:
    """Return the quantity, a price per unit where what costs it is a unit of something."""
    language = context.sentence.language
    if clause is None or quantity.dimension != "money" or quantity.per:
        return quantity
    if not is_word("costing", clause.verb, language):
        return quantity
    phrase = bearer(context, mention, "", clause) or clause.subject
    words = _WORD.findall(phrase.text.lower())[:_FIRST] if phrase else []
    told = f" {' '.join(words)} "
    units = _units(language).items()
    return replace(quantity, per=next((rate for unit, rate in units if f" {unit} " in told), ""))


@cache
def _units(language: str) -> Mapping[str, str]:
    """Return the words that a rate is per, each with the rate: "quadratmeter" of "je ..."."""
    rates, found = vocabulary(language).rates, {}
    for opener in vocabulary(language).sets["rate_word"]:
        for tokens, rate in rates.get(opener):
            found[" ".join(tokens[1:])] = rate
    return found
