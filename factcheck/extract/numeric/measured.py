"""What an amount measures, and how amounts that belong together share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.pieces import comparand_start
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention
from factcheck.tables.metrics import metrics
from factcheck.vocab.metrics import MetricMention

_RELATIVE = {"percent", "percentage_point", "ratio"}


@dataclass(frozen=True, slots=True)
class Measured:
    """The metric of one amount, its words, and what narrows it."""

    metric: str = ""
    noun: str = ""  # the counted noun or the head of a compound
    scope: str = ""
    mention: MetricMention | None = None
    by_verb: bool = False
    turn: int = 0  # 1 and -1: the words name a rise or fall of the metric ("Umsatzrückgang")


def joined_up(context: SentenceContext, measured: list[Measured]) -> list[Measured]:
    """Return what each amount measures, completed from the amount before or behind it."""
    joined = _compared(context, _one_change(context.quantities, measured))
    return _reached(context, joined)


def _one_change(quantities: Sequence[QuantityMention], measured: list[Measured]) -> list[Measured]:
    """Let both ends of "von 8,2 auf 9,1 Millionen" measure what either of them measures."""
    for position, (left, right) in enumerate(pairwise(quantities)):
        if (left.role, right.role) == ("from", "to"):
            best = next((m for m in measured[position : position + 2] if m.metric), None)
            if best is not None:
                measured[position] = measured[position + 1] = best
    return measured


def _reached(context: SentenceContext, measured: list[Measured]) -> list[Measured]:
    """Let "31 Euro" in "verlor 6 Prozent auf 31 Euro" measure what the change is one of."""
    language = context.sentence.language
    for position, (left, right) in enumerate(pairwise(context.quantities), start=1):
        between = context.text[left.end : right.start].strip().lower()
        row = metrics().get(measured[position - 1].metric)
        if row is None or not is_word("to", between, language):
            continue
        if left.quantity.dimension in _RELATIVE and right.quantity.dimension in row.dimensions:
            measured[position] = replace(measured[position - 1], turn=0)
    return measured


def _compared(context: SentenceContext, measured: list[Measured]) -> list[Measured]:
    """Let "2,1" in "2,4 Milliarden, nach 2,1 Milliarden im Vorjahr" measure what "2,4" does."""
    for position, (left, right) in enumerate(pairwise(context.quantities), start=1):
        alike = left.quantity.dimension == right.quantity.dimension
        if alike and not measured[position].metric and comparand_start(context, right) >= 0:
            measured[position] = measured[position - 1]
    return measured
