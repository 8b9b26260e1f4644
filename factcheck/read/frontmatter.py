"""Front matter: literal `key: value` lines between `---` lines, not YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from factcheck.errors import InputError
from factcheck.tables.notices import Notice

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|)$", re.DOTALL)
_IGNORED = re.compile(r"\s*$|\s*#|[ \t]+\S|-[ \t]")  # blank, comment, YAML list or continuation
_TRUE = frozenset({"true", "yes", "1", "on"})
_LONGEST = 200  # lines; more than that is an article whose fence was never closed


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values by lower-case key, and the offset where the article begins."""

    values: Mapping[str, str] = field(default_factory=dict)
    body_start: int = 0
    published: date | None = None

    @property
    def trusted(self) -> bool:
        """Say whether the article counts as an authoritative source."""
        return self.values.get("trusted", "").lower() in _TRUE

    def get(self, key: str) -> str:
        """Return the value, or an empty string."""
        return self.values.get(key, "")


def parse(text: str) -> FrontMatter:
    """Return the front matter of a text, empty where it has none.

    InputError starts with the line number where the block is unclosed or a date impossible.
    """
    first = _line_at(text, 0)
    if not _FENCE.fullmatch(first.rstrip("\r\n")):
        return FrontMatter()
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    position = len(first)
    for number in range(2, _LONGEST):
        line = _line_at(text, position)
        if not line:
            break
        position += len(line)
        content = line.rstrip("\r\n")
        if _FENCE.fullmatch(content):
            published = parse_date(values.get("published", ""), lines.get("published", 1))
            return FrontMatter(values, position, published)
        _take(content, number, values, lines)
    raise InputError(Notice("never_closed"))


def _line_at(text: str, position: int) -> str:
    match = _LINE.match(text, position)
    return match.group() if match else ""


def _take(content: str, number: int, values: dict[str, str], lines: dict[str, int]) -> None:
    match = _KEY.match(content)
    if match:
        key = match[1].lower()
        values[key] = (match[2] or "").strip()
        lines[key] = number
    elif not _IGNORED.match(content):
        shown = content if len(content) <= 40 else content[:39] + "…"
        raise InputError(Notice("no_key", line=number, shown=repr(shown)))


def parse_date(value: str, line: int) -> date | None:
    """Return the ISO date (a time after it is dropped); None for an empty value."""
    value = value.strip().strip("\"'")
    if not value:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        raise InputError(Notice("no_date", line=line, value=repr(value))) from error
