"""How often Python looks for objects that refer to each other in circles.

Claims, tables and vectors hold no circles, and looking through all of them again and again takes
a quarter of the time. A process of our own looks rarely for good; in another program it does so
only while it works for us, as a library leaves its user's settings alone.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 300_000  # objects, in place of 700: more than the check of one draft makes
_YOUNG = 10  # looks at the new ones before one at those that stayed
_OLD = 10


def collect_rarely() -> None:
    """Let a process that makes many lasting objects look through them less often."""
    gc.set_threshold(_NEW, _YOUNG, _OLD)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Look less often until the end of this; a program that looks as rarely already stays so."""
    before = gc.get_threshold()
    if 0 < before[0] < _NEW:
        collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
