"""Two sides of one ballot: "by 33 votes to 21", "28 in favour and 21 against"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.measured import Measured
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention

_WORD = re.compile(r"\w+")
_BEHIND = re.compile(r"(?:\W+[^\W\d_]+){0,2}")
_FOR, _AGAINST = "votes", "votes_against"
_COUNTS = ("count", "number")
_OF_A_BALLOT = {"", _FOR, _AGAINST, "members", "seats"}


def is_tally(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether the amount is the first of two that a vote ended with: "by 33 votes to 21"."""
    following = next((q for q in context.quantities if q.start >= mention.end), None)
    return following is not None and _set_against(context, mention, following)


def ballots(context: SentenceContext, measured: Sequence[Measured]) -> list[Measured]:
    """Return what each amount measures, the sides of a ballot told apart."""
    found = list(measured)
    for position, (left, right) in enumerate(pairwise(context.quantities)):
        if found[position].metric == _FOR and _set_against(context, left, right):
            found[position + 1] = replace(found[position], metric=_AGAINST)
    sides = [_side(context, quantity) for quantity in context.quantities]
    if not any(m.metric == _FOR for m in found) and len({*sides} - {""}) < len((_FOR, _AGAINST)):
        return found
    return [
        replace(m, metric=side) if side and m.metric in _OF_A_BALLOT else m
        for m, side in zip(found, sides, strict=True)
    ]


def until_next(context: SentenceContext, quantity: QuantityMention) -> int:
    """Return where the words end that may belong to the verb of an amount: at the next one."""
    starts = (other.start for other in context.quantities if other.start >= quantity.end)
    return next(starts, len(context.text))


def own_words(context: SentenceContext, clause: Clause, end: int, around: list[str]) -> list[str]:
    """Return a clause's words without those behind `end` that tell a later amount's side."""
    language = context.sentence.language
    own = _WORD.findall(context.text[clause.start : end].lower())
    return own + [word for word in around[len(own) :] if not is_word("opposed", word, language)]


def _set_against(context: SentenceContext, left: QuantityMention, right: QuantityMention) -> bool:
    """Say whether two counts stand against each other: "33 votes to 21", "54 zu 31 Stimmen"."""
    if {left.quantity.dimension, right.quantity.dimension} - set(_COUNTS):
        return False
    between = context.text[left.end : right.start].strip().lower()
    return is_word("against_each_other", between, context.sentence.language)


def _side(context: SentenceContext, quantity: QuantityMention) -> str:
    """Return the metric that the words right behind a count name: "in favour", "dagegen"."""
    if quantity.quantity.dimension not in _COUNTS:
        return ""
    if is_tally(context, quantity):
        return _FOR
    language = context.sentence.language
    behind = _BEHIND.match(context.text, quantity.end)
    words = " ".join(_WORD.findall(behind.group().lower())) if behind else ""
    options = {words, words.split(" ")[0]}
    if any(is_word("in_favour", option, language) for option in options):
        return _FOR
    return _AGAINST if any(is_word("opposed", option, language) for option in options) else ""
