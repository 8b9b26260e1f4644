"""How far a metric's word stands from an amount, in code points and what lies between."""

from __future__ import annotations

import re

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.pieces import piece_at, pieces_of
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention
from factcheck.vocab.metrics import MetricMention

_OTHER_AMOUNT = 45.0
_BOUNDARY = 30.0
_NEXT_PIECE = 80.0  # "Umsatz auf 412, der Gewinn auf 31": a later statement's word is its own
_INSIDE = 25.0  # "15.000 Mitarbeiter entlassen": the noun counts, the verb measures
_SUBJECT = 5.0  # what the subject is said to be: measured, however long the subject is
_FAR = 100.0
_NEXT_WORDS = 2  # between the copula and the amount: "is worth about"
_FULL_WORD = re.compile(r"\w+")


def distance(context: SentenceContext, quantity: QuantityMention, mention: MetricMention) -> float:
    """Return the cost: code points between, more for other amounts and statement boundaries."""
    if mention.start < quantity.end and quantity.start < mention.end:
        return _INSIDE
    before = mention.end <= quantity.start
    if before and _is_of_the_subject(context, quantity, mention):
        return _SUBJECT + (quantity.start - mention.end) / _FAR
    start, end = (mention.end, quantity.start) if before else (quantity.end, mention.start)
    between = _without_asides(context, start, end) if start < end else ""
    words = [word.lower() for word in _FULL_WORD.findall(between)]
    cost = float(len(between))
    language = context.sentence.language
    cost += _BOUNDARY * sum(is_word("boundary", word, language) for word in words)
    cost += _BOUNDARY * sum(between.count(mark) for mark in (";", ":", " – ", ", "))
    cost += _NEXT_PIECE if not before and _in_later_piece(context, quantity, mention) else 0.0
    cost += _OTHER_AMOUNT * sum(
        start <= other.start < end for other in context.quantities if other is not quantity
    )
    return cost


def _is_of_the_subject(
    context: SentenceContext, quantity: QuantityMention, mention: MetricMention
) -> bool:
    """Say whether the word heads what is said to be the amount: "the deal with X is worth ..."."""
    clause = clause_at(context, quantity.start)
    subject = clause.subject if clause else None
    if clause is None or subject is None or not subject.start <= mention.start < subject.end:
        return False
    language = context.sentence.language
    if not any(is_word(row, clause.verb, language) for row in ("copulas", "up", "down")):
        return False
    between = context.text[clause.verb_end : quantity.start]
    return clause.verb_end <= quantity.start and len(_FULL_WORD.findall(between)) <= _NEXT_WORDS


def _without_asides(context: SentenceContext, start: int, end: int) -> str:
    """Return the text between without the clauses that commas set apart in it."""
    between, text = context.text[start:end], context.text
    for clause in context.clauses:
        inside = start < clause.start and clause.end < end
        if inside and text[clause.end] == "," and text[: clause.start].rstrip().endswith(","):
            between = between.replace(f", {text[clause.start : clause.end]},", "")
    return between


def _in_later_piece(
    context: SentenceContext, quantity: QuantityMention, mention: MetricMention
) -> bool:
    pieces = pieces_of(context)
    return piece_at(pieces, quantity.start) < piece_at(pieces, mention.start)
