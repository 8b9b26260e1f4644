"""Reads drafts in a process of their own while this one opens the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

from factcheck.model import Finding
from factcheck.pipeline import Extraction, Options

# Loaded by the first article that a process reads, and by its first check.
_BUSY_BEFORE = ("factcheck.extract.assemble", "factcheck.rank")
Drafts = tuple[Extraction, list[Finding]]


def pays() -> bool:
    """Say whether reading beside saves time: on two cores, in a process that just started.

    One that has read before has all tables in memory, and one that has checked before will
    check again, and so had better have them.
    """
    from factcheck import processes

    return processes.cores() > 1 and not any(name in sys.modules for name in _BUSY_BEFORE)


@contextmanager
def reading(drafts: Sequence[Any], options: Options) -> Iterator[Callable[[], Drafts]]:
    """Start `pipeline.read_drafts`; what is yielded waits for its answer and returns it.

    Reading and opening take about as long, so that a second core halves the wait of a new
    process. Where that does not pay, or no process can start, the drafts are read when asked for.
    """
    from factcheck import pipeline, processes

    def read_here() -> Drafts:
        return pipeline.read_drafts(drafts, options)

    if not pays():
        yield read_here
        return
    batch = (tuple(drafts), replace(options, progress=None))
    with ExitStack() as stack:
        try:
            begun = processes.beside("factcheck.pipeline:read_drafts", batch)
            answer = stack.enter_context(begun)
        except OSError:
            answer = read_here
        yield lambda: _answer(answer, read_here)


def _answer(answer: Callable[[], Drafts], otherwise: Callable[[], Drafts]) -> Drafts:
    try:
        return answer()
    except OSError:  # the process ended too early
        return otherwise()
