"""Where a language's full stops do not end a sentence, as its splitting.toml gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.lang.base import languages, load_words
from factcheck.lang.function_words import function_words

_LAST_NUMBER = r"(?:^|[\s(–-])(?P<number>\d{1,3})\.$"


@dataclass(frozen=True, slots=True)
class StopRow:
    """One class of words before a full stop."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopRules:
    """Compiled: `never` and `may` match at the end of a text that ends with a full stop.

    `may_inside` finds a full stop after which a sentence may begin although it ends an
    abbreviation; `ordinals` says whether a number before a full stop is an ordinal, and
    `plain_numbers` matches where it is not; `starters` are lower-case function words.
    """

    never: re.Pattern[str]
    may: re.Pattern[str]
    may_inside: re.Pattern[str]
    ordinals: bool
    plain_numbers: re.Pattern[str]
    starters: frozenset[str]
    longest: int  # code points at the end of a text that `never` and `may` can match


@cache
def stop_rules(language: str) -> StopRules:
    """Return the language's rules, compiled."""
    rows = load_words(language, "splitting", StopRow)
    plain = rows["ordinal"].words
    stopped = [word for row in ("never", "may", "ending") for word in rows[row].words]
    may = _alternatives(rows["may"].words)
    return StopRules(
        never=re.compile(rf"(?<!\w)(?:{_alternatives(rows['never'].words)})\.$", re.IGNORECASE),
        may=re.compile(rf"(?:(?<!\w)(?:{may})|\w(?:{_alternatives(rows['ending'].words)}))\.$"),
        may_inside=re.compile(rf"(?<!\w)(?:{may})\.\s+(?=(?P<next>[^\W\d_]+))"),
        ordinals=bool(plain),
        plain_numbers=re.compile(rf"\b(?:{_alternatives(plain)})\s\d{{1,3}}\.$"),
        starters=function_words(language),
        longest=max(map(len, stopped), default=0) + len("a."),
    )


def _alternatives(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True) or [r"(?!)"]
    return "|".join(re.escape(word) if word != r"(?!)" else word for word in ordered)


@cache
def open_words() -> frozenset[str]:
    """Return the lower-case words of all languages after which a line break ends no sentence."""
    return frozenset(
        word
        for code in languages()
        for word in load_words(code, "splitting", StopRow)["open"].words
    )


@cache
def special_letters(language: str) -> frozenset[str]:
    """Return the lower-case letters that tell the language from those beside it."""
    return frozenset(load_words(language, "splitting", StopRow)["letters"].words)
