"""Reads drafts in a process of their own while this one opens the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

from factcheck.pipeline import Options

# Loaded by the first article that a process reads, and by its first check.
_BUSY_BEFORE = ("factcheck.extract.assemble", "factcheck.rank")


def pays() -> bool:
    """Say whether reading beside saves time: on two cores, in a process that just started.

    One that has read before has all tables in memory, and one that has checked before will
    check again, and so had better have them.
    """
    from factcheck import processes

    return processes.cores() > 1 and not any(name in sys.modules for name in _BUSY_BEFORE)


@contextmanager
def reading(drafts: Sequence[Any], options: Options) -> Iterator[Iterator[Any]]:
    """Start `pipeline.read_drafts`; what is yielded waits for each of its two answers.

    Reading and opening take about as long, so that a second core halves the wait of a new
    process. Where that does not pay, or no process can start, the drafts are read when asked for.
    """
    from factcheck import pipeline, processes

    if not pays():
        yield pipeline.read_drafts(drafts, options)
        return
    batch = (tuple(drafts), replace(options, progress=None))
    with ExitStack() as stack:
        try:
            answer = stack.enter_context(processes.beside("factcheck.pipeline:read_drafts", batch))
        except OSError:
            yield pipeline.read_drafts(drafts, options)
        else:
            yield _answers(answer, drafts, options)


def _answers(answer: Callable[[], Any], drafts: Sequence[Any], options: Options) -> Iterator[Any]:
    """Yield both answers; where the process ends too early, what it leaves is done here."""
    from factcheck import pipeline

    try:
        own = answer()
    except OSError:
        yield from pipeline.read_drafts(drafts, options)
        return
    yield own
    try:
        yield answer()
    except OSError:
        yield pipeline.within_documents(own, options, None)
