"""The words that a language says times with: one row per word group of `lang/<code>/time.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import load_words


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One thing that a word can say about time.

    `kind` is the part that the word plays. In a time: month, month_quarter, weekday, unit, whole,
    which, shift, so_far, edge, part, season, decade, code, ending, daypart, count, halved, since,
    until, to, after, before, within, ago, ago_after, ahead, ahead_after, later, ended, from,
    between, onward, and, loc, article, genitive, own, mark, every, same, vague. Around one:
    future, past, will, participle, past_suffix, not_suffix, present_suffix and not_present tell
    the tense; no_year_before, no_year_after and change_to that a number is no year; dayloc that
    one may be a day; verb_next that "last" is a verb; times that "in fünf Tagen" is a duration;
    superlative that "in zehn Jahren" looks back.
    `words` may end in "~", which stands for each of the language's adjective endings (the row
    of kind endings), and may hold spaces. `value` is a month or weekday number, a shift in
    units, a season's first month or the first year of a decade; `unit` a calendar unit; `part`
    start, mid or end. A `weak` word needs a neighbour that makes it a time ("im Herbst"); a
    `capital` one must be written with a capital.
    """

    id: str
    kind: str
    words: tuple[str, ...]
    value: int = 0
    unit: str = ""
    part: str = ""
    weak: bool = False
    capital: bool = False


@cache
def time_rows(language: str) -> tuple[TimeRow, ...]:
    """Return the language's time words; TableError when a row is wrong."""
    return tuple(load_words(language, "time", TimeRow).values())
