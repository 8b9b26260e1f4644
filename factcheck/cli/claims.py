"""`factcheck claims`: what was extracted, without comparing."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from factcheck.cli.options import PLACE, with_settings


@click.command(name="claims")
@click.argument("paths", type=PLACE, metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the list on standard output.",
)
@with_settings("published", "entities", "ui-language")
def command(
    paths: tuple[str, ...],
    format: str,
    published: date | None,
    entities: Path | None,
    ui_language: str | None,
) -> int:
    """List what was extracted from articles, without comparing.

    PATH is a file, a folder (read with its subfolders) or - for standard input.
    """
    from factcheck import pipeline
    from factcheck.cli.console import emit
    from factcheck.cli.progress import Progress
    from factcheck.cli.run import FAILED, NOTHING, Settings, announce, named_failures, sources
    from factcheck.model import Report
    from factcheck.report import look_of, render_claims

    settings = Settings(published=published, entities=entities, ui_language=ui_language)
    with Progress() as progress:
        extraction = pipeline.read(sources(paths), settings.options(progress))
    report = Report(
        extraction.documents, (), skipped=extraction.skipped, notices=extraction.notices
    )
    announce(report, paths, settings.language)
    if not extraction.documents:
        return FAILED
    width, color = look_of(sys.stdout, os.environ)
    claims = [claim for group in extraction.claims for claim in group]
    emit(
        render_claims(
            claims,
            extraction.documents,
            format,
            ui_language=settings.language,
            width=width,
            color=color,
        )
    )
    return FAILED if named_failures(report, paths) else NOTHING
