"""The drawing of intervals on one axis as inline SVG, coloured by the page's classes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from factcheck.model import Quantity
from factcheck.report import axis
from factcheck.report.markup import Html, element
from factcheck.vocab import amounts

WIDTH = 460
ROW = 36  # height of a row: its label above its bar
EDGE = 10  # room for arrows and dots at either end
LETTER = 7.2  # estimated width of a letter of a tick's label
LABEL_LINES = 2
SMALLEST = 12.0  # a shorter bar would hide under its own ends


def draw(names: Sequence[str], quantities: Sequence[Quantity], language: str, title: str) -> Html:
    """Return one bar per quantity over a common axis; `title` is read to those who cannot see."""
    ruler = axis.scale(quantities)
    rows = [
        _row(number, f"{name}  {amounts.label(quantity, language)}", quantity, ruler)
        for number, (name, quantity) in enumerate(zip(names, quantities, strict=True))
    ]
    base = ROW * len(rows) + 8
    ticks, lines = _ticks(quantities, ruler, language, base)
    height = base + 8 + 17 * lines
    return element(
        "svg",
        _line(EDGE, base, WIDTH - EDGE, base, "axis"),
        *rows,
        *ticks,
        viewBox=f"0 0 {WIDTH} {height}",
        class_="axis-drawing",
        role="img",
        aria_label=title,
    )


def _row(number: int, label: str, quantity: Quantity, ruler: axis.Scale) -> Html:
    y = ROW * number + ROW - 8
    return element(
        "g",
        element("text", label, x=EDGE, y=y - 12, class_="row-label"),
        *_bar(quantity, _x(quantity.low, ruler), _x(quantity.high, ruler), y),
        class_=f"row-{min(number, 2)}",
    )


def _bar(quantity: Quantity, first: float, last: float, y: float) -> list[Html]:
    if last - first < SMALLEST:  # the rounding of a plain number is no more than a dot
        return [_end((first + last) / 2, y, 0.0, is_open=False, pointing=1)]
    return [
        _line(first, y, last, y, "bar"),
        _end(first, y, quantity.low, quantity.low_open, pointing=-1),
        _end(last, y, quantity.high, quantity.high_open, pointing=1),
    ]


def _end(x: float, y: float, value: float, is_open: bool, pointing: int) -> Html:
    if math.isinf(value):
        points = f"{_n(x + 8 * pointing)},{_n(y)} {_n(x)},{_n(y - 5)} {_n(x)},{_n(y + 5)}"
        return element("polygon", points=points, class_="arrow")
    kind = "open" if is_open else "closed"
    return element("circle", cx=_n(x), cy=_n(y), r="4.5", class_=f"end {kind}")


def _ticks(
    quantities: Sequence[Quantity], ruler: axis.Scale, language: str, base: float
) -> tuple[list[Html], int]:
    values = axis.labelled(quantities)
    digits = amounts.digits_to_tell_apart(values)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(LABEL_LINES)]
    drawn: list[Html] = []
    for value in axis.by_importance(values):
        text = amounts.amount(value, quantities[0], language, digits)
        half = len(text) * LETTER / 2
        x = _x(value, ruler)
        middle = min(max(x, half), WIDTH - half)
        line = _free_line(taken, middle - half - 6, middle + half + 6)
        if line is None:
            continue
        drawn.append(_line(x, base, x, base + 5, "tick"))
        drawn.append(
            element("text", text, x=_n(middle), y=_n(base + 19 + 17 * line), class_="tick-label")
        )
    return drawn, max(1, sum(bool(spans) for spans in taken))


def _free_line(taken: list[list[tuple[float, float]]], start: float, end: float) -> int | None:
    for number, spans in enumerate(taken):
        if all(end <= first or last <= start for first, last in spans):
            spans.append((start, end))
            return number
    return None


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Html:
    return element("line", x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2), class_=kind)


def _x(value: float, ruler: axis.Scale) -> float:
    return EDGE + ruler.at(value) * (WIDTH - 2 * EDGE)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
