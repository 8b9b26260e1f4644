"""JSON reports as the commands after a run read them: the last one, or one by name."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from factcheck.cli.options import PlaceType
from factcheck.errors import UsageError

_SHORTEST = 4  # characters of an id that may stand for all of it

report_option = click.option(
    "--report",
    "report_path",
    type=PlaceType(path_type=Path),
    metavar="FILE",
    help="JSON report that holds the finding; by default the last one.",
)


def find_finding(what: str, report: Mapping[str, Any], called: str) -> dict[str, Any]:
    """Return the finding with that id, or the only one whose id begins so; else UsageError."""
    findings = [*report["findings"], *report.get("suppressed", ())]
    if len(what) >= _SHORTEST:
        matches = [f for f in findings if str(f.get("id", "")).startswith(what)]
        if len(matches) == 1:
            return dict(matches[0])
        if matches:
            raise UsageError(f"{what!r} begins {len(matches)} findings; give more of the id")
    raise UsageError(f"{what!r} is no finding of {called}")


def suggest(what: str, known: list[str], shown: list[str]) -> str:
    """Return which of the known was probably meant, or those shown to choose from."""
    near = difflib.get_close_matches(what, known, n=1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(shown)}"


def load_report(path: Path | None, *, missing_ok: bool = False) -> dict[str, Any]:
    """Return a JSON report, by default the one that the last run kept."""
    from factcheck.cli.run import last_report

    try:
        report = json.loads((path or last_report()).read_text(encoding="utf-8-sig"))
    except OSError as error:
        if path is not None:
            raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
        if missing_ok:
            return {"findings": []}
        raise UsageError("there is no last report; run scan or check first") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{called(path)} is not a JSON report of factcheck") from error
    if not isinstance(report, dict) or not _are_findings(report.get("findings")):
        raise UsageError(f"{called(path)} is not a JSON report of factcheck")
    return report


def called(path: Path | None) -> str:
    """Return how messages call the report."""
    return str(path) if path else "the last report"


def _are_findings(findings: Any) -> bool:
    return isinstance(findings, list) and all(isinstance(f, dict) for f in findings)
