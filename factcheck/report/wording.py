"""Phrases that several formats share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from factcheck.model import Evidence, Quantity, Verdict
from factcheck.report import amounts, axis
from factcheck.report.escape import clipped, visible
from factcheck.report.messages import Catalogue
from factcheck.report.view import LONGEST_NAME, SUM_ROLES, Side
from factcheck.tables.metrics import metrics

NOTABLE_FACTOR = 1.5  # from there on a gap is told as a factor too
PLAIN_LEVELS = ("same", "none")
_SYMBOLS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.CONTRADICTION: "✖",
        Verdict.DISCREPANCY: "▲",
        Verdict.UPDATE: "↻",
        Verdict.AGREEMENT: "✔",
    }
)


def symbol(verdict: Verdict) -> str:
    """Return the verdict's sign, readable without colour."""
    return _SYMBOLS[verdict]


def row_name(side: Side, number: int, words: Catalogue) -> str:
    """Return A or B for the pair, the role for the members of a sum."""
    if number < 2 and side.role not in SUM_ROLES:
        return "AB"[number]
    return words.text(f"role_{side.role}")


def common(quantities: Sequence[Quantity], words: Catalogue) -> str:
    """Return in words where two intervals overlap, or how far they are apart."""
    left, right = quantities
    shared = axis.common(left, right)
    if shared.overlap:
        both = amounts.interval(shared.low, shared.high, left, words.language)
        return words.text("axis_overlap", range=both)
    gap = amounts.amount(_gap(left, right), left, words.language)
    factor = axis.factor(left, right)
    if factor < NOTABLE_FACTOR:
        return words.text("axis_gap", gap=gap)
    times = amounts.number_text(factor, words.language, 3)
    return words.text("axis_gap_factor", gap=gap, factor=times)


def sides_of(item: Evidence, words: Catalogue) -> str:
    """Return what the two claims say of an aspect, once where they say the same."""
    sides = [side for side in (item.left, item.right) if side]
    if item.aspect == "metric":
        sides = [metric_name(side, words.language) for side in sides]
    return " ↔ ".join(dict.fromkeys(visible(clipped(side, LONGEST_NAME)) for side in sides))


def metric_name(metric: str, language: str) -> str:
    """Return a metric's plainest word in the language, or the text itself where no row has it."""
    row = metrics().get(metric)
    if row is None:
        return metric
    plain = (word.lstrip("=") for word in row.words(language) if not set(word) & {" ", "*"})
    word = next(plain, metric.replace("_", " "))
    return word[:1].upper() + word[1:] if language == "de" else word


def level_of(item: Evidence, words: Catalogue) -> str:
    """Return the level in brackets, or nothing where the aspect is plainly the same."""
    return "" if item.level in PLAIN_LEVELS else f" ({level_name(item, words)})"


def level_name(item: Evidence, words: Catalogue) -> str:
    """Return what the level means, as far as the catalogue knows it."""
    return visible(words.name("level", item.level))


def _gap(left: Quantity, right: Quantity) -> float:
    if left.value is not None and right.value is not None:
        return abs(left.value - right.value)
    shared = axis.common(left, right)
    return shared.high - shared.low
