"""What stands on a page and is no part of the article, as each language's boilerplate.toml says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.errors import TableError
from factcheck.lang.base import languages, load_words, word_file

SCOPES = ("paragraph", "sentence", "prefix", "tail")


@dataclass(frozen=True, slots=True)
class BoilerplateRow:
    """One pattern; see the head of lang/de/boilerplate.toml for the keys."""

    id: str
    pattern: str
    scope: str
    hints: tuple[str, ...]
    example: str
    keep: str
    longest: int = 400


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A compiled row."""

    row: BoilerplateRow
    pattern: re.Pattern[str]

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """Return the match in a text that is short enough and holds one of the hints."""
        if self.row.scope != "prefix" and len(text) > self.row.longest:
            return None
        for hint in self.row.hints:
            if hint in lowered:
                return self.pattern.search(text)
        return None


@cache
def boilerplate() -> dict[str, tuple[Boilerplate, ...]]:
    """Return the rows of all languages by scope: a page's frame need not be in its language."""
    by_scope: dict[str, list[Boilerplate]] = {scope: [] for scope in SCOPES}
    for language in languages():
        for row in load_words(language, "boilerplate", BoilerplateRow).values():
            if row.scope not in by_scope:
                path = word_file(language, "boilerplate")
                raise TableError(
                    f"{path}: [{row.id}]: scope = {row.scope!r} is not one of {SCOPES}"
                )
            pattern = re.compile(row.pattern, re.IGNORECASE)
            by_scope[row.scope].append(Boilerplate(row, pattern))
    return {scope: tuple(rows) for scope, rows in by_scope.items()}
