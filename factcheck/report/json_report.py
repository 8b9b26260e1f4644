"""The report as JSON, schema factcheck/report@1: for programs, and the memory of `explain`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import factcheck
from factcheck.model import Claim, Document, Finding, FindingClaim
from factcheck.report import Options
from factcheck.report.escape import for_json
from factcheck.report.normalized import day, normalized, number
from factcheck.report.view import ReportView

SCHEMA = "factcheck/report@1"


def render(view: ReportView, options: Options) -> str:
    """Return the report as JSON with stable key order, indented by two."""
    return dumped(as_dict(view))


def dumped(value: Mapping[str, Any]) -> str:
    """Return a value as JSON text that is safe to print, ending with a newline."""
    return for_json(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def as_dict(view: ReportView) -> dict[str, Any]:
    """Return the report as plain values."""
    report = view.report
    return {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": factcheck.__version__},
        "settings": _plain(report.settings),
        "documents": [_document(d, report.claim_counts.get(d.id, 0)) for d in report.documents],
        "findings": [_finding(finding, view) for finding in view.findings],
        "suppressed": [_suppressed(finding, view) for finding in report.suppressed],
        "skipped": [{"path": item.path, "reason": item.reason} for item in report.skipped],
        "counts": dict(view.counts),
    }


def _document(document: Document, claims: int) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "source": document.source,
        "published": day(document.published),
        "published_inferred": document.published_inferred,
        "language": document.language,
        "claims": claims,
    }


def _finding(finding: Finding, view: ReportView) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "name": finding.name,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "kind": finding.kind,
        "message": finding.message,
        "claims": [_member(member, view) for member in finding.claims],
        "evidence": [
            {
                "aspect": item.aspect,
                "left": item.left,
                "right": item.right,
                "level": item.level,
                "weight": number(round(item.weight, 4)),
            }
            for item in finding.evidence
        ],
        "proposed_by": list(finding.proposed_by),
        **_group(finding),
    }


def _group(finding: Finding) -> dict[str, Any]:
    """Return who stands where; nothing for one article against another of the same day."""
    camps = finding.camps
    if camps is None:
        return {}
    group = {
        "primary": camps.primary,
        "counterpart": camps.counterpart,
        "copies": camps.copies,
        "likely_stale": camps.stale.value if camps.stale else None,
        "because": camps.because,
    }
    return {"group": group}


def _suppressed(finding: Finding, view: ReportView) -> dict[str, Any]:
    return {**_finding(finding, view), "suppression": dict(finding.suppression or {})}


def _member(member: FindingClaim, view: ReportView) -> dict[str, Any]:
    claim: Claim = member.claim
    document, position = view.document(claim.document), view.position(claim)
    return {
        "role": member.role.value,
        "document": document.path,
        "title": document.title,
        "source": document.source,
        "published": day(document.published),
        "start": claim.start,
        "end": claim.end,
        "line": position.line,
        "column": position.column,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "normalized": normalized(claim),
    }


def _plain(value: Any) -> Any:
    """Return a settings value as JSON can hold it; what it cannot becomes text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return number(value)
    return value if isinstance(value, str | int | bool | None) else str(value)
