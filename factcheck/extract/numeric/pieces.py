"""The pieces of a sentence that each say one thing: "im Mai 3, im Juni 4 Prozent" has two.

A place, a time or a metric holds for the amounts of its own piece; for the amounts of a later
piece only where that names none of its own.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.context import SentenceContext
from factcheck.lang.measure import is_word, names_one, words_of
from factcheck.model import QuantityMention

_MARKS = r",(?!\d)|;|:(?!\d)| [–-] "
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 30  # letters before a time in which "als" may stand: "als im schwachen September"
_EARLIER_WORDS = 3
_MOST_BETWEEN = 2  # words between "als" and the time
_OPENS = ",;:–(-"
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
Piece = tuple[int, int]


def pieces_of(context: SentenceContext) -> list[Piece]:
    """Return the (start, end) of each piece; what holds no amount joins the one behind it."""
    text, language = context.text, context.sentence.language
    inside = [(q.start, q.end) for q in context.quantities]
    inside += [(p.start, p.end) for p in context.periods]
    inside += [(e.start, e.end) for e in context.entities]
    cuts = [m.start() for m in _cuts(language).finditer(text) if not _within(m.start(), inside)]
    cuts += [start for q in context.quantities if (start := comparand_start(context, q)) >= 0]
    return _with_amounts(sorted({0, len(text), *cuts}), context)


def piece_at(pieces: list[Piece], position: int) -> int:
    """Return the number of the piece that holds a position of the sentence."""
    return next((n for n, (start, end) in enumerate(pieces) if start <= position < end), 0)


def comparand_start(context: SentenceContext, mention: QuantityMention) -> int:
    """Return where "nach" stands in "8 Millionen nach 9 Millionen", -1 before other amounts.

    Such an amount is what the one before it is compared with, mostly one of an earlier time.
    """
    word = _LAST_WORD.search(context.text, max(0, mention.start - 20), mention.start)
    if word is None or not is_word("comparand", word[1].lower(), context.sentence.language):
        return -1
    measured = mention.quantity.dimension
    earlier = [q for q in context.quantities if q.end <= word.start()]
    alike = any(q.quantity.dimension in (measured, "number") for q in earlier)
    return word.start() if alike and measured != "time" else -1


def counted_from(context: SentenceContext, position: int) -> bool:
    """Say whether a change is counted from the time or place there: "7.000 weniger als im Mai".

    "Als im Mai die Preise stiegen" opens a clause, and tells when.
    """
    text, language = context.text, context.sentence.language
    words = list(_WORD.finditer(text, max(0, position - _BEFORE), position))
    if words and _is_measured_against(words[-1].group(), text[position:], language):
        return True
    for word in words[: -_MOST_BETWEEN - 2 : -1]:
        if is_word("than", word.group().lower(), language):
            ahead = text[: word.start()].rstrip()
            return bool(ahead) and ahead[-1] not in _OPENS
    return False


def _is_measured_against(word: str, time: str, language: str) -> bool:
    """Say whether an earlier time is what a change counts from: "zum Vorjahr", "on the year"."""
    if not is_word("against", word.lower(), language):
        return False
    return names_one("earlier", " ".join(time.split()[:_EARLIER_WORDS]), language)


@cache
def _cuts(language: str) -> re.Pattern[str]:
    words = sorted(words_of("boundary", language))
    return re.compile(rf"{_MARKS}|\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _within(position: int, spans: list[Piece]) -> bool:
    return any(start <= position < end for start, end in spans)


def _with_amounts(cuts: list[int], context: SentenceContext) -> list[Piece]:
    """Join a part without an amount to the next: "im Mai, so das Amt, waren es 3" is one."""
    pieces: list[Piece] = []
    start = 0
    for end in cuts[1:]:
        if any(start <= amount.start < end for amount in context.quantities):
            pieces.append((start, end))
            start = end
    if not pieces:
        return [(0, len(context.text))]
    return [*pieces[:-1], (pieces[-1][0], len(context.text))]
