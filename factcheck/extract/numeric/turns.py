"""Joins a metric with the noun that says how it moved: "sales growth", "Rückgang des Umsatzes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.lang.function_words import function_words
from factcheck.lang.measure import is_word
from factcheck.vocab.metrics import MetricMention

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile(r" ([^\W\d_]+)")
_REACH = 60  # letters before a metric in which its rise or fall may stand
_BETWEEN = 2  # words between "decline in" and the metric: "a decline in its retail sales"


def turned(text: str, mentions: Sequence[MetricMention], language: str) -> list[MetricMention]:
    """Return the mentions, those joined with a rise or fall marked so.

    A rise or fall that is joined with another metric is none by itself.
    """
    joined = [_joined(text, mention, language) for mention in mentions]
    return [
        mention
        for mention in joined
        if not any(_inside(mention, other) for other in joined if other is not mention)
    ]


def _inside(mention: MetricMention, other: MetricMention) -> bool:
    wider = other.end - other.start > mention.end - mention.start
    return wider and bool(other.turn) and mention.start < other.end and other.start < mention.end


def _joined(text: str, mention: MetricMention, language: str) -> MetricMention:
    if mention.turn or turn_of(mention.text.lower(), language):
        return mention
    beside = _BESIDE.match(text, mention.end)
    if beside and (turn := turn_of(beside[1].lower(), language)):
        return replace(mention, end=beside.end(), turn=turn)
    for start, word in _words_before(text, mention, language):
        if turn := turn_of(word, language):
            return replace(mention, start=start, turn=turn)
    return mention


def turn_of(word: str, language: str) -> int:
    """Return 1 for a noun of rising, -1 for one of falling, else 0; `word` in lower case."""
    return is_word("rise_nouns", word, language) - is_word("fall_nouns", word, language)


def _words_before(text: str, mention: MetricMention, language: str) -> Iterator[tuple[int, str]]:
    """Yield the words that a joining word ties to the metric, nearest first."""
    begin = max(0, mention.start - _REACH)
    words = list(_WORD.finditer(text, begin, mention.start))
    function, joins, others = function_words(language), False, 0
    for match in reversed(words):
        word = match.group().lower()
        if any(mark in text[match.end() : mention.start] for mark in ",;:.()"):
            return
        if joins and word not in function:
            yield match.start(), word
            return
        if word in function:
            joins = joins or is_word("joins", word, language)
        elif others < _BETWEEN and match.group().islower():
            others += 1
        else:
            return
