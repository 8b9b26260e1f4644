"""Reads drafts in a process of their own while this one opens the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from factcheck.model import Finding
from factcheck.pipeline import Extraction, Options

_READ_BEFORE = "factcheck.extract.assemble"  # loaded by the first article
Drafts = tuple[Extraction, list[Finding]]


@contextmanager
def reading(drafts: Sequence[Any], options: Options) -> Iterator[Callable[[], Drafts]]:
    """Start `pipeline.read_drafts`; what is yielded waits for its answer and returns it.

    Reading and opening take about as long, so that a second core halves the wait of a new
    process. With one core, where no process can start, or where this process has read before and
    so has all tables in memory, the drafts are read when asked for.
    """
    from factcheck import pipeline, processes

    if processes.cores() < 2 or _READ_BEFORE in sys.modules:
        yield lambda: pipeline.read_drafts(drafts, options)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(_read, tuple(drafts), options).result


def _read(drafts: tuple[Any, ...], options: Options) -> Drafts:
    from factcheck import pipeline, processes

    batch = (drafts, replace(options, progress=None))
    try:
        (found,) = processes.run("factcheck.pipeline:read_drafts", [batch], 1)
    except OSError:
        return pipeline.read_drafts(drafts, options)
    return found  # type: ignore[no-any-return]
