"""Which period of its sentence an amount belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.clause import clause_at, reports
from factcheck.extract.numeric.pieces import (
    Piece,
    comparand_start,
    counted_from,
    piece_at,
    pieces_of,
)
from factcheck.extract.numeric.years import sets_in
from factcheck.lang.measure import is_word
from factcheck.model import Period, PeriodMention, QuantityMention, Resolution
from factcheck.tables.metrics import metrics
from factcheck.vocab.metrics import verb_metrics

_TOO_FAR = 90
_EVENT = 5  # words before a time among which "after the rise" stands
_WORD = re.compile(r"\w+")
_HEAD = 12  # letters before a period that opens its sentence


def period_of(
    context: SentenceContext, mention: QuantityMention, *, adds_up: bool = True
) -> Period:
    """Return the period of the amount's piece, else that of the sentence; the publication date
    when none is stated.

    A figure that does not add up over time (a price, a stake) is not one "since" then. What an
    amount is compared with ("nach 9 Millionen") is of an earlier time than the sentence's.
    """
    told = _told_of(context, mention)
    fitting = told if adds_up else [p for p in map(partial(_at_once, context), told) if p]
    if not fitting:
        return unstated(context)
    pieces = pieces_of(context)
    home = piece_at(pieces, mention.start)
    own = [p for p in fitting if piece_at(pieces, p.start) == home]
    near = own or [p for p in fitting if _reaches(context, p, mention, pieces)]
    if not near:
        return unstated(context)
    period = min(near, key=lambda p: _cost(context, p, mention)).period
    return period if own or comparand_start(context, mention) < 0 else before(period)


def _at_once(context: SentenceContext, mention: PeriodMention) -> PeriodMention | None:
    """Return the time of a figure that does not add up: none is one "since" then.

    Nor is the day of what came before its time: "nach der Anpassung vom Mai".
    """
    if _dates_an_event(context, mention):
        return None
    if mention.period.anchor != "since":
        return mention
    start = sets_in(mention, context.sentence.language, context.document.published)
    return replace(mention, period=start) if start else None


def _dates_an_event(context: SentenceContext, mention: PeriodMention) -> bool:
    """Say whether the time is that of an event after which a figure holds: "After May's rise"."""
    language = context.sentence.language
    words = _WORD.findall(context.text[: mention.start])[-_EVENT:]
    places = [i for i, w in enumerate(words) if is_word("after_event", w.lower(), language)]
    if not places or any(map(str.isdigit, "".join(words[places[-1] :]))):
        return False
    inside = context.text[mention.start : mention.end + 1].endswith(("'", "’"))
    gap = [t for t in context.tokens if t.end <= mention.start][-_EVENT:]
    named = any(t.tag.startswith("N") for t in gap[-(len(words) - places[-1] - 1) :])
    return inside or (len(words) - places[-1] > 1 and named)


def before(period: Period) -> Period:
    """Return the time before a period, its own length unknown."""
    if period.start is None:
        return Period(None, None, "span", Resolution.UNKNOWN)
    return Period(None, period.start - timedelta(days=1), "span", Resolution.RELATIVE, "", "until")


def unstated(context: SentenceContext) -> Period:
    """Return the period of a claim that names none: the day of publication, if known."""
    day = context.document.published
    if day is None:
        return Period(None, None, "day", Resolution.UNKNOWN)
    return Period(day, day, "day", Resolution.PUBLICATION)


def _told_of(context: SentenceContext, mention: QuantityMention) -> list[PeriodMention]:
    """Return the periods that may be the amount's: not those of when someone said it, nor those
    that a change is counted from."""
    clause = clause_at(context, mention.start)
    kept = []
    for period in context.periods:
        home = clause_at(context, period.start)
        told = home is None or home is clause or not _is_of_another(context, home, clause)
        if told and not counted_from(context, period.start):
            kept.append(period)
    return kept


def _is_of_another(context: SentenceContext, clause: Clause, other: Clause | None) -> bool:
    """Say whether a clause's time is none of an amount's in another clause.

    It is that of saying it, of what came before or after, or what its own verb asks for, while the
    other one is told of another time: "the bridge, which opened in 1932, is 503 metres long".
    """
    language = context.sentence.language
    before = context.text[: clause.start].split()[-1:]  # read as a preposition: "before it closed"
    openers = [*before, *context.text[clause.start : clause.end].split(maxsplit=1)[:1]]
    apart = any(is_word("other_event", word.lower(), language) for word in openers)
    if reports(clause, language) or (apart and bool(clause.verb)):
        return True
    return other is not None and clause.tense != other.tense and _asks_when(clause, language)


def _asks_when(clause: Clause, language: str) -> bool:
    """Say whether the clause's own verb asks for its time: "opened in 1932"."""
    named = (metrics()[metric] for metric, rest in verb_metrics(clause.verb, language) if not rest)
    return any("date" in row.dimensions and not row.weak for row in named)


def _reaches(
    context: SentenceContext, period: PeriodMention, mention: QuantityMention, pieces: list[Piece]
) -> bool:
    """Say whether the period of another piece holds for the amount, too.

    One before does when it is near or opens the sentence; one behind when it closes its piece.
    """
    if period.start < mention.start:
        return period.start <= _HEAD or _gap(period, mention) <= _TOO_FAR
    start = pieces[piece_at(pieces, period.start)][0]
    closes = any(start <= other.start < period.start for other in context.quantities)
    return closes and period.period.start is not None and _gap(period, mention) <= _TOO_FAR


def _gap(period: PeriodMention, mention: QuantityMention) -> int:
    return max(mention.start - period.end, period.start - mention.end, 0)


def _cost(context: SentenceContext, period: PeriodMention, mention: QuantityMention) -> float:
    """Return the distance, other amounts in between counting like forty letters each."""
    low, high = sorted((mention.start, period.start))
    between = sum(low < other.start < high for other in context.quantities)
    return _gap(period, mention) + 40 * between
