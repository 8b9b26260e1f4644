"""Offsets to the lines and characters of the language server protocol, and back."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

_LINE_END = re.compile("\r\n|\n|\r")


class Places:
    """Where the lines of one text start; characters count as UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """Return the position of a code point offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return types.Position(line, len(before) + sum(ord(char) > 0xFFFF for char in before))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of a span of code points."""
        return types.Range(self.position(start), self.position(end))

    def line_end(self, line: int) -> types.Position:
        """Return the position at the end of a line, before its line break."""
        start = self._starts[line]
        match = _LINE_END.search(self._text, start)
        return self.position(match.start() if match else len(self._text))
