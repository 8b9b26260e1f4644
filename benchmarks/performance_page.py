"""Writes docs/performance.md from what benchmarks.archive measured."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PAGE = Path("docs/performance.md")
DRAWING = Path("docs/performance.svg")
BEYOND = Path("docs/scaling.md")
MANY = 10_000_000  # articles of an archive on a cluster
Result = dict[str, Any]
Row = tuple[str, Callable[[Result], str]]

ROWS: tuple[Row, ...] = (
    ("claims", lambda r: f"{r['build']['claims']:,}"),
    ("canonical texts", lambda r: f"{r['build']['texts']:,}"),
    ("build, articles a second", lambda r: f"{r['size'] / r['build']['seconds']:.1f}"),
    ("build, CPU ms an article", lambda r: f"{r['build']['cpu'] / r['size'] * 1000:.0f}"),
    ("build, peak memory of a process, MB", lambda r: _mb(r["build"]["memory"])),
    ("index, KB an article", lambda r: f"{r['build']['bytes'] / r['size'] / 1000:.1f}"),
    ("add nothing, s", lambda r: f"{r['add_none']['seconds']:.2f}"),
    ("add 10 articles, s", lambda r: f"{r['add_ten']['wall']:.2f}"),
    ("check a draft, new process, s", lambda r: f"{r['cold']['seconds']:.2f}"),
    ("check a draft, new process, CPU s", lambda r: f"{r['cold']['cpu']:.2f}"),
    ("check a draft, warm process, s", lambda r: f"{r['check']['warm']:.2f}"),
    ("check a draft, warm process, CPU s", lambda r: f"{r['check']['warm_cpu']:.2f}"),
    ("check a draft, peak memory, MB", lambda r: _mb(r["check"]["memory"])),
    ("scan all, s", lambda r: f"{r['scan']['seconds']:.1f}"),
    ("scan all, CPU s", lambda r: f"{r['scan']['cpu']:.1f}"),
    ("scan all, peak memory, MB", lambda r: _mb(r["scan"]["memory"])),
    ("candidate recall against all pairs", lambda r: f"{r['recall']['recall']:.3f}"),
    ("planted conflicts found / by the pair alone / planted", lambda r: _planted(r)),
    ("planted look-alikes and updates reported as conflicts", lambda r: _lookalikes(r)),
    ("planted updates found / by the pair alone / planted", lambda r: _updates(r)),
    ("false alarms an article checked", lambda r: _false(r)),
)
COSTS: tuple[tuple[str, Callable[[Result], float]], ...] = (
    ("build", lambda r: r["build"]["cpu"]),
    ("scan", lambda r: r["scan"]["cpu"]),
    ("check, new process", lambda r: r["cold"]["cpu"]),
    ("check, warm", lambda r: r["check"]["warm_cpu"]),
    ("add nothing", lambda r: r["add_none"]["cpu"]),
    ("index size", lambda r: r["build"]["bytes"]),
)


def _mb(size: float) -> str:
    return f"{size / 1e6:,.0f}"


def _planted(result: Result) -> str:
    p = result["planted"]
    return f"{p.get('conflict found', 0)} / {p.get('conflict alone', 0)} / {p.get('conflict', 0)}"


def _updates(result: Result) -> str:
    p = result["planted"]
    return f"{p.get('update found', 0)} / {p.get('update alone', 0)} / {p.get('update', 0)}"


def _lookalikes(result: Result) -> str:
    p = result["planted"]
    found = p.get("lookalike as conflict", 0) + p.get("update as conflict", 0)
    return f"{found} of {p.get('lookalike', 0) + p.get('update', 0)}"


def _false(result: Result) -> str:
    p = result["planted"]
    return f"{p.get('false', 0) / max(1, p.get('checked', 0)):.2f}"


def table(results: Sequence[Result]) -> str:
    """Return the figures as a Markdown table, one column a size."""
    head = ["", *(f"{result['size']:,} articles" for result in results)]
    lines = [head, ["---", *("---:" for _ in results)]]
    lines += [[name, *(show(result) for result in results)] for name, show in ROWS]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def exponents(results: Sequence[Result]) -> str:
    """Return how each cost (CPU seconds) grows between the last two sizes: articles ** e."""
    if len(results) < 2:
        return ""
    before, last = results[-2:]
    lines = [
        f"| CPU seconds = articles ^ e | e, from {before['size']:,} to {last['size']:,} |",
        "| --- | ---: |",
    ]
    for name, cost in COSTS:
        lines.append(f"| {name} | {_exponent(results, cost):.2f} |")
    return "\n".join(lines)


def _exponent(results: Sequence[Result], cost: Callable[[Result], float]) -> float:
    """Return e of cost = articles ** e between the last two sizes; 1 where there is one only."""
    if len(results) < 2:
        return 1.0
    before, last = results[-2:]
    return math.log(cost(last) / cost(before)) / math.log(last["size"] / before["size"])


def write(results: Sequence[Result]) -> None:
    """Put the figures and the drawing in their places; the rest of the page is written by hand."""
    machine = f"Python {platform.python_version()}, two cores, one BLAS thread a process."
    picture = f"![CPU seconds against articles, both logarithmic]({DRAWING.name})"
    measured = "\n\n".join([machine, table(results), exponents(results), picture])
    _put(PAGE, "measured", measured)
    _put(BEYOND, "extrapolated", extrapolated(results))
    DRAWING.write_text(drawing(results), encoding="utf-8")


def _put(page: Path, part: str, content: str) -> None:
    """Replace the part of a page between its two marks."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{begin}\n\n{content}\n\n{end}{after}", encoding="utf-8")


def extrapolated(results: Sequence[Result]) -> str:
    """Return what ten million articles would take, each cost grown as it grew when measured."""
    last = results[-1]
    size = last["size"]
    hours = {
        name: cost(last) / 3600 * (MANY / size) ** _exponent(results, cost)
        for name, cost in COSTS
        if name in ("build", "scan")
    }
    compared = max(0.0, hours["scan"] - hours["build"])
    lines = [
        ["", f"measured, {size:,} articles", f"{MANY:,} articles", "on 100 cores"],
        ["---", "---:", "---:", "---:"],
        [
            "reading, extraction, embedding, store",
            f"{last['build']['cpu'] / size * 1000:.0f} ms CPU an article",
            f"{hours['build']:,.0f} core hours",
            f"{hours['build'] / 100:.1f} h",
        ],
        [
            "comparing all with all",
            f"{(last['scan']['cpu'] - last['build']['cpu']) / size * 1000:.0f} ms CPU an article",
            f"{compared:,.0f} core hours",
            f"{compared / 100:.1f} h",
        ],
        [
            "index",
            f"{last['build']['bytes'] / size / 1000:.0f} KB an article",
            f"{last['build']['bytes'] / size * MANY / 1e9:,.0f} GB",
            "",
        ],
        [
            "claims",
            f"{last['build']['claims'] / size:.0f} an article",
            f"{last['build']['claims'] / size * MANY / 1e6:,.0f} million",
            "",
        ],
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def drawing(results: Sequence[Result]) -> str:
    """Return an SVG: CPU seconds against articles, both logarithmic, a line a cost."""
    lines = [cost for cost in COSTS if cost[0] != "index size"]
    colours = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e5bb5", "#b8860b")
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="sans-serif"'
        ' font-size="12"><rect width="640" height="400" fill="white"/>'
    ]
    for power in range(-2, 4):
        y = _y(10.0**power)
        parts.append(f'<path d="M60 {y:.1f}H470" stroke="#ddd"/>')
        parts.append(f'<text x="52" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    for result in results:
        x = _x(result["size"])
        parts.append(f'<text x="{x:.1f}" y="385" text-anchor="middle">{result["size"]:,}</text>')
    for (name, cost), colour in zip(lines, colours, strict=True):
        points = [(_x(r["size"]), _y(cost(r))) for r in results]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x, y = points[-1]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(size: float) -> float:
    return 60 + (math.log10(size) - 2) * 180


def _y(seconds: float) -> float:
    return 360 - (math.log10(max(seconds, 0.01)) + 2) * 66
