"""Sentences about a run, for standard error and for what a report could not read."""

from __future__ import annotations

from typing import Any

from factcheck.tables.catalogue import catalogue


class Notice(str):
    """A sentence of the catalogue (`notice_...`): English as it is, other languages by `told`.

    Values that are notices themselves are told in the same language; whole numbers get its marks.
    """

    __slots__ = ("key", "values")
    key: str
    values: dict[str, Any]

    def __new__(cls, key: str, /, **values: Any) -> Notice:
        """Return the notice of a key; KeyError where the catalogue has none."""
        self = super().__new__(cls, _told(key, values, "en"))
        self.key, self.values = key, values
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a process beside this one makes the same notice."""
        return _made, (self.key, self.values)


def told(text: str, language: str) -> str:
    """Return a notice in "de" or "en"; any other text is as it is in every language."""
    return _told(text.key, text.values, language) if isinstance(text, Notice) else str(text)


def _told(key: str, values: dict[str, Any], language: str) -> str:
    shown = {name: _shown(value, language) for name, value in values.items()}
    return catalogue(language).text(f"notice_{key}", **shown)


def _shown(value: object, language: str) -> str:
    if isinstance(value, int):
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if language == "de" else grouped
    return told(str(value) if not isinstance(value, str) else value, language)


def _made(key: str, values: dict[str, Any]) -> Notice:
    return Notice(key, **values)
