"""`factcheck scan`: cross-compare articles."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.options import PLACE, with_settings

SETTINGS = (
    "format",
    "output",
    "model",
    "fail-on",
    "min-confidence",
    "show-agreements",
    "published",
    "entities",
    "baseline",
    "ui-language",
)


@click.command(name="scan")
@click.argument("paths", type=PLACE, metavar="PATH...", nargs=-1, required=True)
@with_settings(*SETTINGS)
def command(paths: tuple[str, ...], **values: Any) -> int:
    """Read articles, cross-compare all of them, and report.

    PATH is a file, a folder (read with its subfolders) or - for standard input.
    """
    from factcheck import pipeline
    from factcheck.cli.progress import Progress
    from factcheck.cli.run import Settings, finish, sources

    settings = Settings(**values)
    with Progress() as progress:
        report = pipeline.scan(sources(paths), settings.options(progress))
    return finish(report, settings, paths)
