"""Phrases that several formats share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from factcheck.model import Quantity, Verdict
from factcheck.report import axis
from factcheck.report.sides import SUM_ROLES, Side
from factcheck.tables.catalogue import Catalogue
from factcheck.vocab import amounts

NOTABLE_FACTOR = 1.5  # from there on a gap is told as a factor too
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
    return role_name(side, words)


def role_name(side: Side, words: Catalogue) -> str:
    """Return the part that a claim plays: in a sum, or in what its rule works out instead."""
    own = f"{side.role}_{side.rule}"
    named = words.name("role", own)
    return words.text(f"role_{side.role}") if named == own else named


def caption(quantities: Sequence[Quantity], words: Catalogue) -> str:
    """Return what to say below a drawing; a sum's parts have neither overlap nor gap to tell."""
    parts = [common(quantities, words)] if len(quantities) == 2 else []
    if axis.scale(quantities).log:
        parts.append(words.text("axis_log"))
    return " · ".join(parts)


def common(quantities: Sequence[Quantity], words: Catalogue) -> str:
    """Return in words where two intervals overlap, or how far they are apart."""
    left, right = quantities
    shared = axis.common(left, right)
    if shared.overlap:
        both = amounts.interval(shared.low, shared.high, left, words.language)
        return words.text("axis_overlap", range=both)
    gap = amounts.difference(_gap(left, right), left, words.language)
    factor = axis.factor(left, right)
    if factor < NOTABLE_FACTOR:
        return words.text("axis_gap", gap=gap)
    times = amounts.number_text(factor, words.language, 3)
    return words.text("axis_gap_factor", gap=gap, factor=times)


def _gap(left: Quantity, right: Quantity) -> float:
    if left.value is not None and right.value is not None:
        return abs(left.value - right.value)
    shared = axis.common(left, right)
    return shared.high - shared.low
