"""What each token means for amounts, remembered: the only work that every word costs."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.numerals import LONGEST_WORD, add_up, low_of, read_word
from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.literal import parse_literal
from factcheck.lang.base import fold, spellings
from factcheck.lang.digits import digit_style
from factcheck.lang.function_words import function_words
from factcheck.lang.numbers import NumberWord, number_words
from factcheck.lang.time import time_rows
from factcheck.vocab.numerals import Numerals, numerals
from factcheck.vocab.quantities import Vocabulary, vocabulary

_REMEMBERED = 200_000  # tokens; then the memory starts afresh
_LETTERS = re.compile(r"[^\W\d_]")


class Folded(dict[str, str]):
    """Token to folded token, filled as tokens come by."""

    def __missing__(self, token: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        self[token] = found = fold(token)
        return found


class Lexicon(dict[str, Entry | None]):
    """Token to Entry, filled as tokens come by."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.numerals = numerals(language)
        self.vocabulary = vocabulary(language)
        self.folded = Folded()
        self.words = _words(language)
        self.vague = _vague(language)
        self.compact = _compact(language)
        self.scale_words = _scale_words(language)
        self.pronouns = _pronouns(language)
        self.months = _months(language)
        self.links = frozenset(w for w in self.vocabulary.sets.get("link", ()))
        self.style = digit_style(language)
        self.genitive = self.vocabulary.sets["genitive"]
        self.function_words = function_words(language)
        self.never_joined = _never_joined(language)

    def __missing__(self, token: str) -> Entry | None:
        if len(self) > _REMEMBERED:
            self.clear()
        entry = self._classify(token)
        self[token] = entry
        return entry

    def scale_of_compound(self, folded: str) -> float:
        """Return the scale that a noun begins with ("millionenbetrag"), 0.0 when none does."""
        for word, row in self.scale_words:
            if folded.startswith(word) and len(folded) > len(word) + 3:
                return row.value
        return 0.0

    def _classify(self, token: str) -> Entry | None:
        first = token[0]
        if first.isdecimal() or first in ".,":
            return parse_literal(token, self.language)
        if not (first.isalnum()):
            return None
        if len(token) > LONGEST_WORD:
            return None
        if len(token) == 1 and first.isnumeric():
            return glyph(first)
        return self._word(fold(token), token)

    def _word(self, folded: str, token: str) -> Entry | None:
        if found := self.words.get(folded):
            return found
        if found := self.vague.get(folded):
            return found
        reading = read_word(folded, self.language)
        if reading is not None:
            kind = {"cardinal": "cardinal"}.get(reading.kind, reading.kind)
            return Entry(kind, reading.value, reading.low)
        return compound(folded, token, self.numerals, self.vocabulary)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the language's lexicon, shared by the whole process."""
    return Lexicon(language)


def glyph(character: str) -> Entry | None:
    """Return the entry of a fraction character ("½"), None for other number characters."""
    import unicodedata

    value = unicodedata.numeric(character, 0.0)
    if not 0 < value < 1:
        return None
    return Entry("glyph", value)


def _words(language: str) -> dict[str, Entry]:
    table = numerals(language)
    found: dict[str, Entry] = {}
    for row in number_words(language).values():
        if kind := _KINDS.get(row.kind):
            entry = Entry(kind, row.value, low_of(row, table.tens_first), row=row)
            article = Entry("article", row.value, row=row)
            found |= dict.fromkeys(_forms(*row.words, *row.abbreviations), entry)
            found |= dict.fromkeys(_forms(*row.article), article)
    voc = vocabulary(language)
    for kind in ("multiple", "digits_word", "occasion"):
        for form, value in voc.values.get(kind, {}).items():
            found[form] = Entry(kind, value)
    for form in voc.connectors.get("each", ()):
        found[form] = Entry("each")
    return found


def _forms(*words: str) -> list[str]:
    return [form for word in words for form in spellings(word)]


_KINDS = {
    "zero": "zero",
    "one": "cardinal",
    "unit": "cardinal",
    "teen": "cardinal",
    "ten": "cardinal",
    "hundred": "multiplier",
    "thousand": "multiplier",
    "scale": "multiplier",
    "lakh": "multiplier",
    "group": "multiplier",
    "half": "half",
    "quarter": "quarter",
    "fraction": "half_noun",
    "mixed": "mixed",
    "joiner": "joiner",
    "point": "point",
    "minus": "sign",
    "plus": "sign",
}


def _scale_words(language: str) -> tuple[tuple[str, NumberWord], ...]:
    rows = [row for row in number_words(language).values() if row.kind == "scale"]
    return tuple((fold(word), row) for row in rows for word in sorted(row.vague))


def _months(language: str) -> frozenset[str]:
    rows = (row for row in time_rows(language) if row.kind == "month")
    return frozenset(f for row in rows for word in row.words for f in spellings(word.strip("~")))


def _compact(language: str) -> dict[str, NumberWord]:
    """Return the letters that multiply digits, in the cases that news writes."""
    found: dict[str, NumberWord] = {}
    for row in number_words(language).values():
        for letters in row.compact:
            for form in (letters, letters.upper(), letters.capitalize()):
                found[form] = row
    return found


def _never_joined(language: str) -> frozenset[str]:
    """Return the forms of one that no "und zwanzig" follows ("eins", "eine")."""
    row = number_words(language)["one"]
    return frozenset(fold(w) for w in (*row.words, *row.article)) - set(row.joins)


def _pronouns(language: str) -> frozenset[str]:
    """Return the forms of one that may stand for a thing ("eins", "one")."""
    row = number_words(language)["one"]
    return frozenset(fold(w) for w in row.words) - {fold(w) for w in row.article}


def _vague(language: str) -> dict[str, Entry]:
    """Return the plurals that stand for an amount by themselves, but for the scale words."""
    found: dict[str, Entry] = {}
    for row in number_words(language).values():
        for word in row.vague:
            for form in spellings(word):
                found.setdefault(form, Entry("vague", row.value, row=row))
    return found


def compound(folded: str, token: str, table: Numerals, voc: Vocabulary) -> Entry | None:
    """Return the entry of a word that begins with a number or names a multiple, else None."""
    if found := made_fold(folded, table, voc):
        return found
    if not table.start.match(folded):
        return None
    if found := half_fold(folded, table, voc):
        return found
    if portion := fraction_compound(folded, table, voc):
        return portion
    parts, end = table.split(folded)
    if rank := superlative(folded, table, voc):
        return rank
    for tail in (folded[end:],) if parts else ():
        total = add_up(parts, table)
        if total is not None:
            return _tail(total.value, tail, token[end:] if len(token) == len(folded) else tail, voc)
    return None


def fraction_compound(folded: str, table: Numerals, voc: Vocabulary) -> Entry | None:
    """Return the entry of "dreiviertel" or "Viertelstunde", else None."""
    if (value := portion(folded, table)) is not None:
        return Entry("portion", value)
    for cut in range(len(folded) - 4, max(4, len(folded) - 12), -1):
        unit = voc.time_words.get(folded[cut:])
        if unit is None:
            continue
        row = table.fractions.get(folded[:cut])
        value = 1 / row.value if row else portion(folded[:cut], table)
        if value is not None:
            return Entry("compound", value, unit=unit, digits=-1)
    return None


def portion(folded: str, table: Numerals) -> float | None:
    """Return the value of "dreiviertel" and its kind, None for any other word."""
    for cut in range(3, len(folded) - 4):
        row = table.fractions.get(folded[cut:])
        if row and table.covers(folded[:cut]):
            total = add_up(table.split(folded[:cut])[0], table)
            if total and total.value < row.value:
                return total.value / row.value
    return None


def _tail(value: float, tail: str, written: str, voc: Vocabulary) -> Entry | None:
    if tail in voc.sets.get("times", ()):
        return Entry("occasion", value)
    if tail in voc.sets.get("fold", ()):
        return Entry("multiple", value)
    for stem in voc.sets.get("digits", ()):
        if tail.startswith(stem) and len(tail) <= len(stem) + 2:
            return Entry("stellig", value)
    if unit := voc.adjectives.get(tail):
        return Entry("compound", value, unit=unit)
    for cut in range(min(len(tail) - 3, 16), 2, -1):
        if (unit := voc.links.get(tail[:cut])) and _LETTERS.match(tail[cut:]):
            return Entry("compound", value, unit=unit, head=written[cut:].capitalize())
    return None


def half_fold(folded: str, table: Numerals, voc: Vocabulary) -> Entry | None:
    """Return the multiple of "dreieinhalbfach", else None."""
    for tail in voc.sets.get("fold", ()):
        if folded.endswith(tail) and len(folded) > len(tail) + 6:
            reading = read_word(folded.removesuffix(tail), voc.language)
            if reading is not None and reading.kind == "mixed":
                return Entry("multiple", reading.value)
    return None


def made_fold(folded: str, table: Numerals, voc: Vocabulary) -> Entry | None:
    """Return the multiple of "verdreifacht", "vervierfachen", else None."""
    for prefix in voc.sets.get("made_prefix", ()):
        if not folded.startswith(prefix) or len(folded) < len(prefix) + 6:
            continue
        rest = folded[len(prefix) :]
        if not table.start.match(rest):
            continue
        parts, end = table.split(rest)
        total = add_up(parts, table) if parts else None
        if total is not None and rest[end:] in voc.sets["made_fold"]:
            return Entry("multiple", total.value)
    return None


def superlative(folded: str, table: Numerals, voc: Vocabulary) -> Entry | None:
    """Return the rank of "zweitgrößter", else None."""
    for size in range(3, min(len(folded) - 3, 24)):
        row = table.bare_ordinals.get(folded[:size])
        if row is None:
            continue
        rest = folded[size:]
        for ending in ("", "e", "er", "es", "en", "em"):
            if ending and not rest.endswith(ending):
                continue
            if rest.removesuffix(ending) in voc.sets.get("superlative", ()):
                return Entry("superlative", row.value)
    return None
