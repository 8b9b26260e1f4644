"""Draws docs/report.svg: some findings of each kind from a scan of corpus/, as a terminal shows it.

Run `python docs/picture.py` from the repository root after the report's look has changed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import factcheck
from factcheck.model import Claim, Finding, Report
from factcheck.report import Options
from factcheck.report.terminal import write
from factcheck.report.view import ReportView

DOCS = Path(__file__).parent
WIDTH = 100
MOST = 3


def main() -> None:
    """Scan, choose and draw."""
    report = factcheck.scan(["corpus"])
    shown = replace(report, findings=tuple(chosen(report)))
    paper = write(ReportView(shown), Options("en", WIDTH, color=True))
    (DOCS / "report.svg").write_text(paper.svg("factcheck scan corpus"), encoding="utf-8")


def chosen(report: Report) -> list[Finding]:
    """Return the first wanted finding of amounts for each verdict, and the first of relations."""
    wanted = json.loads((DOCS.parent / "corpus" / "gold.json").read_text(encoding="utf-8"))
    picked: dict[tuple[str, bool], Finding] = {}
    for finding in report.findings:
        if any(is_pair(finding, row, report) for row in wanted["must_find"]):
            picked.setdefault((finding.verdict, finding.kind == "relation"), finding)
    numbers_first = sorted(picked, key=lambda key: key[1])
    return [picked[key] for key in numbers_first][:MOST]


def is_pair(finding: Finding, row: dict[str, Any], report: Report) -> bool:
    """Say whether a finding is the pair of a row of gold.json, either way round."""
    left, right = finding.primary, finding.secondary
    return any(
        stands_in(one, row["a"], report) and stands_in(other, row["b"], report)
        for one, other in ((left, right), (right, left))
    )


def stands_in(claim: Claim, side: dict[str, Any], report: Report) -> bool:
    """Say whether a claim is one side of a row: its file, and one of its quotes."""
    quotes = [side["quote"]] if isinstance(side["quote"], str) else side["quote"]
    same_file = Path(report.document(claim.document).path).name == side["file"]
    return same_file and any(quote in claim.quote or claim.quote in quote for quote in quotes)


if __name__ == "__main__":
    main()
