"""`factcheck explain`: what a rule means, or why two claims count as a conflict."""

from __future__ import annotations

import difflib
import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from factcheck.cli.options import with_settings
from factcheck.errors import UsageError

_SHORTEST = 4  # characters of an id that may stand for all of it


@click.command(name="explain")
@click.argument("what", metavar="RULE|FINDING")
@click.option(
    "--report",
    "report_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="JSON report that holds the finding; by default the last one.",
)
@with_settings("ui-language")
def command(what: str, report_path: Path | None, ui_language: str | None) -> int:
    """Say what a rule means (by id or name), or why a finding was reported.

    A finding is named by its id in the report, or by the beginning of it.
    """
    from factcheck.cli.console import emit
    from factcheck.cli.rules import find_rule
    from factcheck.cli.run import Settings
    from factcheck.report import explain, look_of

    width, color = look_of(sys.stdout, os.environ)
    language = Settings(ui_language=ui_language).language
    rule = find_rule(what)
    if rule is not None:
        page = explain.rule_page(rule, ui_language=language, width=width, color=color)
    else:
        finding = find_finding(what, report_path)
        page = explain.finding_page(finding, ui_language=language, width=width, color=color)
    emit(page)
    return 0


def find_finding(what: str, path: Path | None) -> dict[str, Any]:
    """Return the finding of a JSON report by its id or a beginning of it."""
    from factcheck.cli.rules import all_rules
    from factcheck.cli.run import last_report

    report = load_report(path) if path or last_report().exists() else {"findings": []}
    findings = [*report["findings"], *report.get("suppressed", ())]
    if len(what) >= _SHORTEST:
        matches = [f for f in findings if str(f.get("id", "")).startswith(what)]
        if len(matches) == 1:
            return dict(matches[0])
        if matches:
            raise UsageError(f"{what!r} begins {len(matches)} findings; give more of the id")
    names = [name for rule in all_rules().values() for name in (rule.id, rule.name)]
    near = difflib.get_close_matches(what, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"rules: {', '.join(all_rules())}"
    raise UsageError(f"{what!r} is no rule and no finding of {_called(path)}; {hint}")


def load_report(path: Path | None) -> dict[str, Any]:
    """Return a JSON report, by default the one that the last run kept."""
    from factcheck.cli.run import last_report

    try:
        report = json.loads((path or last_report()).read_text(encoding="utf-8-sig"))
    except OSError as error:
        if path is None:
            raise UsageError("there is no last report; run scan or check first") from error
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{_called(path)} is not a JSON report of factcheck") from error
    if not isinstance(report, dict) or not isinstance(report.get("findings"), list):
        raise UsageError(f"{_called(path)} is not a JSON report of factcheck")
    return report


def _called(path: Path | None) -> str:
    return str(path) if path else "the last report"
