"""The catalogue of what findings say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class Message:
    """One message in each language of the report."""

    id: str
    de: str
    en: str


@cache
def _messages() -> dict[str, Message]:
    return load_rows(Path(__file__).with_name("messages.toml"), Message)


def message(key: str, language: str, **values: object) -> str:
    """Return a message with its values filled in; KeyError for an unknown key."""
    row = _messages()[key]
    return (row.de if language == "de" else row.en).format(**values)
