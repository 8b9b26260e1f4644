"""What is wrong with a command line, in the language of the reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.tables.catalogue import Message, catalogue, messages

_PREFIX = "usage_"
_PLACE = re.compile(r"\\\{(\w+)\\\}")  # a placeholder in an escaped pattern


def usage_told(text: str, language: str) -> str:
    """Return lines of standard error in "de" or "en"; a line that no row knows stays as it is."""
    if language == "en":
        return text
    return "\n".join(_line(line, language) for line in text.split("\n"))


def usage(key: str, language: str, **values: object) -> str:
    """Return one message of the table, filled; KeyError for an unknown key."""
    return catalogue(language).text(f"{_PREFIX}{key}", **values)


def _line(line: str, language: str) -> str:
    for row, pattern in _patterns():
        found = pattern.fullmatch(line)
        if found:
            values = {name: _line(said, language) for name, said in found.groupdict().items()}
            return catalogue(language).text(row.id, **values)
    return line


@cache
def _patterns() -> Sequence[tuple[Message, re.Pattern[str]]]:
    """Return what recognises each English sentence, in the order of the table."""
    rows = (row for key, row in messages().items() if key.startswith(_PREFIX))
    return [(row, re.compile(_PLACE.sub(r"(?P<\1>.+?)", re.escape(row.en)))) for row in rows]
