"""Fills an archive from files, and checks drafts against it: the pipeline over an index."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.archive.checking import check, check_kept, check_open
from factcheck.archive.reading import read_entries
from factcheck.archive.sources import (
    Item,
    Summary,
    absolute,
    find_items,
    fresh,
    salt_of,
    sources_of,
)
from factcheck.garbage import collecting_rarely
from factcheck.pipeline import Options

if TYPE_CHECKING:
    from factcheck.index import Info

__all__ = ["Summary", "add", "build", "check", "check_kept", "check_open", "info", "remove"]


def build(
    index: str | Path, paths: Sequence[str | Path], options: Options | None = None, **how: Any
) -> Summary:
    """Make a new archive and fill it; see `add`. The place must be free."""
    from factcheck import embed
    from factcheck.index import create_index

    options = options or Options()
    create_index(index, embed.load(options.model))
    return add(index, paths, options, **how)


@collecting_rarely()
def add(
    index: str | Path,
    paths: Sequence[str | Path],
    options: Options | None = None,
    *,
    workers: int | None = None,
    stdin: BinaryIO | None = None,
) -> Summary:
    """Bring the archive up to date with folders, globs and files; "-" is JSONL from `stdin`.

    Unchanged files cost a look and a hash, changed ones are replaced, and files that have gone
    from a named folder go. `workers` processes extract (default: one a core).
    """
    from factcheck import embed
    from factcheck.index import open_index

    options = options or Options()
    summary = Summary()
    with open_index(index, embed.load(options.model), write=True) as archive:
        known = archive.files()
        seen: set[str] = set()
        roots: set[str] = set()
        items = find_items(paths, stdin, salt_of(options), roots, summary)
        wanted = _with_progress(fresh(items, known, seen, summary), paths, options)
        archive.add(read_entries(wanted, options, workers, summary))
        gone = {path for path, (root, _) in known.items() if root in roots} - seen
        summary.removed = archive.remove(sorted(gone))
    return summary


def _with_progress(
    items: Iterable[Item], paths: Sequence[str | Path], options: Options
) -> Iterator[Item]:
    """Tell how far the reading is; the lines of a file count as they come."""
    if options.progress is None:
        yield from items
        return
    total = 0
    for done, item in enumerate(items):
        if not done:  # counting costs a look at every folder, and there may be nothing to read
            total = sum(1 for path in paths if str(path) != "-" for _ in sources_of(path))
        options.progress("reading", done, max(total, done))
        yield item


def remove(index: str | Path, paths: Sequence[str | Path], options: Options | None = None) -> int:
    """Take files and all files below folders out of the archive; return how many."""
    from factcheck import embed
    from factcheck.index import open_index

    options = options or Options()
    places = [absolute(path) for path in paths]
    with open_index(index, embed.load(options.model), write=True) as archive:
        return archive.remove(
            path
            for path in archive.files()
            if any(path == p or path.startswith((p + os.sep, p + "#")) for p in places)
        )


def info(index: str | Path, options: Options | None = None, *, verify: bool = False) -> Info:
    """Return what stands in the archive; `verify` checks the store against the vectors."""
    from factcheck import embed
    from factcheck.index import open_index

    options = options or Options()
    with open_index(index, embed.load(options.model)) as archive:
        return archive.info(verify=verify)
