"""What a language's clause rules need besides the tags: word lists and maps of clauses.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A list of words, or words with what each stands for."""

    id: str
    words: tuple[str, ...] = ()
    map: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ClauseWords:
    """The rows of one language, words as sets."""

    language: str
    sets: Mapping[str, frozenset[str]]
    maps: Mapping[str, Mapping[str, str]]

    def has(self, row: str, word: str) -> bool:
        """Say whether the row lists the (lower-case) word."""
        return word in self.sets[row]

    def kind_of_tag(self, tag: str) -> str:
        """Return the word class of a tag by the longest beginning that the table has."""
        return _kind_of_tag(self.language, tag)


_REQUIRED = ("tags", "kinds", "auxiliary", "modal", "case", "negation", "by", "and", "possessive")


@cache
def clause_words(language: str) -> ClauseWords:
    """Return the clause words of a language; TableError names the file and the missing row."""
    path = Path(__file__).parent / language / "clauses.toml"
    rows = load_rows(path, ClauseRow)
    missing = [name for name in _REQUIRED if name not in rows]
    if missing:
        raise TableError(f"{path}: no table [{missing[0]}]")
    return ClauseWords(
        language,
        {row.id: frozenset(row.words) for row in rows.values()},
        {row.id: row.map for row in rows.values()},
    )


@cache
def _kind_of_tag(language: str, tag: str) -> str:
    tags = clause_words(language).maps["tags"]
    for end in range(len(tag), 0, -1):
        if tag[:end] in tags:
            return tags[tag[:end]]
    return "other"
