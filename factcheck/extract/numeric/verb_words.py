"""The words that say with a verb what it measures: "pay a fine", "vote against", "raise ... to"."""

from __future__ import annotations

import re

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.tallies import own_words, until_next
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention
from factcheck.vocab.metrics import find_metrics

_AFTER = 40  # code points behind an amount where a verb's second word stands
_BEFORE = 8  # and before it, where its preposition stands
_SIDES = ("für", "gegen", "for", "against")  # what a vote is for may stand anywhere in its clause
_NOUN_LETTERS = 4  # a verb's second word is a noun from here on, else a preposition
_FULL_WORD = re.compile(r"\w+")


def words_with(
    context: SentenceContext, quantity: QuantityMention, clause: Clause
) -> tuple[list[str], list[str]]:
    """Return the words close to an amount or its verb, and all of its clause, in small letters."""
    text, reach = context.text, until_next(context, quantity)
    after = _words(text[quantity.end : min(reach, quantity.end + _AFTER)])
    after += _words(text[clause.verb_end : clause.verb_end + 12])[:1]
    after += _words(text[max(0, quantity.start - _BEFORE) : quantity.start])[-1:]
    sides = ((link, phrase.start) for link, phrase in clause.adjuncts if link in _SIDES)
    after += [link for link, start in sides if start < reach]
    around = _words(text[clause.start : clause.end])
    if reach < clause.end:
        around = own_words(context, clause, reach, around)
    return after, around


def _words(text: str) -> list[str]:
    return _FULL_WORD.findall(text.lower())


def moves_its_object(context: SentenceContext, quantity: QuantityMention, clause: Clause) -> bool:
    """Say whether the verb moves what its object measures: "raised the price to 3 euros"."""
    language = context.sentence.language
    before = _words(context.text[max(0, quantity.start - _BEFORE) : quantity.start])[-1:]
    if not before or not is_word("to", before[0], language):
        return False
    moved = (p for p in clause.objects if p.end <= quantity.start)
    return any(find_metrics(phrase.text, language) for phrase in moved)


def names(wanted: str, words: list[str]) -> bool:
    """Say whether what belongs to the verb stands in its clause: "gewinnt die Stichwahl".

    A single noun may end a compound; several words stand side by side ("vor Steuern verdiente").
    """
    if " " in wanted:
        return f" {wanted} " in f" {' '.join(words)} "
    return len(wanted) >= _NOUN_LETTERS and any(word.endswith(wanted) for word in words)
