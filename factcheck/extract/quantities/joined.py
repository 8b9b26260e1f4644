"""Joins amounts said in parts: "5 feet 2 inches", "zwei Euro fünfzig", "1 Jahr und 2 Tage"."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import inf

from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.interval import Interval
from factcheck.extract.quantities.tokens import Tokens

_APART = 4  # tokens between the two ends of a change
_JOINED = frozenset({"time", "length", "mass", "money", "volume"})


def merge(t: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the parts of one amount added up."""
    found: list[Draft] = []
    for draft in drafts:
        total = _add(t, found[-1], draft) or _between(t, found[-1], draft) if found else None
        if total is not None:
            found[-1] = total
        else:
            found.append(draft)
    for first, then in itertools.pairwise(found):
        _mark_change(t, first, then)
    return found


def _mark_change(t: Tokens, first: Draft, then: Draft) -> None:
    """Give "von 2,1 Prozent im Mai auf 2,3 Prozent" and "to 3 percent from 2" their roles."""
    same = first.unit is then.unit and first.dimension == then.dimension
    if first.role or then.role or not same or first.unit is None or then.start - first.end > _APART:
        return
    between = t.text[t.end(first.end - 1) : t.start(then.start)]
    if any(mark in between for mark in ".;:,!?()"):
        return
    before, after = t.word(first.start - 1), t.word(then.start - 1)
    words = t.vocabulary.connectors
    if before in words["from"] and after in words["to"] and "change" not in words:
        first.role, then.role = "from", "to"
    elif before in words["to"] and after in words["back_from"]:
        first.role, then.role = "to", "from"


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


def _between(t: Tokens, first: Draft, then: Draft) -> Draft | None:
    """Return the range of "more than 10 and less than 20"."""
    if not (first.hedges and then.hedges) or first.role or then.role:
        return None
    if first.unit is None and then.unit is not None and first.dimension == "number":
        if then.unit.offset or first.value is None:
            return None
        first = replace(
            first,
            unit=then.unit,
            dimension=then.dimension,
            interval=first.interval.convert(then.unit),
            value=first.value * then.unit.factor,
        )
    if first.unit != then.unit or first.dimension != then.dimension or not _linked(t, first, then):
        return None
    lower, upper = sorted((first.interval, then.interval), key=lambda x: x.low, reverse=True)
    if lower.high != inf or upper.low != -inf or not lower.low < upper.high:
        return None
    interval = Interval(lower.low, upper.high, lower.low_open, upper.high_open)
    return replace(
        first,
        end=then.end,
        extra=then.extra,
        interval=interval,
        value=(lower.low + upper.high) / 2,
        hedges=[*first.hedges, *then.hedges],
    )


def _linked(t: Tokens, first: Draft, then: Draft) -> bool:
    """Say whether a comma or one linking word stands between the two."""
    gap = t.text[t.end(first.end - 1) + first.extra : t.start(then.start)]
    return len(gap) < 8 and gap.strip(" ,").lower() in ("", *t.lexicon.links) and gap.strip() != ""


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
