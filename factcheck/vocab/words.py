"""Where words begin and end: one cut for the tagger, one finer cut for names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# A tagger's word keeps its hyphens ("OpenAI-Partnerschaft"), decimals ("17,4") and the dots of
# short forms ("z.B.", "U.S."). An English contraction is cut ("it|'s", "did|n't").
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:-\w+(?:-\w+)*)?"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|\w+?(?=n['’]t\b)"
    r"|\w+(?:[-&./]\w+)*-?"
    r"|\.\.\.|\S"
)
# An atom never holds a hyphen, so that "OpenAI" is found in "OpenAI-Partnerschaft".
_ATOM = re.compile(r"[^\W_]+|&")
_TEXTS_KEPT = 512  # an article's sentences: each is cut by several that look for names


class Word(NamedTuple):
    """A word and its place in the text."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """Cut a sentence into words and punctuation marks, in order."""
    return list(_cut(_WORD, text))


def atoms(text: str) -> list[Word]:
    """Cut a text into runs of letters and digits, and ampersands."""
    return list(_cut(_ATOM, text))


@lru_cache(maxsize=_TEXTS_KEPT)
def _cut(pattern: re.Pattern[str], text: str) -> tuple[Word, ...]:
    return tuple([Word(m.start(), m.end(), m.group()) for m in pattern.finditer(text)])
