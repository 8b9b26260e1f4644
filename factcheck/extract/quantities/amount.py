"""Assembles an amount: sides, hedges, rate and head to drafts."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.quantities import ranges
from factcheck.extract.quantities.context import clock_end, inside_a_word, minutes_to, no_amount
from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.hedge import hedge_after, hedges_before, preposition_after
from factcheck.extract.quantities.interval import Interval, hedged, rounding, widest
from factcheck.extract.quantities.measure import (
    noun_dimension,
    rate_after,
    rate_before,
    rate_behind_noun,
)
from factcheck.extract.quantities.ranges import Pair
from factcheck.extract.quantities.side import Side, read_side
from factcheck.extract.quantities.tokens import Tokens
from factcheck.lang.amounts import Hedge
from factcheck.tables.units import units

_HYPHENS = frozenset({"-", "‐", "‑"})
_RATIO_WIDTH = 0.03
_EXACT_DIGITS = 3


def read_amount(t: Tokens, i: int, floor: int) -> tuple[list[Draft], int]:
    """Return the amounts that begin at token i and the token to go on from.

    `floor` is the first token that may still belong to an amount. No drafts means that the
    tokens up to the returned one hold no amount.
    """
    opened = ranges.opener(t, i)
    side = read_side(t, i, floor, join=opened != "between")
    if side is None:
        return [], i + 1
    hedges, start = hedges_before(t, side.start, floor)
    opened = opened or ranges.opener(t, start)
    pair = ranges.second(t, side, opened)
    if pair is not None:
        if opened and pair.kind == "range" and pair.start < side.start:
            pair.start = start - 1
        return _pair(t, pair, floor)
    if end := minutes_to(t, side):
        return [], end
    if no_amount(t, side, floor, hedged=bool(hedges)):
        if t.word(side.number.end) in t.vocabulary.sets["clock"]:
            return [], clock_end(t, side.number.end)
        return [], _past_chain(t, side.end)
    return _single(t, side, hedges, start)


def _past_chain(t: Tokens, i: int) -> int:
    """Return the token after a string of digits and dashes that is no amount."""
    start = t.raw(i - 2) == "+" or t.raw(i - 1)[:1] == "0"
    phone = start and len(t.raw(i - 1)) > 1
    while True:
        dash = t.raw(i) in ("-", "–", "/", "−")
        following = i + 1 if dash else i
        joined = t.glued(i) and t.glued(i + 1) if dash and not phone else phone and t.near(i)
        if not joined or not t.raw(following)[:1].isdigit() or not t.near(following):
            return i
        i = following + 1


def _single(t: Tokens, side: Side, hedges: list[Hedge], start: int) -> tuple[list[Draft], int]:
    unit = side.measure.unit if side.measure else None
    if side.number.share and unit is None:
        draft = share_of(side, hedges, start)
    else:
        draft = _measured(t, side, hedges, start)
    end = draft.end
    after, end = hedge_after(t, end)
    if after is not None and not preposition_after(t, draft.end, hedges):
        draft = _requantify(draft, side, [*hedges, after], end)
    _rate_and_head(t, draft)
    if draft.head == "-":
        return [], draft.end
    return [draft], draft.end


def _measured(t: Tokens, side: Side, hedges: list[Hedge], start: int) -> Draft:
    unit = side.measure.unit if side.measure else None
    if preposition_after(t, side.end, hedges) or _over_time(t, hedges, start, side):
        hedges, start = [], side.start
    dimension = unit.dimension if unit else dimension_of(t, side)
    rounded = rounding(side.number, dimension)
    interval = hedged(side.number.value, rounded, hedges).convert(unit)
    value = side.number.value * (unit.factor if unit else 1.0) + (unit.offset if unit else 0.0)
    return Draft(
        start,
        side.end,
        interval,
        value,
        dimension,
        unit,
        extra=side.extra,
        digits=side.number.digits,
        hedges=hedges,
        code="count" if dimension == "count" and unit is None else "",
    )


def _over_time(t: Tokens, hedges: list[Hedge], start: int, side: Side) -> bool:
    """Say whether the hedge is the preposition of "over three years", "over 157 kilometres"."""
    aged = side.measure is not None and side.measure.unit.noun
    word, lasts = t.word(start), side.dimension == "time" and not aged
    if _exact_way(side) and any(word in hedge.not_over_way for hedge in hedges):
        return True
    return lasts and any(word in hedge.not_over_time for hedge in hedges)


def _exact_way(side: Side) -> bool:
    """Say whether it is a length told too exactly to be hedged: nobody says "more than 157"."""
    number = side.number
    exact = number.factor == 1 and not number.decimals and number.value % 10 != 0
    return side.dimension == "length" and exact and number.digits >= _EXACT_DIGITS


def dimension_of(t: Tokens, side: Side) -> str:
    """Return "count" when an unknown noun follows the number, else "number"."""
    parts = side.number.decimals and side.number.factor == 1  # "2,5", not "81,6 Millionen"
    return "number" if parts else noun_dimension(t, side.end)


def share_of(side: Side, hedges: list[Hedge], start: int) -> Draft:
    """Return a fraction as a percentage."""
    number = replace(side.number, value=side.number.value * 100)
    interval = hedged(number.value, rounding(number, "percent"), hedges)
    return Draft(
        start, side.end, interval, number.value, "percent", units()["percent"], hedges=hedges
    )


def _requantify(draft: Draft, side: Side, hedges: list[Hedge], end: int) -> Draft:
    unit = side.measure.unit if side.measure else None
    share = draft.dimension == "percent" and unit is None
    value = side.number.value * (100 if share else 1)
    bounds = hedged(value, draft.interval, hedges).convert(unit)
    return replace(draft, interval=bounds, hedges=hedges, end=end, extra=0)


def _rate_and_head(t: Tokens, draft: Draft) -> None:
    """Read "je Aktie" and the head of a compound; head "-" marks a name and no amount."""
    draft.per = rate_after(t, draft.end)[0] or rate_before(t, draft.start)
    if not draft.per and draft.unit is not None:
        draft.per = rate_behind_noun(t, draft.end)
    i = draft.end
    if draft.dimension == "time" and _names_an_average(t, i):
        draft.head = "-"
        return
    if t.raw(i) not in _HYPHENS or not (t.glued(i) and t.glued(i + 1)) or draft.per:
        return
    words = []
    while t.raw(i) in _HYPHENS and t.glued(i) and t.glued(i + 1) and t.raw(i + 1)[:1].isalnum():
        words.append(t.raw(i + 1))
        i += 2
    if not words:
        return
    if t.word(i - 1) in t.vocabulary.sets["name_head"] and draft.dimension == "time":
        draft.head, draft.end = "-", i
        return
    draft.head = "-".join(words)


def _names_an_average(t: Tokens, i: int) -> bool:
    """Say whether "50-day" before token i belongs to "average" or "moving average"."""
    joined = t.raw(i - 2) in _HYPHENS and t.glued(i - 2) and t.glued(i - 1)
    return joined and t.near(i) and t.word(i) in t.vocabulary.sets["name_head"]


def _pair(t: Tokens, pair: Pair, floor: int) -> tuple[list[Draft], int]:
    if pair.kind == "ratio":
        return _ratio(t, pair, floor)
    if pair.kind == "over":
        return _divided(pair), pair.right.number.end
    if pair.kind == "change":
        return _change(t, pair, floor)
    hedges, start = hedges_before(t, pair.start, floor)
    end = pair.right.end
    left, right = pair.left, pair.right
    if _bad_range(t, pair, hedged=bool(hedges)):
        return [], _past_chain(t, end)
    unit = right.measure.unit if right.measure else None
    low, high = ranges.base(left), ranges.base(right)
    sides = [_end_of_range(side, value, hedges) for side, value in ((left, low), (right, high))]
    dimension = unit.dimension if unit else dimension_of(t, right)
    draft = Draft(
        start,
        end,
        widest(sides),
        (low + high) / 2,
        dimension,
        unit,
        extra=right.extra,
        digits=max(left.number.digits, right.number.digits),
        hedges=hedges,
        code="count" if dimension == "count" and unit is None else "",
    )
    if left.number.share and right.number.share and unit is None:
        _as_percent(draft)
    _rate_and_head(t, draft)
    return [draft], draft.end


def _as_percent(draft: Draft) -> None:
    assert draft.value is not None
    unit = units()["percent"]
    scaled = draft.interval.convert(None, 100.0)
    draft.interval, draft.value = scaled, draft.value * 100
    draft.dimension, draft.unit = unit.dimension, unit


def _end_of_range(side: Side, value: float, hedges: list[Hedge]) -> Interval:
    exact = Interval(value, value)
    return hedged(value, exact, hedges)


def _bad_range(t: Tokens, pair: Pair, *, hedged: bool) -> bool:
    """Say whether one of the sides cannot be part of an amount."""
    right = pair.right
    goes_on = t.raw(right.end) in ("-", "/") and t.glued(right.end)
    if right.measure is None and goes_on and t.raw(right.end + 1)[:1].isdigit():
        return True
    before = replace(pair.left, measure=right.measure)
    plain = pair.left.number.literal and right.measure is None
    if t.near(right.number.end) and t.word(right.number.end) in t.vocabulary.sets["clock"]:
        return True
    if plain and _name_before(t, pair.left):
        return True
    return plain and inside_a_word(t, before)


def _name_before(t: Tokens, side: Side) -> bool:
    return t.near(side.start) and t.raw(side.start - 1) in t.vocabulary.exact_names


def _change(t: Tokens, pair: Pair, floor: int) -> tuple[list[Draft], int]:
    """Return both ends of a change, each rounded as written."""
    hedges, start = hedges_before(t, pair.left.start, floor)
    left = _measured(t, replace(pair.left, end=_own_end(pair.left)), hedges, start)
    right = _measured(t, pair.right, pair.hedges, pair.right.start)
    left.dimension, left.code = right.dimension, right.code
    left.role, right.role = "from", "to"
    if pair.hedges:
        right.start = max(left.end, pair.right.start - len(pair.hedges))
    _rate_and_head(t, right)
    left.per = right.per
    return [left, right], right.end


def _divided(pair: Pair) -> list[Draft]:
    """Return the number of "one over three"."""
    left, right = pair.left, pair.right
    number = replace(left.number, value=left.number.value / right.number.value, fraction=True)
    side = replace(left, number=number)
    if number.share:
        draft = share_of(side, [], left.start)
    else:
        interval = rounding(number, "number")
        draft = Draft(left.start, right.number.end, interval, number.value, "number")
    draft.end = right.number.end
    return [draft]


def _own_end(side: Side) -> int:
    return max(side.end, side.number.end)


def _ratio(t: Tokens, pair: Pair, floor: int) -> tuple[list[Draft], int]:
    hedges, start = hedges_before(t, pair.left.start, floor)
    value = pair.left.number.value / pair.right.number.value * 100
    rounded = Interval(value * (1 - _RATIO_WIDTH), value * (1 + _RATIO_WIDTH))
    draft = Draft(
        start,
        pair.right.number.end,
        hedged(value, rounded, hedges),
        value,
        "percent",
        units()["percent"],
        hedges=hedges,
    )
    return [draft], draft.end
