"""One writer at a time; whoever waits learns who writes."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import IndexDamagedError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock still keeps writers apart
    _LOCKS = False
else:
    _LOCKS = True

_PAUSE = 0.1


@contextmanager
def writing(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock file; after `wait` seconds IndexDamagedError says who holds it instead.

    The system frees the lock of a process that dies, however it dies.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _acquire(file, path, wait)
        holder = {"process": os.getpid(), "host": platform.node(), "since": _now()}
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(holder).encode(), 0)
        yield
    finally:
        os.close(file)


def _acquire(file: int, path: Path, wait: float) -> None:
    if not _LOCKS:
        return
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if time.monotonic() >= deadline:
                raise IndexDamagedError(_holder(path)) from None
            time.sleep(_PAUSE)


def _holder(path: Path) -> str:
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        by = f"process {who['process']} on {who['host']} since {who['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        by = "another process"
    return f"{path.parent} is being written by {by}; try again when it is done"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
