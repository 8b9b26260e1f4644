"""Scores the whole line against labelled pairs and against a corpus with named findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factcheck.model import Claim, Document, Finding, Report, Verdict

FLAGGED = (Verdict.CONTRADICTION, Verdict.DISCREPANCY)


@dataclass(frozen=True, slots=True)
class PairResult:
    """One labelled pair and what the program said: its weightiest verdict, or "none"."""

    row: Mapping[str, Any]
    verdict: str
    findings: tuple[Finding, ...] = ()

    @property
    def flagged(self) -> bool:
        """Say whether the program reported a conflict."""
        return self.verdict in FLAGGED


@dataclass(slots=True)
class Score:
    """Precision and recall of one class."""

    true: int = 0
    false: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 1 when nothing was found."""
        return self.true / (self.true + self.false) if self.true + self.false else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what there is that was found; 1 when there is nothing."""
        return self.true / (self.true + self.missed) if self.true + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def judge_pairs(rows: Iterable[Mapping[str, Any]], language: str | None = None) -> list[PairResult]:
    """Compare the two texts of each row ("a", "b", optional "a_published", "b_published")."""
    from factcheck.api import compare

    results = []
    for row in rows:
        findings = compare(
            row["a"],
            row["b"],
            left_published=published(row.get("a_published")),
            right_published=published(row.get("b_published")),
            language=language,
        )
        results.append(PairResult(row, weightiest(findings), tuple(findings)))
    return results


def weightiest(findings: Sequence[Finding]) -> str:
    """Return the strongest verdict among findings, or "none"."""
    said = {finding.verdict for finding in findings}
    return next((verdict.value for verdict in Verdict if verdict in said), "none")


def score(results: Iterable[PairResult], positive: Iterable[str]) -> Score:
    """Count flagged pairs against the labels that ask for a flag."""
    wanted = set(positive)
    total = Score()
    for result in results:
        if result.row["label"] in wanted:
            total.true += result.flagged
            total.missed += not result.flagged
        else:
            total.false += result.flagged
        if (result.row["label"] in wanted) != result.flagged:
            total.misses.append(str(result.row["id"]))
    return total


def check_gold(report: Report, gold: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Return (missing, wrong verdict or forbidden, not in the list) of a corpus's findings."""
    flagged = [f for f in report.findings if f.verdict in FLAGGED]
    missing = [
        _name(row)
        for row in gold["must_find"]
        if not any(f.verdict in row["verdict"] and matches(f, row, report) for f in flagged)
    ]
    forbidden = [
        _name(row)
        for row in gold["must_not_find"]
        if any(matches(f, row, report, pair=True) for f in flagged)
    ]
    known = [*gold["must_find"], *gold.get("may_find", ())]
    unlisted = [
        f"{f.rule} {f.verdict} {f.primary.quote!r} ({f.primary.document}) against "
        f"{f.secondary.quote!r} ({f.secondary.document})"
        for f in flagged
        if not any(matches(f, row, report) for row in known)
    ]
    return missing, forbidden, unlisted


def matches(
    finding: Finding, row: Mapping[str, Any], report: Report, *, pair: bool = False
) -> bool:
    """Say whether a finding's claims overlap both quotes of a gold row, in either order.

    With `pair` only the primary claim and its counterpart count, not the rest of the group.
    """
    claims = [c.claim for c in (finding.claims[:2] if pair else finding.claims)]
    for left, right in ((row["a"], row["b"]), (row["b"], row["a"])):
        a = [claim for claim in claims if _overlaps(claim, left, report)]
        b = [claim for claim in claims if _overlaps(claim, right, report)]
        if any(x is not y for x in a for y in b):
            return True
    return False


def _overlaps(claim: Claim, side: Mapping[str, Any], report: Report) -> bool:
    document = report.document(claim.document)
    if not document.path.endswith(side["file"]):
        return False
    quotes = side["quote"] if isinstance(side["quote"], list) else [side["quote"]]
    return any(
        start < claim.end and claim.start < end
        for quote in quotes
        for start, end in _places(document, quote, side.get("within", ""))
    )


def _places(document: Document, quote: str, within: str) -> list[tuple[int, int]]:
    text, places = document.text, []
    at = text.find(quote)
    while at >= 0:
        around = text[max(0, at - len(within)) : at + len(quote) + len(within)]
        if within in around:
            places.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return places


def _name(row: Mapping[str, Any]) -> str:
    a, b = row["a"], row["b"]
    return f"{a['file']}: {a['quote']!r} against {b['file']}: {b['quote']!r} ({row['why']})"


def published(value: Any) -> date | None:
    """Return the date of an ISO string; None for none."""
    return date.fromisoformat(value) if value else None
