"""The report as SARIF 2.1.0, for code hosts and editors that show such results."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import factcheck
from factcheck.model import Finding, Verdict
from factcheck.report import Options
from factcheck.report.escape import clipped, visible
from factcheck.report.json_report import dumped
from factcheck.report.sentence import LONGEST_QUOTE
from factcheck.report.sides import Side
from factcheck.report.view import ReportView, said_by
from factcheck.report.wording import role_name
from factcheck.tables.catalogue import Catalogue, catalogue

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheck/v1"


def render(view: ReportView, options: Options) -> str:
    """Return the report as one SARIF run; the second claim is a related location."""
    words = catalogue(options.ui_language)
    rules = _rules((*view.findings, *view.report.suppressed))
    shown = [_result(finding, rules, view, words) for finding in view.findings]
    known = [
        {**_result(finding, rules, view, words), "suppressions": [_suppression(finding)]}
        for finding in view.report.suppressed
    ]
    return dumped(
        {"version": "2.1.0", "$schema": SCHEMA, "runs": [_run(view, rules, shown + known)]}
    )


def _run(
    view: ReportView, rules: dict[str, dict[str, Any]], results: list[dict[str, Any]]
) -> dict[str, Any]:
    driver = {
        "name": "factcheck",
        "version": factcheck.__version__,
        "rules": list(rules.values()),
    }
    skipped = [
        {"level": "warning", "message": _message(f"{item.path}: {item.reason}")}
        for item in view.report.skipped
    ]
    return {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": skipped}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }


def _rules(findings: tuple[Finding, ...]) -> dict[str, dict[str, Any]]:
    names = {finding.rule: finding.name for finding in findings}
    return {rule: {"id": rule, "name": names[rule]} for rule in sorted(names)}


def _result(
    finding: Finding, rules: dict[str, dict[str, Any]], view: ReportView, words: Catalogue
) -> dict[str, Any]:
    shown = view.view(finding)
    sides = shown.sides
    agreed = finding.verdict is Verdict.AGREEMENT
    return {
        "ruleId": finding.rule,
        "ruleIndex": list(rules).index(finding.rule),
        "kind": "pass" if agreed else "fail",
        "level": "none" if agreed else finding.severity.value,
        "message": _message(shown.message),
        "rank": round(finding.confidence * 100, 2),
        "locations": [_location(sides[0])],
        "relatedLocations": [
            {"id": number, **_location(side), "message": _message(_caption(side, words))}
            for number, side in enumerate(sides[1:], start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"verdict": finding.verdict.value, "factKind": finding.kind},
    }


def _caption(side: Side, words: Catalogue) -> str:
    role = role_name(side, words)
    return f"{role}: {said_by(side.document, words)}: {side.quote}"


def _location(side: Side) -> dict[str, Any]:
    region = {
        "startLine": side.position.line,
        "startColumn": side.position.column,
        "endLine": side.end.line,
        "endColumn": side.end.column,
        "snippet": {"text": clipped(side.claim.quote, LONGEST_QUOTE)},
    }
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(side.document.path)},
            "region": region,
        }
    }


def _uri(path: str) -> str:
    posix = path.replace("\\", "/")
    encoded = quote(posix, safe="/", errors="replace")
    return f"file://{encoded}" if PurePosixPath(posix).is_absolute() else encoded


def _message(text: str) -> dict[str, str]:
    """Return a message whose braces are no placeholders and whose brackets are no link."""
    plain = visible(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")
    return {"text": plain}


def _suppression(finding: Finding) -> dict[str, str]:
    known = finding.suppression or {}
    kind = "inSource" if known.get("where") == "inline" else "external"
    return {"kind": kind, "status": "accepted", "justification": visible(known.get("reason", ""))}
