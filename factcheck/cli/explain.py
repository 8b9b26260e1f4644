"""`factcheck explain`: what a rule means, or why two claims count as a conflict."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from factcheck.cli.options import with_settings
from factcheck.cli.reports import called, find_finding, load_report, report_option, suggest
from factcheck.errors import UsageError


@click.command(name="explain")
@click.argument("what", metavar="RULE|FINDING")
@report_option
@with_settings("ui-language")
def command(what: str, report_path: Path | None, ui_language: str | None) -> int:
    """Say what a rule means (by id or name), or why a finding was reported.

    A finding is named by its id in the report, or by the beginning of it.
    """
    from factcheck.cli.console import emit
    from factcheck.cli.rules import all_rules, find_rule
    from factcheck.cli.run import Settings
    from factcheck.report import explain, look_of

    width, color = look_of(sys.stdout, os.environ)
    language = Settings(ui_language=ui_language).language
    rule = find_rule(what)
    if rule is not None:
        emit(explain.rule_page(rule, ui_language=language, width=width, color=color))
        return 0
    report = load_report(report_path, missing_ok=True)
    try:
        finding = find_finding(what, report, called(report_path))
    except UsageError as error:
        names = [name for rule in all_rules().values() for name in (rule.id, rule.name)]
        hint = suggest(what, names, list(all_rules()))
        raise UsageError(f"{error}, and no rule; {hint}") from error
    emit(explain.finding_page(finding, ui_language=language, width=width, color=color))
    return 0
