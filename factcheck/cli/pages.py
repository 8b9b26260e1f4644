"""The pages of `factcheck explain` as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.model import Rule

_VERDICTS = {
    "contradiction": "the two cannot both be right",
    "discrepancy": "the two disagree, or fit together only in a narrow reading",
    "update": "the later article may be reporting a later state",
    "agreement": "the same is said independently",
}


def rule_page(rule: Rule, width: int) -> str:
    """Return what a rule means and how to speak of it."""
    lines = [
        f"{rule.id} {rule.name} ({rule.severity})",
        "",
        *textwrap.wrap(rule.summary, width),
        "",
        "To accept one such place in an article, with the reason:",
        f"<!-- factcheck: ignore[{rule.id}] reason -->",
    ]
    return "\n".join(lines) + "\n"


def finding_page(finding: Mapping[str, Any], width: int) -> str:
    """Return both claims of a finding, who proposed the pair, and each aspect's level."""
    from factcheck.report.escape import visible

    lines = [
        f"{finding['rule']} {finding['name']}: {finding['verdict']}, "
        f"{_VERDICTS.get(finding['verdict'], '')}",
        *textwrap.wrap(visible(str(finding["message"])), width),
        "",
        *(line for claim in finding["claims"] for line in _claim(claim, width)),
        "Why the two are about the same thing:",
        *_evidence(finding.get("evidence", ())),
        "",
        f"proposed by: {', '.join(map(str, finding.get('proposed_by', ())))}",
        f"confidence: {finding['confidence']}",
    ]
    return "\n".join(visible(line).rstrip() for line in lines) + "\n"


def _claim(claim: Mapping[str, Any], width: int) -> Iterable[str]:
    where = f"{claim['document']}:{claim['line']}:{claim['column']}"
    yield f"{claim['role']}: {where} {claim.get('source') or ''} {claim.get('published') or ''}"
    yield from textwrap.wrap(
        str(claim["sentence"]), width, initial_indent="  ", subsequent_indent="  "
    )
    yield ""


def _evidence(evidence: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for row in evidence:
        yield f"  {row['aspect']:<12} {row['level']:<12} {row['left']} | {row['right']}"
