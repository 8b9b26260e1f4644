"""False alarms on real newswire: scans its articles as one archive and joins read verdicts.

The texts are those of ../shared/data/smartdata_de_ner (DFKI SmartData corpus, CC BY 4.0). Every
flag was read by a person; newswire_flags.json records per finding id whether it was right, and why.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factcheck import evaluate, pipeline
from factcheck.model import Document, Finding, Verdict

FLAGS = Path(__file__).with_name("newswire_flags.json")


@dataclass(frozen=True, slots=True)
class Newswire:
    """What was flagged in how many articles, split by what reading said."""

    articles: int
    right: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)  # finding id -> why

    def false_per_100(self, verdict: Verdict) -> float:
        """Return the flags of a verdict not found right, per 100 articles; unread ones count."""
        alarms = [f for f in (*self.wrong, *self.unread) if f.verdict is verdict]
        return 100 * len(alarms) / self.articles


def scan(rows: Sequence[dict[str, Any]]) -> Newswire:
    """Scan the rows ("id", "text", "date", "lang") as one archive and sort the flags."""
    documents = tuple(_document(row) for row in rows)
    options = pipeline.Options()
    claims = tuple(pipeline.extract(documents, options))
    report = pipeline.cross_compare(pipeline.Extraction(documents, claims), options)
    flags = [f for f in report.findings if f.verdict in evaluate.FLAGGED]
    return sort_flags(len(documents), flags, read_flags())


def sort_flags(
    articles: int, flags: Sequence[Finding], read: dict[str, dict[str, Any]]
) -> Newswire:
    """Split the flags into right, wrong and not yet read ones."""
    verdicts = [(flag, read.get(flag.id)) for flag in flags]
    return Newswire(
        articles,
        right=tuple(flag for flag, row in verdicts if row is not None and row["right"]),
        wrong=tuple(flag for flag, row in verdicts if row is not None and not row["right"]),
        unread=tuple(flag for flag, row in verdicts if row is None),
        reasons={flag.id: str(row["why"]) for flag, row in verdicts if row is not None},
    )


def read_flags() -> dict[str, dict[str, Any]]:
    """Return finding id -> {"right": bool, "why": str} of the flags that were read."""
    rows: dict[str, dict[str, Any]] = json.loads(FLAGS.read_text(encoding="utf-8"))
    return rows


def _document(row: dict[str, Any]) -> Document:
    return Document(
        id=row["id"],
        path=row["id"],
        text=row["text"],
        published=date.fromisoformat(row["date"][:10]),
        language=row["lang"],
    )
