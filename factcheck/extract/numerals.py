"""Number words to values: `cardinal`, `ordinal`, and the sum that both phrases and words build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf

from factcheck.lang.base import fold
from factcheck.lang.numbers import NumberWord
from factcheck.vocab.numerals import Numerals, numerals

LONGEST_WORD = 120  # longer words are no numbers, and cost nothing


@dataclass(slots=True)
class Sum:
    """A number under construction, word by word.

    `limit` is what the next addition must stay below, `ceiling` the same for the next scale
    word; `unit` remembers a lone "drei" that an "und zwanzig" may still join.
    """

    tens_first: bool
    done: float = 0.0
    thousands: float = 0.0
    part: float = 0.0
    limit: float = inf
    ceiling: float = inf
    unit: bool = False
    empty: bool = True

    @property
    def value(self) -> float:
        """Return the number so far."""
        return self.done + self.thousands + self.part

    def add(self, value: float, low: float) -> bool:
        """Add a part whose own next addition must stay below `low`; say whether it fits."""
        if value >= self.limit or (value == 0 and not self.empty):
            return False
        self.thousands += value // 1000 * 1000 if value >= 1000 else 0
        self.part += value % 1000 if value >= 1000 else value
        self.limit, self.unit, self.empty = low, False, False
        return True

    def multiply(self, factor: float) -> bool:
        """Multiply the open group by a hundred, a thousand or a scale; say whether it fits."""
        if factor == 100:
            fits = self._hundred()
        elif factor == 1000:
            fits = self._thousand()
        else:
            fits = self._scale(factor)
        if fits:
            self.unit, self.empty = False, False
        return fits

    def join_ten(self, value: float) -> bool:
        """Add the ten of "drei und zwanzig" to the unit before it; say whether it fits."""
        if not self.unit:
            return False
        self.part += value
        self.limit, self.unit = 1, False
        return True

    def _hundred(self) -> bool:
        if self.part == 0:
            return self.add(100, 100)
        if self.part >= 100 or (self.part >= 20 and self.part % 10 == 0):
            return False
        if self.part * 100 >= 1000 and self.thousands:
            return False
        self.part *= 100
        self.limit = 100
        return True

    def _thousand(self) -> bool:
        if self.thousands:
            return False
        if self.part == 0:
            return self.add(1000, 1000)
        if self.part >= 1000 or self.part * 1000 >= self.ceiling:
            return False
        self.thousands, self.part, self.limit = self.part * 1000, 0.0, 1000
        return True

    def _scale(self, factor: float) -> bool:
        group = self.thousands + self.part
        if factor >= self.ceiling or (group == 0 and not self.empty):
            return False
        self.done += (group or 1) * factor
        self.thousands = self.part = 0.0
        self.limit = self.ceiling = factor
        return True


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word is worth: its value, and what an addition after it must stay below."""

    value: float
    low: float
    kind: str  # cardinal, ordinal, fraction (value is the denominator), mixed


def low_of(row: NumberWord, tens_first: bool) -> float:
    """Return what may still be added after a word of this row, exclusive."""
    if row.kind in ("hundred", "thousand", "scale"):
        return row.value
    return 10 if row.kind == "ten" and tens_first else 1


def cardinal(word: str, language: str) -> float | None:
    """Return the value of a single number word ("zweiundzwanzig", "thirty-five"), else None.

    Articles count as one ("eine", "a"); halves are read ("anderthalb", "zweieinhalb").
    """
    folded = fold(word)
    table = numerals(language)
    if row := table.articles.get(folded):
        return row.value
    reading = read_word(folded, language) or _hyphened(folded, table, language)
    if reading is None or reading.kind not in ("cardinal", "mixed"):
        return None
    return reading.value


@lru_cache(maxsize=20_000)
def ordinal(word: str, language: str) -> int | None:
    """Return the rank that a single ordinal names ("dritten", "third"), else None."""
    folded = fold(word)
    table = numerals(language)
    reading = read_word(folded, language) or _hyphened(folded, table, language)
    if reading is None or reading.kind != "ordinal":
        return None
    return int(reading.value)


@lru_cache(maxsize=20_000)
def read_word(folded: str, language: str) -> Reading | None:
    """Return what a folded word is worth as a whole, or None when it is no number."""
    table = numerals(language)
    if row := table.cardinals.get(folded):
        return _simple(row, table)
    if row := table.ordinals.get(folded):
        return Reading(row.value, 1, "ordinal")
    if row := table.fractions.get(folded):
        return Reading(row.value, 1, "fraction")
    if table.tens_first or len(folded) > LONGEST_WORD or not table.start.match(folded):
        return None
    return _compound(folded, table)


def _simple(row: NumberWord, table: Numerals) -> Reading | None:
    if row.kind in ("minus", "plus", "point", "ending", "half", "quarter", "group", "fraction"):
        return None
    kind = "mixed" if row.kind == "mixed" else "cardinal"
    return Reading(row.value, low_of(row, table.tens_first), kind)


def _compound(folded: str, table: Numerals) -> Reading | None:
    parts, end = table.split(folded)
    if parts and end == len(folded):
        total = add_up(parts, table)
        return Reading(total.value, total.limit, "cardinal") if total else None
    return _with_half(folded, table) or _with_tail(folded, table)


def _with_half(folded: str, table: Numerals) -> Reading | None:
    for tail in table.halves:
        stem = folded.removesuffix(tail)
        if stem != folded and stem:
            whole = add_up(table.split(stem)[0], table) if table.covers(stem) else None
            return Reading(whole.value + 0.5, 1, "mixed") if whole else None
    return None


def _with_tail(folded: str, table: Numerals) -> Reading | None:
    for kind, tails in (("ordinal", table.ordinals), ("fraction", table.fractions)):
        for cut in range(max(1, len(folded) - table.longest_tail), len(folded) - 2):
            row = tails.get(folded[cut:])
            if row and table.covers(folded[:cut]):
                total = add_up([*table.split(folded[:cut])[0], None, row], table)
                if total:
                    return Reading(total.value, 1, kind)
    return None


def add_up(parts: list[NumberWord | None], table: Numerals) -> Sum | None:
    """Return the sum of the morphemes of one word (None is "und"), or None when they clash."""
    total = Sum(table.tens_first)
    for previous, part in zip([None, *parts], parts, strict=False):
        if part is not None and not _feed(total, part, table, after_joiner=previous is None):
            return None
    return None if total.empty else total


def _feed(total: Sum, row: NumberWord, table: Numerals, *, after_joiner: bool) -> bool:
    if row.kind == "ten" and after_joiner and total.join_ten(row.value):
        return True
    if row.kind in ("hundred", "thousand", "scale"):
        return total.multiply(row.value)
    fits = total.add(row.value, low_of(row, table.tens_first))
    total.unit = fits and row.kind in ("one", "unit")
    return fits


def _hyphened(folded: str, table: Numerals, language: str) -> Reading | None:
    head, hyphen, tail = folded.partition("-")
    if not hyphen or not table.tens_first:
        return None
    ten, unit = read_word(head, language), read_word(tail, language)
    if ten and unit and ten.kind == "cardinal" and unit.value < ten.low:
        return Reading(ten.value + unit.value, 1, unit.kind)
    return None
