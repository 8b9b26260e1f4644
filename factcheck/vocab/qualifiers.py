"""Finds the words that narrow a figure, from qualifiers.toml.

The forms stand by their first letters and are tried where a word begins: one pattern of a
thousand forms would take longer to compile than an article to read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.tables.qualifiers import qualifiers

_WORD = re.compile(r"[\w-]+")
_START = 2  # letters by which a form is found

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualifierMention:
    """Words that narrow a figure, and "set:member" of what they say."""

    start: int
    end: int
    tags: Tags


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Forms by first letters, the longest first; an open one may go on to the word's end."""

    forms: dict[str, list[tuple[str, bool, Tags]]]
    endings: dict[str, Tags]
    tails: tuple[str, ...]  # the endings

    def at(self, text: str, word: re.Match[str]) -> tuple[int, Tags] | None:
        """Return the end and the tags of the form that begins with a word."""
        start = word.start()
        for form, is_open, tags in self.forms.get(text[start : start + _START], ()):
            if text.startswith(form, start):
                end = start + len(form)
                tail = _WORD.match(text, end)
                if tail is None or is_open:
                    return tail.end() if tail else end, tags
        written = word.group()
        if not written.endswith(self.tails):
            return None
        fitting = (tail for tail in self.tails if written.endswith(tail) and written != tail)
        longest = max(fitting, key=len, default="")
        return (word.end(), self.endings[longest]) if longest else None


@lru_cache(maxsize=512)
def find_qualifiers(text: str, language: str) -> tuple[QualifierMention, ...]:
    """Return the narrowing words of a text in order; of two at one place the longer."""
    lower = text.lower()
    return tuple(_mentions(lower if len(lower) == len(text) else text, language))


@lru_cache(maxsize=65536)
def qualifiers_of_word(word: str, language: str) -> Tags:
    """Return the tags of a single word in lower case; none where only a part of it narrows."""
    found = find_qualifiers(word, language)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(word))
    return found[0].tags if whole else ()


def _mentions(text: str, language: str) -> Iterator[QualifierMention]:
    lexicon = _lexicon(language)
    behind = 0
    for word in _WORD.finditer(text):
        if word.start() < behind or not _may_narrow(word.group(), language):
            continue
        found = lexicon.at(text, word)
        if found:
            behind, tags = found
            yield QualifierMention(word.start(), behind, tags)


@lru_cache(maxsize=20_000)
def _may_narrow(word: str, language: str) -> bool:
    """Say whether a form can begin with the word, or the word ends in one: most words cannot."""
    lexicon = _lexicon(language)
    if len(word) < _START or word.endswith(lexicon.tails):
        return True
    forms = lexicon.forms.get(word[:_START], ())
    return any(word.startswith(form) or form.startswith(word) for form, _, _ in forms)


@cache
def _lexicon(language: str) -> _Lexicon:
    tags: dict[str, Tags] = {}
    for row in qualifiers().values():
        for word in row.words(language):
            tags[word] = (*tags.get(word, ()), *row.tags)
    forms: dict[str, list[tuple[str, bool, Tags]]] = defaultdict(list)
    for word in sorted(tags):  # "form" before "form*"
        if not word.startswith("*"):
            form = word.removesuffix("*")
            forms[form[:_START]].append((form, form != word, tags[word]))
    for same in forms.values():
        same.sort(key=lambda found: -len(found[0]))
    endings = {word[1:]: tags[word] for word in tags if word.startswith("*")}
    return _Lexicon(dict(forms), endings, tuple(endings))
