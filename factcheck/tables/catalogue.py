"""The one catalogue of what reports and findings say, German and English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """One wording in every language of the reports."""

    id: str
    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The wording of one language; an unknown language falls back to English."""

    language: str

    def text(self, message_id: str, **values: object) -> str:
        """Return the message with its placeholders filled; KeyError for an unknown id."""
        return str(getattr(messages()[message_id], self.language)).format(**values)

    def name(self, group: str, key: str) -> str:
        """Return the wording of `group_key`, or the key itself where the catalogue has none."""
        message = messages().get(f"{group}_{key.replace(' ', '_')}")
        return str(getattr(message, self.language)) if message else key

    def share(self, share: float) -> str:
        """Return a share of 0 to 1 in whole percent; what is not certain never reads as 100."""
        return self.text("percent", n=min(round(share * 100), 99) if share < 1 else 100)

    def day(self, day: date) -> str:
        """Return a date as the language's readers write it."""
        if self.language == "de":
            return f"{day.day}.{day.month}.{day.year}"
        return f"{day.day} {self.month(day)}"

    def month(self, day: date) -> str:
        """Return a date's month and year."""
        return f"{self.text('months').split()[day.month - 1]} {day.year}"


def catalogue(language: str) -> Catalogue:
    """Return the catalogue of `language` ("de-AT" is "de"), English where there is none."""
    short = language[:2].lower()
    return Catalogue(short if short in LANGUAGES else "en")


def in_each_language(message_id: str) -> dict[str, str]:
    """Return a message's wording by language, not yet filled; KeyError for an unknown id."""
    return {language: getattr(messages()[message_id], language) for language in LANGUAGES}


@cache
def messages() -> dict[str, Message]:
    """Return every message by its id."""
    files = ("catalogue.toml", "notices.toml", "usage.toml", "rules.toml")
    tables = [load_rows(Path(__file__).with_name(name), Message) for name in files]
    return {key: row for table in tables for key, row in table.items()}
