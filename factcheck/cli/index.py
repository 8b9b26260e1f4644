"""`factcheck index`: the lasting archive that drafts are checked against."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import PLACE, PlaceType, with_settings

if TYPE_CHECKING:
    from factcheck.archive import Summary

_INDEX = click.argument("index", metavar="INDEX", type=PlaceType(path_type=Path))
_PATHS = click.argument("paths", type=PLACE, metavar="PATH...", nargs=-1, required=True)
_WORKERS = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes that read articles; by default one a core.",
)
_FILLING = with_settings("model", "published", "entities")


@click.group(name="index")
def command() -> None:
    """Keep an archive of articles, so that checking a draft reads nothing anew."""


@command.command(name="build")
@_INDEX
@_PATHS
@_FILLING
@_WORKERS
def build(index: Path, paths: tuple[str, ...], workers: int | None, **values: Any) -> int:
    """Make a new index of articles; INDEX must be a free place.

    PATH is a folder, a file, a pattern such as 'news/*.md', or - for JSON Lines from standard
    input.
    """
    from factcheck import archive

    return _fill(archive.build, index, paths, workers, values)


@command.command(name="add")
@_INDEX
@_PATHS
@_FILLING
@_WORKERS
def add(index: Path, paths: tuple[str, ...], workers: int | None, **values: Any) -> int:
    """Bring an index up to date: new, changed and vanished articles of the given paths."""
    from factcheck import archive

    return _fill(archive.add, index, paths, workers, values)


@command.command(name="remove")
@_INDEX
@_PATHS
@with_settings("model")
def remove(index: Path, paths: tuple[str, ...], **values: Any) -> int:
    """Take articles out of an index: files, or all that is below a folder."""
    from factcheck import archive
    from factcheck.cli.console import complain
    from factcheck.cli.run import FAILED, NOTHING, Settings
    from factcheck.tables.notices import Notice, told

    settings = Settings(**values)
    count = archive.remove(index, paths, settings.options())
    complain(told(Notice("index_removed", index=str(index), n=count), settings.language))
    return NOTHING if count else FAILED


@command.command(name="info")
@_INDEX
@click.option("--verify", is_flag=True, help="Also check the store against its vectors.")
@with_settings("model")
def info(index: Path, verify: bool, **values: Any) -> int:
    """Print what stands in an index."""
    from factcheck import archive
    from factcheck.cli.console import complain, emit
    from factcheck.cli.run import FAILED, NOTHING, Settings

    found = archive.info(index, Settings(**values).options(), verify=verify)
    rows = {
        "model": found.model,
        "files": f"{found.files:,}",
        "articles": f"{found.documents:,}",
        "claims": f"{found.claims:,}",
        "distinct claims": f"{found.texts:,}",
        "vectors": f"{found.vectors:,}",
        "search": "exact" if found.exact else "quantised",
        "bytes": f"{found.bytes:,}",
    }
    emit("".join(f"{name:<16} {value}\n" for name, value in rows.items()))
    for fault in found.faults:
        complain(f"{index}: {fault}")
    return FAILED if found.faults else NOTHING


def _fill(
    fill: Any, index: Path, paths: tuple[str, ...], workers: int | None, values: dict[str, Any]
) -> int:
    from factcheck.cli.progress import Progress
    from factcheck.cli.run import Settings

    stdin = getattr(sys.stdin, "buffer", None)
    with Progress() as progress:
        settings = Settings(**values)
        options = settings.options(progress)
        summary = fill(index, paths, options, workers=workers, stdin=stdin)
    return _tell(index, summary, settings.language)


def _tell(index: Path, summary: Summary, language: str) -> int:
    from factcheck.cli.console import complain
    from factcheck.cli.run import FAILED, NOTHING
    from factcheck.tables.notices import Notice, told

    counts = {name: getattr(summary, name) for name in ("added", "unchanged", "removed")}
    notices = [
        *summary.notices,
        *(Notice("skipped", path=skip.path, reason=skip.reason) for skip in summary.skipped),
        Notice("index_filled", index=str(index), **counts),
    ]
    for notice in notices:
        complain(told(notice, language))
    nothing = not summary.added and not summary.unchanged
    return FAILED if summary.failed or nothing else NOTHING
