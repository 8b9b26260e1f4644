"""What a number counts when a noun of number is the subject: "die Zahl der Windräder"."""

from __future__ import annotations

import re

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.lang.function_words import function_words
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention
from factcheck.vocab.metrics import find_metrics

_WORD = re.compile(r"[^\W\d_][\w-]*")
_BARE = {"number", "ratio"}
_JOINED = 1  # code points between "Zahl" and "der Windräder"; "of " is one more word
_OF = 4


def is_number_noun(phrase: Phrase, language: str) -> bool:
    """Say whether the phrase only names a number ("die Zahl", "the total"), and no thing."""
    function = function_words(language)
    words = [w.lower() for w in _WORD.findall(phrase.text) if w.lower() not in function]
    return bool(words) and all(is_word("number_nouns", word, language) for word in words)


def numbered(clause: Clause | None, language: str) -> Phrase | None:
    """Return the thing of which the clause's subject names the number, if it does.

    Of who counts things the object names it.
    """
    if clause is None:
        return None
    named = [clause.subject] if clause.subject else []
    if is_word("counts", clause.verb, language):  # "police put the number of people at 300"
        named += clause.objects
    number = next((phrase for phrase in named if is_number_noun(phrase, language)), None)
    if number is None:
        return None
    end = number.end
    things = (p for link, p in clause.adjuncts if link in ("gen", "von", "an", "of"))
    return next((p for p in things if 0 < p.start - end <= _JOINED + _OF), None)


def counted_thing(context: SentenceContext, quantity: QuantityMention) -> str:
    """Return the noun that a bare number counts: "die Zahl der Windräder stieg auf 6.300".

    A multiple counts it, too: "hat sich verdoppelt".
    """
    language = context.sentence.language
    thing = numbered(clause_at(context, quantity.start), language)
    if thing is None or quantity.quantity.dimension not in _BARE or thing.entity is not None:
        return ""
    known = find_metrics(thing.text, language)
    return "" if known else _WORD.findall(thing.text)[-1]
