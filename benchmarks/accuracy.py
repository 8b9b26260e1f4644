"""Scores the whole line on labelled pairs and on newswire: `python -m benchmarks.accuracy`.

Own pairs stand in tests/specs/pairs, articles with named findings in corpus/; other people's sets
are read from ../shared/data where it is present. With --floors the run fails when a figure is
worse than its floor; with --write the figures go into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks import accuracy_page
from benchmarks.labelled import CONFLICT, own_rows, shared_rows
from benchmarks.measured import ALL, PARTS, Measured, Results, measure

FLOORS = Path(__file__).with_name("accuracy_floors.json")
__all__ = ["main", "own_rows", "read_floors", "shared_rows", "under_floors"]


def main() -> int:
    options = _options()
    measured = measure(options.sets or ALL, _say, options.part)
    _print(measured)
    if options.misses:
        for results in (*measured.own.values(), *measured.sets.values()):
            _print_misses(results)
    if options.write:
        accuracy_page.write(measured)
    if not options.floors:
        return 0
    failed = under_floors(measured.figures(), read_floors())
    print("\n".join(failed) or "no figure is worse than its floor")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(ALL)}; all by default")
    parser.add_argument("--part", choices=PARTS, help="of our own pairs")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    parser.add_argument("--floors", action="store_true", help="fail under a floor")
    options = parser.parse_args()
    if options.write and (options.sets or options.part):
        parser.error("--write needs all sets and all parts")
    return options


def read_floors() -> dict[str, tuple[str, float]]:
    """Return figure -> (">=" or "<=", bound)."""
    floors: dict[str, tuple[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def under_floors(
    figures: Mapping[str, float], floors: Mapping[str, tuple[str, float]]
) -> list[str]:
    """Return a line for each figure on the wrong side of its floor; unmeasured ones are passed."""
    return [
        f"FLOOR {name}: {figures[name]:.3f}, asked {sign} {bound}"
        for name, (sign, bound) in floors.items()
        if name in figures
        and not (figures[name] >= bound if sign == ">=" else figures[name] <= bound)
    ]


def _say(name: str) -> None:
    print(f"measuring {name} ...", file=sys.stderr, flush=True)


def _print(measured: Measured) -> None:
    tables = [
        accuracy_page.own_table(measured) if measured.own else [],
        accuracy_page.sets_table(measured) if measured.sets else [],
        accuracy_page.corpus_lines(measured),
        accuracy_page.newswire_lines(measured),
        accuracy_page.reliability_table(measured) if measured.own else [],
        accuracy_page.absent_lines(measured),
    ]
    print("\n\n".join("\n".join(lines) for lines in tables if lines))
    if measured.newswire:
        _print_flags(measured.newswire.unread)


def _print_flags(flags: Iterable[Any]) -> None:
    for flag in flags:
        print(f"NOT READ {flag.id} {flag.rule} {flag.verdict} {flag.confidence} {flag.message}")
        for part in flag.claims[:2]:
            print(f"     {part.claim.document}: {part.claim.sentence}")


def _print_misses(results: Results) -> None:
    for result in results:
        if (result.row["label"] in CONFLICT) != result.flagged:
            word = "false" if result.flagged else "missed"
            print(f"  {word} {result.row['id']} [{result.row['label']}] said {result.verdict}")
            print(f"     a: {result.row['a']}\n     b: {result.row['b']}")
            for finding in result.findings:
                print(f"     {finding.rule} {finding.confidence} {finding.message}")


if __name__ == "__main__":
    sys.exit(main())
