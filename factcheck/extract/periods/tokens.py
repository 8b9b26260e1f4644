"""Finds the runs of time words in a text: one pass over its words, no grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factcheck.extract.numerals import cardinal, ordinal
from factcheck.lang.time import TimeRow
from factcheck.vocab.periods import CORE, Rows, vocabulary

_WORD = re.compile(r"\d\d(?=t\d\d:)|\w+")  # "2025-09-12T10:00" ends its date before the T
_SHAPE = re.compile(r"([^\W\d]*)(\d{1,4})(?:([^\W\d]+)(\d\d)?)?")
_MARKS = re.compile("[\u0300-\u036f]")
LONGEST_WORD = 40
LONGEST_RUN = 48
LONGEST_LIST = 6  # more numbers in a row are a table or a phone number, and no times
YEARS = range(1400, 2200)
SPOKEN = frozenset({100, 1000, *range(1100, 2100)})  # number words that may speak a year

# How two words of one run may be joined, and the mark that the grammar sees.
_DASHES = {"-": "-", "–": "-", "—": "-", "−": "-", "‑": "-"}
_MARKED = frozenset({"", ".", ",", "-", "/", "'", ".-", "./", ".,", ",-"})
_DATE_MARKS = frozenset({".", "/", "-", "./", ".-"})
_LOOK = str.maketrans({**_DASHES, "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Info:
    """What a word can be, wherever it stands.

    `number` is a cardinal, `ordinal` a rank, `digits` how many digits were written (0 for
    words), `code` the unit and number of a short form such as "Q3".
    """

    word: str
    rows: Mapping[str, TimeRow]
    number: float | None = None
    ordinal: int | None = None
    digits: int = 0
    code: tuple[str, int, int] | None = None  # unit, number, two-digit year or -1
    core: bool = False
    opens: tuple[tuple[str, Rows], ...] = ()


class Token(NamedTuple):
    """A time word in its place; `gap` is the mark between it and the token before."""

    start: int
    end: int
    gap: str
    info: Info


def runs(text: str, language: str) -> Iterator[list[Token]]:
    """Yield each run of neighbouring time words that holds one worth reading."""
    lower = _lower(text)
    run: list[Token] = []
    core, skip, numbers = False, 0, 0
    for match in _WORD.finditer(lower):
        start, end = match.span()
        if start < skip:
            continue
        info = classify(match.group(), language) if end - start <= LONGEST_WORD else None
        if info is None and not run:  # most words
            numbers = 0
            continue
        if info is not None and info.opens:
            info, end = _phrase(lower, start, end, info)
            skip = end
        gap = _gap(lower, run[-1].end, start) if run and info else None
        numbers = (numbers if gap is not None else 0) + 1 if info and info.digits else 0
        if run and (info is None or gap is None or len(run) >= LONGEST_RUN):
            if core:
                yield run
            run, core = [], False
        if numbers > LONGEST_LIST:
            run, core = [], False
        elif info is not None:
            core = core or info.core or _numeric(run, gap, info, lower[end : end + 1])
            run.append(Token(start, end, gap or "", info))
    if core:
        yield run


def _lower(text: str) -> str:
    lower = text.replace("’", "'").lower()
    return lower if len(lower) == len(text) else "".join(_lower_one(c) for c in text)


def _lower_one(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


def composed(text: str) -> tuple[str, list[int] | None]:
    """Return the text with letters and their marks joined, and where each code point was."""
    if not _MARKS.search(text):
        return text, None
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        joined = unicodedata.normalize("NFC", out[-1] + char) if out and _MARKS.match(char) else ""
        if len(joined) == 1:
            out[-1] = joined
        else:
            out.append(char)
            places.append(place)
    return "".join(out), [*places, len(text)]


def _numeric(run: list[Token], gap: str | None, info: Info, after: str) -> bool:
    """Say whether a number may close a date: "12.9", "siebter 4.", "am 15."."""
    if not run or not (info.digits or info.ordinal):
        return False
    last = run[-1].info
    if last.digits or last.ordinal:
        return gap in _DATE_MARKS or (gap == "" and bool(info.ordinal or last.ordinal))
    return after == "." and info.digits < 3 and "loc" in last.rows


def _gap(lower: str, end: int, start: int) -> str | None:
    if start - end == 1 and lower[end] == " ":
        return ""
    if start - end > 4:
        return None
    between = lower[end:start].translate(_LOOK)
    mark = "".join(between.split())
    broken = between.count("\n") > 1 or (mark and "\n" in between)
    return mark if mark in _MARKED and not broken else None


def _phrase(lower: str, start: int, end: int, info: Info) -> tuple[Info | None, int]:
    for phrase, rows in info.opens:
        stop = start + len(phrase)
        if lower.startswith(phrase, start) and not lower[stop : stop + 1].isalnum():
            return Info(phrase, rows, core=not CORE.isdisjoint(rows)), stop
    known = info.rows or info.number is not None or info.ordinal is not None
    return (info if known else None), end


@lru_cache(maxsize=1 << 16)
def classify(word: str, language: str) -> Info | None:
    """Return what a lower-case word can be in a time expression; None for most words."""
    vocab = vocabulary(language)
    rows = vocab.words.get(word, {})
    opens = vocab.phrases.get(word, ())
    shape = _SHAPE.fullmatch(word)
    if shape:
        return _numbered(word, shape, rows, language)
    number, rank = cardinal(word, language), ordinal(word, language)
    counted = rows.get("count")
    if counted is not None:
        number = float(counted.value)
    if not rows and not opens and number is None and rank is None:
        return None
    core = not CORE.isdisjoint(rows) or (number is not None and number in SPOKEN)
    return Info(word, rows, number, rank, core=core, opens=opens)


def _numbered(word: str, shape: re.Match[str], rows: Rows, language: str) -> Info | None:
    head, digits, tail, year = shape.groups(default="")
    value, vocab = int(digits), vocabulary(language)
    opens = vocab.phrases.get(word, ())
    if not head and not tail:
        core = len(digits) == 4 and value in YEARS
        return Info(word, rows, float(value), None, len(digits), core=core, opens=opens)
    if not head and vocab.endings.get(tail) == "ordinal":
        return Info(word, rows, None, value, 0, core=value <= 31, opens=opens)
    if not head and vocab.endings.get(tail) == "decade" and len(digits) in (2, 4):
        first = value if len(digits) == 4 else 1900 + value
        row = TimeRow("decade", "decade", (word,), first)
        return Info(word, {"decade": row}, core=value % 10 == 0 and first in YEARS)
    unit = vocab.codes.get(head if not tail else tail if not head and digits else "")
    code = (unit, value, int(year) if year else -1) if unit else None
    return Info(word, rows, code=code, core=True) if code else None
