"""Which language a text is in: function words decide, a statistical model only in doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from factcheck.lang.base import languages
from factcheck.lang.function_words import function_words
from factcheck.lang.numbers import number_words
from factcheck.lang.splitting import special_letters
from factcheck.lang.time import time_rows

DEFAULT = "de"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000  # code points; more of an article says nothing new
_FEW = 12  # words; below this the model guesses from names
_SURE = 0.85
_LONG = 4  # letters from which a number or month may mark its language


def detect(text: str, default: str | None = None) -> str:
    """Return the language code of a text.

    `default` is the answer for text too short to tell (a name, a number): the language of the
    article around it. Without it the likeliest language wins.
    """
    words = _WORD.findall(text[:_SAMPLE])
    scores = _scores(words)
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best > 2 * second:
        return max(scores, key=lambda code: scores[code])
    if default is not None and len(words) < _FEW:
        return default
    return _statistical(text[:_SAMPLE], default)


def _scores(words: list[str]) -> dict[str, int]:
    """Count per language the words that mark it, and those with letters of its own."""
    lowered = [word.lower() for word in words]
    scores = {}
    for code, own in _marks().items():
        special = special_letters(code)
        scores[code] = sum(
            lower in own or word in own or not special.isdisjoint(lower)
            for word, lower in zip(words, lowered, strict=True)
        )
    return scores


@cache
def _marks() -> dict[str, frozenset[str]]:
    """Return the words of each language that no other language has."""
    marks = {}
    for code in languages():
        others: set[str] = set()
        others.update(*(_own_words(other) for other in languages() if other != code))
        marks[code] = _own_words(code) - others
    return marks


def _own_words(code: str) -> frozenset[str]:
    """Return function words, number words, months and weekdays, as they are written.

    "19.2 million passengers in October" holds no function word that only English has.
    """
    numbers = {word for row in number_words(code).values() for word in row.words}
    times = {w for row in time_rows(code) if row.kind in ("month", "weekday") for w in row.words}
    return function_words(code) | {word for word in numbers | times if len(word) >= _LONG}


def _statistical(text: str, default: str | None) -> str:
    confidences = _detector().compute_language_confidence_values(text)
    best = confidences[0]
    if not best.value or (default is not None and best.value < _SURE):
        return default or DEFAULT
    return str(best.language.iso_code_639_1.name).lower()


@cache
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in languages()]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_low_accuracy_mode().build()
