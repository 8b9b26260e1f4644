"""Bodies whose name says what they are for: "Bundesamt für Strahlenschutz"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.lang.entities import words_of
from factcheck.model import Entity, EntityMention
from factcheck.vocab.listed import key

_LINKS = {"de": "für", "en": "(?:of|for)(?: the)?"}
_AND = {"de": "(?:, | und | und der )", "en": "(?:, | and |, and )"}
_NAME = r"[^\W\d_a-zäöüß][\w-]{2,40}"


def find_bodies(text: str, language: str, named: Sequence[EntityMention]) -> list[EntityMention]:
    """Return the bodies of a sentence that no known name overlaps."""
    return [
        EntityMention(match.start(), match.end(), match.group(), _entity(match), "text")
        for match in _pattern(language).finditer(text)
        if not any(m.start < match.end() and match.start() < m.end for m in named)
    ]


def _entity(match: re.Match[str]) -> Entity:
    name = f"{match['sort']} {match['rest']}"
    return Entity(f"text:{key(name)}", name, "institution")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    sorts = "|".join(sorted(words_of(language, "institution_word"), key=len, reverse=True))
    rest = f"{_LINKS[language]} {_NAME}(?:{_AND[language]}{_NAME}){{0,2}}"
    return re.compile(rf"\b(?P<sort>{sorts})(?:e?s)? (?P<rest>{rest})")
