"""Joins amounts said in parts: "5 feet 2 inches", "zwei Euro fünfzig", "1 Jahr und 2 Tage"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.interval import Interval
from factcheck.extract.quantities.tokens import Tokens

_JOINED = frozenset({"time", "length", "mass", "money", "volume"})


def merge(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the parts of one amount added up."""
    found: list[Draft] = []
    for draft in drafts:
        total = _add(t, found[-1], draft) if found else None
        if total is not None:
            found[-1] = total
        else:
            found.append(draft)
    return found


def _add(t: Tokens, first: Draft, then: Draft) -> Draft | None:
    if first.unit is None or first.dimension not in _JOINED or not _close(t, first, then):
        return None
    if then.hedges or then.role or first.role or first.value is None or then.value is None:
        return None
    factor = _part_factor(first, then)
    if factor == 0 or first.per:
        return None
    value = first.value + then.value * factor
    low = first.value + then.interval.low * factor
    high = first.value + then.interval.high * factor
    interval = Interval(low, high, then.interval.low_open, then.interval.high_open)
    if first.hedges:
        return None
    return replace(first, end=then.end, extra=then.extra, value=value, interval=interval)


def _part_factor(first: Draft, then: Draft) -> float:
    """Return what the second part is multiplied with, 0.0 when it is no part of the first."""
    assert first.unit is not None and first.value is not None and then.value is not None
    if then.unit is not None:
        same = then.dimension == first.dimension and then.unit.factor < first.unit.factor
        fits = same and then.value < first.unit.factor
        if first.dimension == "money" and then.unit.factor == 1:
            return 0.0
        return 1.0 if fits else 0.0
    money = first.dimension == "money" and first.unit.factor == 1
    whole = then.dimension in ("number", "count") and then.value == int(then.value)
    if money and whole and 1 <= then.value < 100 and first.value == int(first.value) < 1_000_000:
        return 0.01
    return 0.0


def _close(t: Tokens, first: Draft, then: Draft) -> bool:
    """Say whether nothing but a comma, "und" or a space stands between the two."""
    i = first.end
    if then.unit is None and first.dimension != "money":
        return False
    if t.kind(i) == "joiner" and then.start == i + 1:
        return t.near(i) and t.near(i + 1)
    if then.start != i:
        return False
    return t.near(i) or (t.gap(i) == ", " and then.unit is not None)
