"""Finds the words that narrow a figure: one pattern a language, from qualifiers.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.tables.qualifiers import qualifiers

_TAIL = r"[\w-]*"


@dataclass(frozen=True, slots=True)
class QualifierMention:
    """Words that narrow a figure, and "set:member" of what they say."""

    start: int
    end: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    whole: dict[str, tuple[str, ...]]
    prefixes: dict[str, tuple[str, ...]]
    suffixes: dict[str, tuple[str, ...]]


@lru_cache(maxsize=512)
def find_qualifiers(text: str, language: str) -> tuple[QualifierMention, ...]:
    """Return the narrowing words of a text in order; of two at one place the longer."""
    lexicon = _lexicon(language)
    return tuple(
        QualifierMention(match.start(), match.end(), _tags(match.group().lower(), lexicon))
        for match in lexicon.pattern.finditer(text)
    )


def _tags(found: str, lexicon: _Lexicon) -> tuple[str, ...]:
    if found in lexicon.whole:
        return lexicon.whole[found]
    for table, fits in ((lexicon.prefixes, found.startswith), (lexicon.suffixes, found.endswith)):
        longest = max((part for part in table if fits(part)), key=len, default="")
        if longest:
            return table[longest]
    return ()


@cache
def _lexicon(language: str) -> _Lexicon:
    tags: dict[str, tuple[str, ...]] = {}
    for row in qualifiers().values():
        for word in row.words(language):
            tags[word] = (*tags.get(word, ()), *row.tags)
    any_of = "|".join(_form(word) for word in sorted(tags, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)
    return _Lexicon(
        pattern=pattern,
        whole={word: tags[word] for word in tags if "*" not in word},
        prefixes={word[:-1]: tags[word] for word in tags if word.endswith("*")},
        suffixes={word[1:]: tags[word] for word in tags if word.startswith("*")},
    )


def _form(word: str) -> str:
    escaped = re.escape(word.strip("*"))
    if word.startswith("*"):
        return rf"[\w-]+{escaped}"
    return escaped + (_TAIL if word.endswith("*") else "")
