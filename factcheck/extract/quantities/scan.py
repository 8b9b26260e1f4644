"""Walks over a text once and reads an amount wherever one can begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from factcheck.extract.quantities.amount import read_amount
from factcheck.extract.quantities.clocked import read_clocked
from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.joined import merge
from factcheck.extract.quantities.number import one_of_range
from factcheck.extract.quantities.special import read_special
from factcheck.extract.quantities.tokens import Tokens
from factcheck.model import QuantityMention, Span

_LISTING = 16  # numbers in a row without a word between them
_BARE = frozenset({"literal", "cardinal", "zero", "multiplier", "vague"})


def find(
    text: str, language: str, dates: Iterable[Span | tuple[int, int]] = ()
) -> list[QuantityMention]:
    """Return the amounts in a text, in order and without overlaps.

    `language` is "de" or "en"; `dates` are spans (start, end) in which no amount may begin.
    Offsets count code points of `text`; bounds are in base units.
    """
    t = Tokens(text, language)
    blocked = _Blocked(dates)
    drafts: list[Draft] = []
    free = floor = 0  # the next token to look at; the first that no amount has taken
    for i, entry in enumerate(t.kinds):
        if entry is None or i < free or not entry.trigger:
            continue
        if entry.kind == "article" and not _may_count(t, i):
            continue
        if (end := _listing_end(t, i)) > i:
            free = end
            continue
        if blocked.covers(t.start(i)):
            continue
        found, free = _read(t, i, floor)
        floor = free if found else floor
        drafts.extend(found)
    mentions = [draft.mention(t) for draft in merge(t, drafts)]
    return [m for m in mentions if not blocked.overlaps(m.start, m.end)]


def _listing_end(t: Tokens, i: int) -> int:
    """Return the end of a long run of bare numbers, which is a table and holds no amount."""
    kinds, end = t.kinds, i
    limit = len(kinds)
    if i + _LISTING >= limit or kinds[i + 1] is None or kinds[i + 2] is None:
        return i
    while end < limit and (entry := kinds[end]) is not None and entry.kind in _BARE:
        end += 1
    return end if end - i >= _LISTING else i


def _may_count(t: Tokens, i: int) -> bool:
    """Say whether a number word or a unit follows the article; most articles end here."""
    following = t.entry(i + 1)
    if following is not None:
        return following.kind != "article" or t.kind(i + 2) in ("half", "fraction", "multiplier")
    if one_of_range(t, i):
        return True
    voc = t.vocabulary
    return t.word(i + 1) in voc.units.by_word or t.raw(i + 1) in voc.symbols.by_word


def _read(t: Tokens, i: int, floor: int) -> tuple[list[Draft], int]:
    found, end = read_clocked(t, i)
    if end <= i:
        found, end = read_special(t, i, floor)
    if end <= i:
        found, end = read_amount(t, i, floor)
    return found, max(end, i + 1)


class _Blocked:
    """Spans of dates, looked up by position."""

    def __init__(self, dates: Iterable[Span | tuple[int, int]]) -> None:
        spans = [(d.start, d.end) if isinstance(d, Span) else (d[0], d[1]) for d in dates]
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def covers(self, position: int) -> bool:
        """Say whether a date holds the position."""
        k = bisect_right(self.starts, position) - 1
        return k >= 0 and position < self.spans[k][1]

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether a date shares a character with the span."""
        k = bisect_right(self.starts, end - 1) - 1
        return k >= 0 and start < self.spans[k][1]
