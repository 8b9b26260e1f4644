"""The report as GitHub workflow commands: an annotation beside the line of each finding."""

from __future__ import annotations

from factcheck.model import Finding, Severity
from factcheck.report import Options
from factcheck.report.escape import for_github, for_github_property
from factcheck.report.sides import Side
from factcheck.report.view import ReportView, said_by
from factcheck.report.wording import role_name
from factcheck.tables.catalogue import Catalogue, catalogue

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(view: ReportView, options: Options) -> str:
    """Return one command a line; every line starts with a command of ours or with the summary."""
    words = catalogue(options.ui_language)
    lines = [_annotation(finding, view, words) for finding in view.findings]
    lines += [
        f"::warning file={for_github_property(item.path)}::{for_github(item.reason)}"
        for item in view.report.skipped
    ]
    counted = ", ".join(
        f"{view.counts[key]} {words.text(f'verdicts_{key}')}"
        for key in ("contradiction", "discrepancy", "update")
    )
    return "\n".join([*lines, f"factcheck: {counted}"]) + "\n"


def _annotation(finding: Finding, view: ReportView, words: Catalogue) -> str:
    shown = view.view(finding)
    side, others = shown.sides[0], shown.sides[1:]
    verdict = words.text(f"verdict_{finding.verdict}")
    properties = {
        "file": side.document.path,
        "line": side.position.line,
        "endLine": side.end.line,
        "col": side.position.column,
        "endColumn": side.end.column,
        "title": f"{verdict} ({finding.rule})",
    }
    listed = ",".join(f"{key}={for_github_property(str(v))}" for key, v in properties.items())
    text = "%0A".join([for_github(shown.message), *(_other(other, words) for other in others)])
    return f"::{COMMANDS[finding.severity]} {listed}::{text}"


def _other(side: Side, words: Catalogue) -> str:
    role = role_name(side, words)
    return for_github(f"{role}: {side.place} ({said_by(side.document, words)}): {side.quote}")
