"""Line and column of an offset, both counted from 1, in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text: both counts start at 1."""

    line: int
    column: int


class LineIndex:
    """Where the lines of one text start; made once, asked often."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> Position:
        """Return line and column of a code point offset; CRLF, LF and CR each end a line."""
        line = bisect_right(self._starts, max(offset, 0))
        return Position(line, max(offset, 0) - self._starts[line - 1] + 1)
