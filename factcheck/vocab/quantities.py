"""Units, hedges and the words around amounts, joined per language into lookups, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from factcheck.errors import TableError
from factcheck.lang.amounts import AmountWords, Hedge, amount_words, hedges
from factcheck.lang.base import fold, spellings
from factcheck.lang.digits import digit_style, unit_words
from factcheck.tables.units import Unit, units

T = TypeVar("T")

_FIXED_SPACES = "\u00a0\u2007\u2009\u202f"
_DIGITS = r"\d+(?:[.,'’]\d+)*|(?<![^\s(+\-−–])[.,]\d+"
WORD = r"[^\W\d_]+(?:[\u0300-\u036f\u00ad]+[^\W\d_]*)*"
SYMBOL = r"-+|[%‰€$¢£¥₿₹₽₩₺₡₾₭₴₫₪฿°℃℉§+−‐‑–—~≈<>=≤≥±/^×&]"
_PART = re.compile(f"{WORD}|\\d+|{SYMBOL}|[.'\"″]")


def _token(language: str) -> re.Pattern[str]:
    """Compile a token; digits in groups of three may be parted by spaces."""
    fewest = digit_style(language).plain_space_groups
    apart = rf"(?: \d{{3}}){{{fewest},6}}"
    grouped = rf"\d{{1,3}}(?:(?:[{_FIXED_SPACES}]\d{{3}}){{1,6}}|{apart})"
    return re.compile(rf"{WORD}|{grouped}(?!\d)(?:[.,]\d+)?|{_DIGITS}|{SYMBOL}")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first (or last) word; the longest comes first."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    def get(self, word: str) -> tuple[tuple[tuple[str, ...], T], ...]:
        """Return the phrases that begin (or end) with the word."""
        return self.by_word.get(word, ())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything around numbers in one language. Keys are folded, but for `symbols`."""

    language: str
    token: re.Pattern[str]  # a word, a number or a sign that amounts need
    units: Phrases[Unit]  # by first word
    symbols: Phrases[Unit]  # by first token, as written
    before: Phrases[Unit]  # currencies before the number, by last token, as written
    before_folded: Phrases[Unit]
    hedges: Phrases[Hedge]  # by last word
    hedges_after: Phrases[Hedge]  # by first word
    rates: Phrases[str]  # by first word: "per share" to "share"
    connectors: Mapping[str, frozenset[str]]  # kind of hedge row to its words
    range_words: Mapping[str, frozenset[str]]  # "from" and "between" to what must follow
    sets: Mapping[str, frozenset[str]]  # kind of other row to its folded words
    exact_names: frozenset[str]  # words before a number that is a name, as written
    values: Mapping[str, Mapping[str, float]]  # kind of row to word to value
    links: Mapping[str, Unit]  # unit forms inside compounds
    adjectives: Mapping[str, Unit]  # unit adjectives, every inflection
    ranges: Mapping[str, Unit]  # "prozentbereich"
    time_words: Mapping[str, Unit]  # single words for times, for "Viertelstunde"


def parts(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase from a table, dots left out."""
    return tuple(p for p in _PART.findall(phrase) if p != ".")


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the language's compiled vocabulary; built once."""
    rows, words, table = hedges(language), amount_words(language), units().values()
    plain = [row for row in rows.values() if not row.kind]
    return Vocabulary(
        language=language,
        token=_token(language),
        units=_phrases((p, u) for w, u in _unit_names(language) for p in _folded(w)),
        symbols=_phrases((parts(s), u) for u in table for s in u.symbols),
        before=_phrases(((parts(s), u) for u in table for s in _money_signs(u)), last=True),
        before_folded=_phrases(_words_before(table, language), last=True),
        hedges=_phrases(((p, h) for h in plain for w in h.words for p in _folded(w)), last=True),
        hedges_after=_phrases((p, h) for h in plain for w in h.after for p in _folded(w)),
        rates=_phrases((p, r.id) for r in _kind(words, "per") for w in r.words for p in _folded(w)),
        connectors=_sets((r.kind, r.words) for r in rows.values() if r.kind),
        range_words=_sets((r.kind, r.after) for r in rows.values() if r.kind and r.after),
        sets=_sets((r.kind, r.words) for r in words.values()),
        exact_names=frozenset(w for r in _kind(words, "name") for w in r.words),
        values=_values(words.values()),
        links={f: u for u in table for w in u.de_links for f in spellings(w)} | _link_units(table),
        adjectives=_adjectives(table),
        ranges={f: u for u in table for w in u.de_ranges for f in spellings(w)},
        time_words={
            f: u
            for u in table
            if u.dimension == "time"
            for w in u.words(language)
            if " " not in w
            for f in spellings(w)
        },
    )


def _unit_names(language: str) -> list[tuple[str, Unit]]:
    """Return the words of all units, the language's own file included.

    TableError when that file names a row that there is not, or a word that another row has.
    """
    table = units()
    found = [(word, unit) for unit in table.values() for word in unit.words(language)]
    taken = {fold(word): unit for word, unit in found}
    for row in unit_words(language).values():
        if row.id not in table:
            raise TableError(f"lang/{language}/units.toml: [{row.id}]: no such row in units.toml")
        for word in row.words:
            other = taken.setdefault(fold(word), table[row.id])
            if other.id != row.id:
                raise TableError(f"lang/{language}/units.toml: {word!r} already names {other.id}")
            found.append((word, table[row.id]))
    return found


def _kind(rows: Mapping[str, AmountWords], kind: str) -> list[AmountWords]:
    return [row for row in rows.values() if row.kind == kind]


def _folded(phrase: str) -> list[tuple[str, ...]]:
    return [parts(spelling) for spelling in spellings(phrase)]


def _money_signs(unit: Unit) -> tuple[str, ...]:
    return unit.symbols if unit.dimension == "money" and not unit.unit else ()


def _words_before(table: Iterable[Unit], language: str) -> Iterable[tuple[tuple[str, ...], Unit]]:
    for unit in table:
        yield from ((parts(fold(word)), unit) for word in unit.words_before(language))
        if unit.dimension == "money" and not unit.unit:
            for word in unit.words(language):
                if word not in unit.only_after:
                    yield parts(fold(word)), unit
            for sign in unit.symbols:
                if "$" in sign and len(parts(sign)[0]) > 1:
                    yield parts(fold(sign)), unit


def _phrases(pairs: Iterable[tuple[tuple[str, ...], T]], *, last: bool = False) -> Phrases[T]:
    found: dict[str, dict[tuple[str, ...], T]] = {}
    for tokens, row in pairs:
        found.setdefault(tokens[-1] if last else tokens[0], {}).setdefault(tokens, row)
    return Phrases(
        {
            word: tuple(sorted(group.items(), key=lambda item: -len(item[0])))
            for word, group in found.items()
        }
    )


def _sets(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in pairs:
        found.setdefault(kind, set()).update(f for w in words for f in spellings(w))
    return {kind: frozenset(words) for kind, words in found.items()}


def _values(rows: Iterable[AmountWords]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        for word in row.words:
            for spelling in spellings(word):
                found.setdefault(row.kind, {})[spelling] = row.value
    return found


def _link_units(table: Iterable[Unit]) -> dict[str, Unit]:
    physical = ("money", "length", "percent", "area", "power", "mass", "volume", "energy")
    return {
        form: unit
        for unit in table
        if unit.dimension in physical
        for word in unit.de
        if " " not in word and "-" not in word and len(word) > 3
        for form in spellings(word)
    }


def _adjectives(table: Iterable[Unit]) -> dict[str, Unit]:
    endings = ("", "e", "er", "es", "en", "em")
    return {
        form + ending: unit
        for unit in table
        for word in unit.de_adjectives
        for form in spellings(word)
        for ending in endings
    }
