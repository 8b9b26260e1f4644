"""A run of time words as the grammar reads it: what stands at a place, and around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.extract.periods.nodes import Node
from factcheck.extract.periods.tokens import Token
from factcheck.lang.time import TimeRow
from factcheck.vocab.periods import vocabulary

_NEXT = re.compile(r"[ \u00a0\u202f]{0,3}([^\W\d_][\w-]{0,40})")
_BEFORE = re.compile(r"([^\W_]{1,40})[ \u00a0\u202f.]{1,2}$")
NEAR = 44
GLUED = frozenset("%€$£°§#+*=&@©®")


class Hit(NamedTuple):
    """A time and the index of the token after it.

    A `weak` one needs a neighbour that makes it a time; `anchor` is since, until or within.
    """

    node: Node
    stop: int
    weak: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring time words of one text. Indices past the end find nothing."""

    tokens: list[Token]
    text: str
    language: str
    known: dict[tuple[int, int], Hit | None] = field(default_factory=dict)  # by place and depth

    def row(self, i: int, kind: str) -> TimeRow | None:
        """Return the row of that kind at a place, or None."""
        return self.tokens[i].info.rows.get(kind) if 0 <= i < len(self.tokens) else None

    def gap(self, i: int) -> str | None:
        """Return the mark before a token ("" for a space), None past the end."""
        return self.tokens[i].gap if 0 < i < len(self.tokens) else None

    def digits(self, i: int, most: int = 2) -> int | None:
        """Return the number written there with at most that many digits."""
        if not 0 <= i < len(self.tokens):
            return None
        info = self.tokens[i].info
        return int(info.number or 0) if 0 < info.digits <= most else None

    def ordinal(self, i: int) -> int | None:
        """Return the rank there: an ordinal word, "15th", or digits with a dot after them."""
        if not 0 <= i < len(self.tokens):
            return None
        info = self.tokens[i].info
        if info.ordinal is not None:
            return info.ordinal
        dotted = 0 < info.digits <= 2 and self.char_after(i) == "."
        return int(info.number or 0) if dotted else None

    def count(self, i: int) -> float | None:
        """Return the number of units counted there ("fünf", "14", "einem"), zero excluded."""
        if not 0 <= i < len(self.tokens):
            return None
        info = self.tokens[i].info
        return info.number if info.digits < 4 and info.number and info.number <= 1000 else None

    def skip(self, i: int, *kinds: str) -> int:
        """Return the first place from i on whose token is of none of the kinds."""
        start = i
        while i < len(self.tokens) and any(kind in self.tokens[i].info.rows for kind in kinds):
            if i > start and self.gap(i) != "":
                break
            i += 1
        return i

    def char_after(self, i: int) -> str:
        """Return the character right after a token."""
        end = self.tokens[i].end
        return self.text[end : end + 1]

    def char_before(self, i: int) -> str:
        """Return the character right before a token."""
        start = self.tokens[i].start
        return self.text[start - 1 : start] if start else ""

    def word_after(self, i: int) -> str:
        """Return the next word when only spaces part it from the token, as written."""
        end = self.tokens[i].end
        match = _NEXT.match(self.text, end, end + NEAR)
        return match.group(1) if match else ""

    def word_before(self, i: int) -> str:
        """Return the word before a token, as written; empty where other marks part them."""
        start = self.tokens[i].start
        match = _BEFORE.search(self.text[max(0, start - NEAR) : start])
        return match.group(1) if match else ""

    def capital(self, i: int) -> bool:
        """Say whether the token is written with a capital."""
        return self.text[self.tokens[i].start].isupper()

    def whole(self, start: int, stop: int) -> bool:
        """Say whether tokens start..stop are all that the text holds."""
        first, last = self.tokens[start].start, self.tokens[stop - 1].end
        if first > 20 or len(self.text) - last > 20:
            return False
        return not self.text[:first].strip(" \n\t") and not self.text[last:].strip(" \n\t.!")

    def in_set(self, word: str, kind: str) -> bool:
        """Say whether the word is in one of the language's context lists."""
        return word.lower() in vocabulary(self.language).sets.get(kind, ())

    def counted(self, i: int) -> bool:
        """Say whether the number there counts or measures what follows ("2000 Mitarbeiter")."""
        after = self.char_after(i)
        if after in GLUED:
            return True
        word = self.word_after(i)
        if word:
            head, tail = word.split("-", 1)[0], word.rsplit("-", 1)[-1]
            return any(self.in_set(w, "no_year_after") for w in (word, head, tail))
        end = self.tokens[i].end
        return self.text[end : end + 3].lstrip(" \u00a0\u202f")[:1] in GLUED and after != ""
