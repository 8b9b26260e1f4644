"""How often Python looks for objects that refer to each other in circles.

Claims, tables and vectors hold no circles, and looking through all of them again and again takes
a sixth of the time. Only for processes of our own: a library leaves its user's settings alone.
"""

from __future__ import annotations

import gc

_NEW = 10_000  # objects, in place of 700
_YOUNG = 20  # looks at the new ones, in place of 10
_OLD = 50


def collect_rarely() -> None:
    """Let a process that makes many lasting objects look through them less often."""
    gc.set_threshold(_NEW, _YOUNG, _OLD)
