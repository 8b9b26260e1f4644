"""Reads files and extracts their claims in processes beside the one that writes.

Each task and each answer is a plain picklable batch. Each file is read by itself, so what it
yields does not depend on what else is read: an article that states no date gets one from its own
text or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from factcheck.archive.sources import Item, Summary
from factcheck.errors import FactcheckError
from factcheck.model import Skipped
from factcheck.pipeline import Extraction, Options

if TYPE_CHECKING:
    from factcheck.index import FileEntry

CHUNK = 16  # files a task, at most
FEW = 8  # files up to which starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Batch:
    """What a process read: files ready to be stored, and what could not be read."""

    entries: tuple[FileEntry, ...]
    skipped: tuple[Skipped, ...]
    failed: tuple[str, ...]  # the skipped ones that the user named
    notices: tuple[str, ...]


def read_entries(
    items: Iterable[Item], options: Options, workers: int | None, summary: Summary
) -> Iterator[FileEntry]:
    """Yield the files as read, in order; in processes when there are more than a few."""
    from factcheck import processes

    options = replace(options, progress=None)
    items = iter(items)
    count = processes.cores() if workers is None else workers
    first = list(islice(items, max(1, count) * CHUNK))
    chunks = _chunks(chain(first, items), -(-len(first) // max(1, count)))
    if len(first) < FEW or count < 2:
        batches: Iterator[Batch] = (read_batch(chunk, options) for chunk in chunks)
    else:
        batches = _in_processes(chunks, options, count)
    for batch in batches:
        summary.added += len(batch.entries)
        summary.skipped += batch.skipped
        summary.failed += batch.failed
        summary.notices += batch.notices
        yield from batch.entries


def _in_processes(chunks: Iterable[list[Item]], options: Options, count: int) -> Iterator[Batch]:
    """Yield the answers in order, never more tasks waiting than the processes need."""
    from factcheck import processes

    try:
        yield from processes.run(
            "factcheck.archive.reading:read_batch", ((chunk, options) for chunk in chunks), count
        )
    except OSError as error:
        raise FactcheckError(f"{error}; what was added is kept, add again for the rest") from error


def read_batch(items: Sequence[Item], options: Options) -> Batch:
    """Read files and extract their claims: a step that may run anywhere."""
    entries: list[FileEntry] = []
    skipped: list[Skipped] = []
    failed: list[str] = []
    notices: list[str] = []
    for item in items:
        entry, found = _read(item, options)
        entries.append(entry)
        skipped += found.skipped
        notices += found.notices
        failed += [problem.path for problem in found.skipped if item.named]
    return Batch(tuple(entries), tuple(skipped), tuple(failed), tuple(notices))


def _read(item: Item, options: Options) -> tuple[FileEntry, Extraction]:
    from factcheck import pipeline
    from factcheck.index import FileEntry
    from factcheck.read.paths import Buffer

    found = pipeline.read_here([Buffer(item.shown, item.data)], options)  # type: ignore[list-item]
    return FileEntry(item.path, item.root, item.digest, found.documents, found.claims), found


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
