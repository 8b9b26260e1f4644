"""Intervals on one axis, as lines of text and as SVG: where two figures can both be right.

A drawing has one row per amount. A filled end belongs to the interval, a hollow one does not,
an arrow has no end. Ticks below name the ends.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Quantity
from factcheck.vocab import amounts

LOG_FROM = 40.0  # ends further apart than this factor are drawn on a logarithmic axis
LABEL_LINES = 2
MARGIN = 0.22  # empty axis on either side, as a share of what the ends span
CLOSED, OPEN, BAR, POINT = "●", "○", "━", "●"
LEFT_ARROW, RIGHT_ARROW, RULE, TICK = "◀", "▶", "─", "┴"


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values to 0..1 along the axis."""

    low: float
    high: float
    log: bool = False

    def at(self, value: float) -> float:
        """Return where the value lies, cut to the axis."""
        if math.isinf(value):
            return 0.0 if value < 0 else 1.0
        if self.log:
            value = math.log10(max(value, 1e-300))
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a drawn line; `tag` says what it is (axis, tick, or the number of its row)."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Common:
    """What the intervals have in common: an overlap, or the gap between them."""

    low: float
    high: float
    overlap: bool


def scale(quantities: Sequence[Quantity]) -> Scale:
    """Return an axis that holds every finite end with some room on either side."""
    ends = finite_ends(quantities)
    log = bool(ends) and ends[0] > 0 and ends[-1] / ends[0] > LOG_FROM
    low, high = (ends[0], ends[-1]) if ends else (0.0, 1.0)
    if log:
        low, high = math.log10(low), math.log10(high)
    room = (high - low) * MARGIN or abs(high) * 0.1 or 1.0
    return Scale(low - room, high + room, log)


def finite_ends(quantities: Sequence[Quantity]) -> list[float]:
    """Return the finite ends of all intervals, sorted, each once."""
    ends = {end for quantity in quantities for end in (quantity.low, quantity.high)}
    return sorted(end for end in ends if math.isfinite(end))


def labelled(quantities: Sequence[Quantity]) -> list[float]:
    """Return the values to name on the axis: plainly stated numbers, and the ends of the rest."""
    plain = [q for q in quantities if amounts.is_plain(q)]
    values = {q.value for q in plain if q.value is not None}
    return sorted(values | set(finite_ends([q for q in quantities if q not in plain])))


def common(left: Quantity, right: Quantity) -> Common:
    """Return the overlap of two intervals, or the gap between them."""
    low, high = max(left.low, right.low), min(left.high, right.high)
    if low < high or (low == high and _holds(left, low) and _holds(right, low)):
        return Common(low, high, overlap=True)
    return Common(high, low, overlap=False)


def factor(left: Quantity, right: Quantity) -> float:
    """Return how many times the greater stated value holds the smaller; 1.0 where that is moot."""
    values = [value for value in (left.value, right.value) if value is not None and value > 0]
    return max(values) / min(values) if len(values) == 2 else 1.0


def draw(quantities: Sequence[Quantity], width: int, language: str) -> list[tuple[Run, ...]]:
    """Return one line per quantity, then the axis, then one or two lines of labels.

    Every line has at most `width` columns.
    """
    width = max(width, 12)
    ruler = scale(quantities)
    rows = [_row(q, ruler, width, str(number)) for number, q in enumerate(quantities)]
    return [*rows, *_axis(quantities, ruler, width, language)]


def _row(quantity: Quantity, ruler: Scale, width: int, tag: str) -> tuple[Run, ...]:
    first, last = (_column(end, ruler, width) for end in (quantity.low, quantity.high))
    if amounts.is_plain(quantity) and last - first <= 1:  # rounding alone is no more than a dot
        first = last = _column(quantity.value or 0.0, ruler, width)
    if first == last and quantity.bounded:
        bar = OPEN if quantity.low_open and quantity.high_open else POINT
    else:
        last = max(last, first + 1)
        bar = _start(quantity) + BAR * (last - first - 1) + _stop(quantity)
    rest = max(width - first - len(bar), 0)
    return Run(" " * first, "axis"), Run(bar, tag), Run(" " * rest, "axis")


def _start(quantity: Quantity) -> str:
    if math.isinf(quantity.low):
        return LEFT_ARROW
    return OPEN if quantity.low_open else CLOSED


def _stop(quantity: Quantity) -> str:
    if math.isinf(quantity.high):
        return RIGHT_ARROW
    return OPEN if quantity.high_open else CLOSED


def _axis(
    quantities: Sequence[Quantity], ruler: Scale, width: int, language: str
) -> list[tuple[Run, ...]]:
    values = labelled(quantities)
    digits = amounts.digits_to_tell_apart(values)
    line, labels = [RULE] * width, [" " * width] * LABEL_LINES
    for value in by_importance(values):
        text = amounts.amount(value, quantities[0], language, digits)
        column = _column(value, ruler, width)
        start = min(max(column - len(text) // 2, 0), max(width - len(text), 0))
        free = [n for n in range(LABEL_LINES) if not _taken(labels[n], start, len(text))]
        if free and len(text) <= width:
            line[column] = TICK
            row = labels[free[0]]
            labels[free[0]] = row[:start] + text + row[start + len(text) :]
    shown = [(Run(row.rstrip(), "label"),) for row in labels if row.strip()]
    return [(Run("".join(line), "axis"),), *shown]


def _taken(row: str, start: int, length: int) -> bool:
    return bool(row[max(start - 2, 0) : start + length + 2].strip())


def by_importance(ends: list[float]) -> list[float]:
    """Return the outermost ends first: they give the axis its range."""
    return [*ends[:1], *ends[:0:-1]]


def _column(value: float, ruler: Scale, width: int) -> int:
    return round(ruler.at(value) * (width - 1))


def _holds(quantity: Quantity, value: float) -> bool:
    if value == quantity.low and quantity.low_open:
        return False
    return not (value == quantity.high and quantity.high_open)
