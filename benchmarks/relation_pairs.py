"""Labelled sentence pairs for relations, and the verdict that the rules give them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.compare.relations import compare
from factcheck.compare.rules.relations_protocol import Conflict
from factcheck.extract.assemble import contexts_of
from factcheck.extract.relational import find
from factcheck.model import Document, RelationalClaim, Verdict
from factcheck.split import split

ROOT = Path(__file__).parents[1]
SPECS = ROOT / "tests" / "specs" / "relations"
SHARED = ROOT.parent / "shared" / "data"
CONFIDENT = 0.5


@dataclass(frozen=True)
class Pair:
    """Two short texts and what they are to each other: conflict, update, same or none."""

    id: str
    label: str
    a: str
    b: str
    languages: tuple[str, str]
    dates: tuple[date | None, date | None] = (None, None)
    rule: str = ""
    family: str = ""
    part: str = "tune"  # or "hold", which no weight is learned from


@lru_cache(maxsize=4096)
def claims_of(text: str, language: str, published: date | None = None) -> list[RelationalClaim]:
    """Return the relational claims of a text that stands alone."""
    document = Document(text[:40], "", text, language=language, published=published)
    contexts = contexts_of(document, split(document))
    return [claim for context in contexts for claim in find(context)]


def conflicts(pair: Pair) -> list[Conflict]:
    """Return what the rules say of a pair, the surest first."""
    left = claims_of(pair.a, pair.languages[0], pair.dates[0])
    right = claims_of(pair.b, pair.languages[1], pair.dates[1])
    found = [compare(x, y, pair.dates[0], pair.dates[1]) for x in left for y in right]
    sure = [c for c in found if c is not None and c.confidence >= CONFIDENT]
    return sorted(sure, key=lambda conflict: -conflict.confidence)


def verdict(pair: Pair) -> str:
    """Return "conflict", "update" or "none"."""
    verdicts = {conflict.verdict for conflict in conflicts(pair)}
    if verdicts & {Verdict.CONTRADICTION, Verdict.DISCREPANCY}:
        return "conflict"
    return "update" if Verdict.UPDATE in verdicts else "none"


def own_pairs(part: str | None = None) -> list[Pair]:
    """Return the pairs of tests/specs/relations: crossed families and single pairs, or one part."""
    pairs = [*_crossed(), *_single()]
    return [pair for pair in pairs if part in (None, pair.part)]


def part_of(text: str) -> str:
    """Return "tune" or "hold" for a row, by the text that opens it; two in five are held apart."""
    return "hold" if zlib.crc32(text.encode()) % 5 < 2 else "tune"


def _crossed() -> Iterator[Pair]:
    rows = json.loads((SPECS / "families.json").read_text(encoding="utf-8"))
    for number, row in enumerate(rows):
        name, part = f"{row['family']}-{number}", part_of(row["holds"][0])
        for key, label, a, b in _crossings(row):
            yield replace(_pair(f"{name}-{key}", label, a, b, row["family"]), part=part)


def _crossings(row: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield key, label and both texts of each pair of a family's sentences."""
    holds, fails, other = row["holds"], row["fails"], row["other"]
    alike = row.get("alike", True)  # both languages say the same
    for i, a in enumerate(holds):
        for j, b in enumerate(fails):
            if alike or i == j:
                yield f"conflict-{i}{j}", "conflict", a, b
    for kind, texts in (("holds", holds), ("fails", fails)):
        yield f"same-{kind}", "same", texts[0], texts[1] if alike else texts[0]
    for i, j in ((0, 0), (1, 1), (0, 1)):
        yield f"other-{i}{j}", "none", holds[i], other[j]


def blind_pairs(part: str | None = None) -> list[Pair]:
    """Return the pairs of an outsider who knew nothing of the program, or one part of them."""
    return [pair for pair in _single("blind") if part in (None, pair.part)]


def _single(name: str = "") -> Iterator[Pair]:
    file = f"{name}_pairs.json" if name else "pairs.json"
    rows = json.loads((SPECS / file).read_text(encoding="utf-8"))
    for number, row in enumerate(rows):
        dates = tuple(
            date.fromisoformat(row[key]) if key in row else None for key in ("a_date", "b_date")
        )
        pair = _pair(f"{name or 'pair'}-{number}", row["label"], row["a"], row["b"], "")
        yield replace(
            pair,
            dates=(dates[0], dates[1]),
            rule=row.get("rule", ""),
            part=row.get("part") or part_of(row["a"]),
        )


def _pair(name: str, label: str, a: str, b: str, family: str) -> Pair:
    return Pair(name, label, a[4:], b[4:], (a[:2], b[:2]), family=family)


def rte_pairs() -> list[Pair]:
    """Return the German RTE-3 pairs, or nothing where they are not at hand."""
    path = SHARED / "rte3_de" / "data.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Pair(
            row["id"],
            "conflict" if row["label"] == "contradiction" else "none",
            row["a"],
            row["b"],
            ("de", "de"),
        )
        for row in rows
    ]
