"""Draws docs/report.svg: some findings of each kind from a scan of corpus/, as a terminal shows it.

Run `python docs/picture.py` from the repository root after the report's look has changed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factcheck
from factcheck.model import Finding, Report, Verdict
from factcheck.report import Options
from factcheck.report.terminal import write
from factcheck.report.view import ReportView

DOCS = Path(__file__).parent
WIDTH = 100


def main() -> None:
    """Scan, choose and draw."""
    report = factcheck.scan(["corpus"])
    shown = replace(report, findings=tuple(chosen(report)))
    paper = write(ReportView(shown), Options("en", WIDTH, color=True))
    (DOCS / "report.svg").write_text(paper.svg("factcheck scan corpus"), encoding="utf-8")


def chosen(report: Report) -> list[Finding]:
    """Return the first finding of amounts for each verdict, and the first of relations."""
    picked: dict[str, Finding] = {}
    for finding in report.findings:
        if finding.kind in ("amount", "count"):
            picked.setdefault(finding.verdict, finding)
        elif finding.kind == "relation" and finding.verdict is Verdict.CONTRADICTION:
            picked.setdefault("relation", finding)
    return list(picked.values())


if __name__ == "__main__":
    main()
