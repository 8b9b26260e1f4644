"""Progress on standard error, once a run takes longer than a second."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any

PATIENCE = 1.0  # seconds without a word


class Progress:
    """Call it with (stage, done, total); it draws a bar on a terminal, a line a stage elsewhere."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._stage = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage is; nothing happens in the first second."""
        if time.monotonic() - self._started < PATIENCE:
            return
        if sys.stderr.isatty():
            self._draw(stage, done, total)
        elif stage != self._stage:
            with suppress(BrokenPipeError):
                print(f"factcheck: {stage} ({total})", file=sys.stderr, flush=True)
        self._stage = stage

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(stage, total=total)
        self._bar.update(self._task, description=stage, completed=done, total=total)
