"""`factcheck baseline`: findings that somebody looked at and accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from factcheck.cli.options import DateType, with_settings
from factcheck.cli.reports import called, find_finding, load_report, report_option


@click.group(name="baseline")
def command() -> None:
    """Keep the list of accepted findings."""


@command.command(name="update")
@click.argument("findings", metavar="[FINDING]...", nargs=-1)
@click.option("--reason", required=True, help="Why the findings need not be reported again.")
@click.option(
    "--status",
    type=click.Choice(["accepted", "false_alarm", "corrected"]),
    default="accepted",
    show_default=True,
    help="What was decided.",
)
@click.option("--by", default="", metavar="NAME", help="Who decided.")
@click.option("--until", type=DateType(), metavar="DATE", help="Last day on which it holds.")
@click.option("--drop", is_flag=True, help="Take the findings off the list instead.")
@report_option
@with_settings("baseline")
def update(
    findings: tuple[str, ...],
    reason: str,
    status: str,
    by: str,
    until: date | None,
    drop: bool,
    report_path: Path | None,
    baseline: Path | None,
) -> int:
    """Accept findings of a report: the named ones, or all of them.

    FINDING is an id, or the beginning of one. A finding whose figures change is new again.
    """
    from factcheck.cli.console import complain
    from factcheck.cli.run import Settings
    from factcheck.report.read_back import finding_view
    from factcheck.suppress import baseline as accepted
    from factcheck.tables.notices import Notice, told

    report = load_report(report_path)
    rows = [find_finding(what, report, called(report_path)) for what in findings]
    chosen = [finding_view(row).finding for row in rows or report["findings"]]
    path = _path(baseline)
    before = accepted.load(path, missing_ok=True)
    dropped = [finding.id for finding in chosen] if drop else []
    after = accepted.update(
        before,
        () if drop else chosen,
        status=status,
        reason=reason,
        by=by,
        until=until,
        drop=dropped,
    )
    accepted.save(path, after)
    counts = {"n": len(after.entries), "before": len(before.entries)}
    complain(told(Notice("accepted", path=str(path), **counts), Settings().language))
    return 0


@command.command(name="show")
@with_settings("baseline")
def show(baseline: Path | None) -> int:
    """Print the accepted findings, one a line: id, rule, decision, until when, by whom, why."""
    from factcheck.cli.console import emit
    from factcheck.report.escape import visible
    from factcheck.suppress import baseline as accepted

    path = _path(baseline)
    lines = [
        f"{entry.id[:12]}  {entry.rule}  {entry.status}  until {entry.until or 'further notice'}  "
        f"{entry.by or '-'}: {entry.reason}"
        for entry in accepted.load(path, missing_ok=baseline is None).entries
    ]
    emit("".join(f"{visible(line)}\n" for line in lines))
    return 0


def _path(baseline: Path | None) -> Path:
    from factcheck.suppress.baseline import FILE_NAME

    return baseline or Path(FILE_NAME)
