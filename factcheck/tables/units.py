"""The rows of units.toml: units, currencies and counted nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows

_FILE = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. A value in base units is `written * factor + offset`."""

    id: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    unit: str = ""  # what Quantity.unit says instead of the id
    scaled_as: str = ""  # the unit that its word means after a scale word ("Millionen Pfund")
    noun: str = ""  # canonical counted noun
    symbols: tuple[str, ...] = ()  # the same in every language, case-sensitive
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    de_adjectives: tuple[str, ...] = ()  # ends of adjectives ("jährig"), without inflection
    de_links: tuple[str, ...] = ()  # forms inside a compound ("Fünfjahresvertrag")
    de_before: tuple[str, ...] = ()  # words before the number that stand for the unit ("Tempo 30")
    de_ranges: tuple[str, ...] = ()  # nouns for a span of the unit ("Prozentbereich")
    compact: bool = True  # symbols may stand without a space after a digit
    scales: bool = True  # may follow a scale word
    only_after: tuple[str, ...] = ()  # its words that before a number mean something else ("won")

    @property
    def code(self) -> str:
        """Return what Quantity.unit says: the currency code, "count", or the row's id."""
        if self.dimension == "count":
            return "count"
        return self.unit or self.id

    def words(self, language: str) -> tuple[str, ...]:
        """Return the unit's words in a language; empty for a language that has none."""
        found: tuple[str, ...] = getattr(self, language, ())
        return found

    def words_before(self, language: str) -> tuple[str, ...]:
        """Return the words before a number that stand for the unit in a language."""
        found: tuple[str, ...] = getattr(self, f"{language}_before", ())
        return found


@cache
def units() -> dict[str, Unit]:
    """Return all units by id; TableError names a wrong row."""
    return load_rows(_FILE, Unit)
