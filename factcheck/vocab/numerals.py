"""A language's number words, compiled once: what a single word or compound is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import spellings
from factcheck.lang.numbers import NumberWord, number_words

_COMPOUND_KINDS = frozenset({"zero", "one", "unit", "teen", "ten", "hundred", "thousand"})


@dataclass(frozen=True, slots=True)
class Numerals:
    """Folded spellings to rows; `tens_first` says "thirty-five" against "fünfunddreißig"."""

    cardinals: dict[str, NumberWord]
    articles: dict[str, NumberWord]
    ordinals: dict[str, NumberWord]  # stems with every ending attached
    fractions: dict[str, NumberWord]  # names of denominators, any ending
    bare_ordinals: dict[str, NumberWord]  # stems alone ("zu dritt")
    joiners: frozenset[str]
    morpheme: re.Pattern[str]
    start: re.Pattern[str]
    tens_first: bool
    halves: tuple[str, ...]  # what makes a compound one half more ("zweieinhalb")
    longest_tail: int  # of an ordinal or a fraction, ending included

    def covers(self, word: str) -> bool:
        """Say whether the word is number morphemes from end to end, a last joiner included."""
        parts, end = self.split(word)
        return bool(parts) and (end == len(word) or word[end:] in self.joiners)

    def split(self, word: str) -> tuple[list[NumberWord | None], int]:
        """Return the number morphemes at the word's start (None is a joiner) and where they end.

        A joiner counts only when a number follows it.
        """
        parts: list[NumberWord | None] = []
        end = position = 0
        while match := self.morpheme.match(word, position):
            position = match.end()
            parts.append(self.cardinals.get(match.group()))
            if parts[-1] is not None:
                end = position
        while parts and parts[-1] is None:
            parts.pop()
        return parts, end


@cache
def numerals(language: str) -> Numerals:
    """Return the language's compiled number words."""
    rows = number_words(language)
    cardinals = _by_word(rows.values(), "words")
    joiners = frozenset(w for w, row in cardinals.items() if row.kind == "joiner")
    tens_first = not _glues(rows)
    ordinals = _by_word(rows.values(), "ordinals")
    inside = [w for w, row in cardinals.items() if row.kind in _COMPOUND_KINDS | {"scale"}]
    fractions = _fractions(rows, ordinals)
    with_endings = dict(_with_endings(ordinals, rows["endings"].words))
    return Numerals(
        cardinals={w: row for w, row in cardinals.items() if row.kind != "joiner"},
        articles=_by_word(rows.values(), "article"),
        ordinals=with_endings,
        fractions=fractions,
        bare_ordinals=ordinals,
        joiners=joiners,
        morpheme=_longest_first([*inside, *(joiners if not tens_first else ())], rows["one"]),
        start=_longest_first([*inside, *ordinals]),
        tens_first=tens_first,
        halves=rows["half"].fractions,
        longest_tail=max(map(len, [*with_endings, *fractions])),
    )


def _glues(rows: dict[str, NumberWord]) -> bool:
    return rows["joiner"].kind == "joiner" and rows["endings"].value == 0


def _by_word(rows: Iterable[NumberWord], field: str) -> dict[str, NumberWord]:
    return {form: row for row in rows for word in getattr(row, field) for form in spellings(word)}


def _with_endings(
    stems: dict[str, NumberWord], endings: tuple[str, ...]
) -> Iterator[tuple[str, NumberWord]]:
    for stem, row in stems.items():
        for ending in endings:
            yield stem + ending, row


def _fractions(
    rows: dict[str, NumberWord], ordinals: dict[str, NumberWord]
) -> dict[str, NumberWord]:
    endings = rows["fraction_endings"].words
    stems = {k: v for k, v in _by_word(rows.values(), "fractions").items() if v.kind != "half"} or {
        stem: row for stem, row in ordinals.items() if row.value > 2
    }
    return dict(_with_endings(stems, endings))


def _longest_first(words: Iterable[str], one: NumberWord | None = None) -> re.Pattern[str]:
    """Compile an alternation; the "eins" that is no article stands only at a word's end."""
    last = set(one.words) - set(one.article) if one else set()
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile("|".join(re.escape(w) + (r"\b" if w in last else "") for w in ordered))
