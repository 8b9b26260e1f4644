"""One language's time words as lookups, made once: what each word can be, and how clauses lean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from factcheck.lang.base import fold, spellings
from factcheck.lang.time import TimeRow, time_rows
from factcheck.tables.holidays import Holiday, holidays
from factcheck.tables.units import units

# Kinds that make a run of time words worth reading; the others only lean on them.
CORE = frozenset(
    (
        *("month", "weekday", "unit", "shift", "so_far", "same"),
        *("vague", "edge", "season", "decade", "holiday", "month_quarter", "whole"),
    )
)
# Kinds that never stand in a time expression; they judge what stands around it.
APART = frozenset(
    (
        *(
            "endings",
            "ending",
            "code",
            "future",
            "aim",
            "past",
            "will",
            "participle",
            "change_to",
            "times",
            "superlative",
        ),
        *("past_suffix", "not_suffix", "no_year_before", "no_year_after", "verb_next"),
        *("present_suffix", "not_present"),
    )
)
SHORTEST_UNIT = 3  # shorter ones are words of their own too ("in", "m")
Rows = Mapping[str, TimeRow]


@dataclass(frozen=True)
class Vocabulary:
    """A language's time words. All keys are folded (composed, lower case).

    `words` maps a word to its rows by kind; `phrases` a first word to the longer expressions it
    may open, longest first; `codes` and `endings` a glued letter group to its unit; `holidays`
    a name to its row; `sets` the word lists that judge a context, by kind.
    """

    words: Mapping[str, Rows]
    phrases: Mapping[str, tuple[tuple[str, Rows], ...]]
    codes: Mapping[str, str]
    endings: Mapping[str, str]
    holidays: Mapping[str, Holiday]
    sets: Mapping[str, frozenset[str]]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the language's time words joined with the holidays of tables/."""
    rows = time_rows(language)
    endings = next((row.words for row in rows if row.kind == "endings"), ("",))
    named = _holiday_names(language)
    words, phrases = _lexicon(
        [*rows, *_weekday_parts(rows), *_month_quarters(rows), *_holiday_rows(named)], endings
    )
    return Vocabulary(
        words=words,
        phrases=phrases,
        codes={fold(word): row.unit for row in rows if row.kind == "code" for word in row.words},
        endings={
            fold(word): row.unit for row in rows if row.kind == "ending" for word in row.words
        },
        holidays=named,
        sets=_sets(rows, endings, language),
    )


def _expand(word: str, endings: Iterable[str]) -> Iterable[str]:
    return (word[:-1] + ending for ending in endings) if word.endswith("~") else (word,)


def _lexicon(
    rows: Iterable[TimeRow], endings: Iterable[str]
) -> tuple[dict[str, Rows], dict[str, tuple[tuple[str, Rows], ...]]]:
    entries: dict[str, dict[str, TimeRow]] = defaultdict(dict)
    for row in rows:
        if row.kind in APART:
            continue
        for word in row.words:
            for form in _expand(word, endings):
                for spelling in spellings(form) if row.kind != "part" else {fold(form)}:
                    entries[spelling].setdefault(row.kind, row)
    words = {key: kinds for key, kinds in entries.items() if first_word(key) == key}
    return dict(words), _phrases({k: v for k, v in entries.items() if k not in words})


def _phrases(entries: Mapping[str, Rows]) -> dict[str, tuple[tuple[str, Rows], ...]]:
    found: dict[str, list[tuple[str, Rows]]] = defaultdict(list)
    for phrase in sorted(entries, key=len, reverse=True):
        found[first_word(phrase)].append((phrase, entries[phrase]))
    return {first: tuple(longest) for first, longest in found.items()}


def first_word(phrase: str) -> str:
    """Return the leading letters and digits of a phrase."""
    end = next((i for i, c in enumerate(phrase) if not (c.isalnum() or c == "_")), len(phrase))
    return phrase[:end]


def _holiday_names(language: str) -> dict[str, Holiday]:
    return {
        spelling: row
        for row in holidays().values()
        for name in row.names(language)
        for spelling in spellings(name)
    }


def _holiday_rows(named: Mapping[str, Holiday]) -> Iterable[TimeRow]:
    return (TimeRow(row.id, "holiday", (name,), weak=row.weak) for name, row in named.items())


def _weekday_parts(rows: Iterable[TimeRow]) -> Iterable[TimeRow]:
    """Return "Freitagabend" and its like: a weekday with a part of the day glued on."""
    parts = [fold(word) for row in rows if row.kind == "daypart" for word in row.words]
    return [
        replace(row, words=tuple(fold(word) + part for word in row.words for part in parts))
        for row in rows
        if row.kind == "weekday" and not row.weak
    ]


def _month_quarters(rows: Iterable[TimeRow]) -> Iterable[TimeRow]:
    """Return "Dezemberquartal" and its like: the quarter that ends with a month."""
    tails = [
        fold(w) for row in rows if row.unit == "quarter" and row.kind == "unit" for w in row.words
    ]
    return [
        replace(
            row, kind="month_quarter", words=tuple(fold(w) + t for w in row.words for t in tails)
        )
        for row in rows
        if row.kind == "month"
    ]


def _sets(
    rows: Iterable[TimeRow], endings: Iterable[str], language: str
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for word in row.words:
            found[row.kind].update(fold(form) for form in _expand(word, endings))
    found["no_year_after"].update(_unit_words(language))
    return {kind: frozenset(words) for kind, words in found.items()}


def _unit_words(language: str) -> Iterable[str]:
    """Return the units and counted nouns that make the number before them an amount."""
    words = (fold(word) for unit in units().values() for word in unit.words(language))
    return (word for word in words if len(word) >= SHORTEST_UNIT)
