"""Lines to units: a paragraph, a heading or a list item, also where lines are wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.lang.splitting import open_words

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*(?:[•‣◦▪▫●○∙·\x7f]|[*+–—-]|(?P<number>\d{1,2})[.)])[ \t]+(?=\S)")
_SURE_BULLET = re.compile(r"[ \t]*[•‣◦▪▫●○∙·\x7f]")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(?=\S)")
_CLOSED = re.compile(r"[.!?:;…][\"'”“»«)\]*_]*\s*$")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NARROWEST, _WIDEST = 25, 130  # columns to which people wrap text by hand
_NARROW = 36  # below which it takes many lines to believe it: lists and verse are as narrow
_ENOUGH, _MANY = 2, 6  # lines that the next one's first word would not have fitted on
_WRAPPED_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text that no sentence leaves. `mark` is "bullet", "heading" or ""."""

    start: int
    end: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without its marker. `after_blank`: a blank line before it."""

    start: int
    end: int
    text: str
    mark: str
    after_blank: bool


def find_units(text: str, start: int = 0) -> list[Unit]:
    """Return the units of a text from `start` on, in order; markers lie in the gaps."""
    lines = _lines(text, start)
    width = _wrap_width(lines)
    broken = set() if width else _broken_off(lines)
    units: list[Unit] = []
    previous: Line | None = None
    for line in lines:
        if previous and (line.start in broken or _continues(previous, line, width)):
            units[-1] = Unit(units[-1].start, line.end, units[-1].mark)
        else:
            units.append(Unit(line.start, line.end, line.mark))
        previous = line
    return units


def _lines(text: str, start: int) -> list[Line]:
    lines: list[Line] = []
    end = start
    written = [match for match in _LINE.finditer(text, start) if match.group().strip()]
    numbered = _numbered_items(written)
    for match in written:
        after_blank = len(_BREAK.findall(text, end, match.start())) != 1
        is_item = match.start() in numbered
        lines.append(_line(match, after_blank, lines[-1] if lines else None, is_item))
        end = match.end()
    return lines


def _numbered_items(lines: Sequence[re.Match[str]]) -> set[int]:
    """Return where the items of numbered lists start: "1." with a "2." to follow, and so on.

    A line that begins "3. März" or "1. FC" on its own is no item.
    """
    items: set[int] = set()
    run: list[int] = []
    for line in lines:
        match = _BULLET.match(line.group())
        number = int(match["number"] or 0) if match else 0
        if number == 1 or (run and number == len(run) + 1):
            run = [*(run if number > 1 else ()), line.start()]
            items.update(run if len(run) > 1 else ())
    return items


def _line(match: re.Match[str], after_blank: bool, previous: Line | None, numbered: bool) -> Line:
    line = match.group()
    heading = _HEADING.match(line)
    bullet = _BULLET.match(line)
    if bullet and not (
        numbered if bullet["number"] else _may_start_item(line, after_blank, previous)
    ):
        bullet = None
    marker = heading or bullet
    mark = "" if marker is None else "heading" if heading else "bullet"
    skip = marker.end() if marker else len(line) - len(line.lstrip())
    text = line[skip:].rstrip()
    begin = match.start() + skip
    return Line(begin, begin + len(text), text, mark, after_blank)


def _may_start_item(line: str, after_blank: bool, previous: Line | None) -> bool:
    """Tell "- item" from a wrapped line that happens to begin with a dash."""
    if _SURE_BULLET.match(line) or after_blank or previous is None:
        return True
    return bool(previous.mark) or bool(_CLOSED.search(previous.text))


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text is wrapped by hand, 0 where it is not.

    The first line may be a title, of any width, right above the text.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(a, b)]
    return _width_of(pairs) or _width_of([pair for pair in pairs if pair[0] is not lines[0]])


def _width_of(pairs: Sequence[tuple[Line, Line]]) -> int:
    width = _widest(pairs)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(a, b, width) for a, b in pairs)
    enough = full >= (_ENOUGH if width >= _NARROW else _MANY)
    return width if enough and full >= _WRAPPED_SHARE * len(pairs) else 0


def _widest(pairs: Sequence[tuple[Line, Line]]) -> int:
    return max((len(line.text) for pair in pairs for line in pair), default=0)


def _broken_off(lines: Sequence[Line]) -> set[int]:
    """Return where lines start that go on with the sentence of a full line before.

    In a text with too few wrapped lines to tell its width: the full line does not end its
    sentence, and its paragraph does. Two lines of a list end alike.
    """
    pairs = [(a, b) for a, b in pairwise(lines[1:]) if _adjacent(a, b)]
    width = _widest(pairs)
    if not _NARROW <= width <= _WIDEST:
        return set()
    ends = _paragraph_ends(lines)
    return {
        right.start
        for left, right in pairs
        if not _CLOSED.search(left.text)
        and _is_full(left, right, width)
        and _CLOSED.search(ends[right.start].text)
    }


def _paragraph_ends(lines: Sequence[Line]) -> dict[int, Line]:
    """Return, for the start of each line, the last line of its paragraph."""
    ends: dict[int, Line] = {}
    for line, following in zip(reversed(lines), [None, *reversed(lines[1:])], strict=True):
        joined = following is not None and _adjacent(line, following)
        ends[line.start] = ends[following.start] if following and joined else line
    return ends


def _adjacent(left: Line, right: Line) -> bool:
    return not right.after_blank and not right.mark and left.mark != "heading"


def _is_full(left: Line, right: Line, width: int) -> bool:
    """Say whether this line was wrapped: the next one's first word would not have fitted."""
    word = _FIRST_WORD.match(right.text)
    after = len(left.text) + 1 + len(word[1] if word else "")
    return bool(word) and len(left.text) <= width < after


def _continues(left: Line, right: Line, width: int) -> bool:
    if not _adjacent(left, right):
        return False
    if width and _is_full(left, right, width):
        return True
    if right.text[0].islower() and not _CLOSED.search(left.text):
        return True
    word = _LAST_WORD.search(left.text)
    return word is not None and word.group() in open_words()
