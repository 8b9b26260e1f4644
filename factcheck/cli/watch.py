"""`factcheck watch`: check a draft again each time it is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from factcheck.cli.options import PLACE, with_settings
from factcheck.cli.scan import SETTINGS

_PAUSE = 0.3  # seconds between two looks at the files


@click.command(name="watch")
@click.argument("drafts", type=PLACE, metavar="DRAFT...", nargs=-1, required=True)
@with_settings("against", *SETTINGS)
@click.option("--times", type=click.IntRange(1), default=None, hidden=True)
def command(
    drafts: tuple[str, ...], against: tuple[Any, ...], times: int | None, **values: Any
) -> int:
    """Check drafts against an archive now, and again after each save, until Ctrl-C."""
    from factcheck.cli.check import archive_paths, keep_checking, was_compared
    from factcheck.cli.run import Settings, finish

    archive = archive_paths(against)
    settings = Settings(**values)
    run_check = keep_checking(archive, settings.model)

    def check() -> int:
        options = settings.options(published=date.today())
        report = run_check(drafts, options)
        return finish(report, settings, drafts, compared=was_compared(report, archive))

    return watch([Path(draft) for draft in drafts], check, times)


def watch(paths: Sequence[Path], check: Callable[[], int], times: int | None = None) -> int:
    """Run `check` now and after each change of the files; return its last exit code."""
    state = None
    code = 0
    while times is None or times > 0:
        current = snapshot(paths)
        if current != state:
            state = current
            code = check()
            times = times - 1 if times is not None else None
        else:
            time.sleep(_PAUSE)
    return code


def snapshot(paths: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of every file under the paths."""
    seen = []
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            try:
                status = file.stat()
            except OSError:
                continue
            seen.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(seen)
