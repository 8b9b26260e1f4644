"""`factcheck check`: drafts against an archive, before publication."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import PLACE, with_settings
from factcheck.cli.scan import SETTINGS

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.pipeline import Options


@click.command(name="check")
@click.argument("drafts", type=PLACE, metavar="DRAFT...", nargs=-1, required=True)
@with_settings("against", *SETTINGS)
def command(drafts: tuple[str, ...], against: tuple[Any, ...], **values: Any) -> int:
    """Check drafts against an archive: findings that touch a draft, and those inside it.

    DRAFT is a file, a folder or - for standard input.
    """
    archive = archive_paths(against)
    read_ahead(archive)
    from factcheck.cli.progress import Progress
    from factcheck.cli.run import Settings, finish, sources

    settings = Settings(**values)
    today = date.today()
    with Progress() as progress:
        options = settings.options(progress, published=today)
        report = run_check(sources(drafts), archive, options)
    if settings.published is None:
        tell_default_date(report, today, settings.language)
    return finish(report, settings, (*drafts, *archive), compared=was_compared(report, archive))


def archive_paths(against: Sequence[Any]) -> list[str]:
    """Return the paths of --against: one index, or folders and files."""
    from factcheck.index import is_index

    paths = [str(path) for path in against]
    if not paths:
        raise click.UsageError("Missing option '--against'.")
    if len(paths) > 1 and any(map(is_index, paths)):
        raise click.UsageError("'--against' takes one index, or folders and files.")
    return paths


def read_ahead(paths: Sequence[str]) -> None:
    """Start the process that reads drafts beside an index, before this one loads what it needs."""
    from factcheck import processes
    from factcheck.index import is_index

    started = "factcheck.pipeline" not in sys.modules
    if started and is_index(paths[0]) and processes.cores() > 1:
        processes.foresee("factcheck.pipeline:read_drafts")


def run_check(drafts: Sequence[Any], paths: Sequence[str], options: Options) -> Report:
    """Check drafts against an index, or against articles that are read now."""
    from factcheck import archive, pipeline
    from factcheck.index import is_index

    if is_index(paths[0]):
        return archive.check(drafts, paths[0], options)
    return pipeline.check(drafts, paths, options)


def keep_checking(paths: Sequence[str], model: str) -> Callable[[Sequence[Any], Options], Report]:
    """Return how to check drafts again and again: an index stays open, articles are read anew."""
    from factcheck import archive, embed, pipeline
    from factcheck.index import KeptIndex, is_index

    if is_index(paths[0]):
        index = KeptIndex(paths[0], embed.load(model))
        return lambda drafts, options: archive.check_kept(drafts, index, options)
    return lambda drafts, options: pipeline.check(drafts, paths, options)


def was_compared(report: Report, archive: Sequence[str]) -> bool:
    """Say whether a draft and something to check it against could be read."""
    from factcheck.cli.run import named_failures

    return bool(report.settings["drafts"]) and len(named_failures(report, archive)) < len(archive)


def tell_default_date(report: Report, today: date, language: str) -> None:
    """Say which drafts were taken as written today."""
    from factcheck.cli.console import complain
    from factcheck.tables.notices import Notice, told

    for document in report.documents:
        if document.published == today and document.published_inferred:
            notice = Notice("taken_as", path=document.path, day=today.isoformat())
            complain(told(notice, language))
