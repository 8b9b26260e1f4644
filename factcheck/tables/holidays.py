"""Named days of the year and how each is computed, from holidays.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True, eq=False)
class Holiday:
    """A named day, or run of `days` days, that returns each year.

    `rule` says how it is computed: fixed (month, day), weekday (the `nth` `weekday` of a month,
    -1 the last), easter and orthodox (Easter Sunday), advent (its fourth Sunday), solar (the sun
    reaches `degrees`), hebrew (month and day, from the evening before), islamic and chinese
    (month and day), hindu (lunar month, and lunar day at a `moment` of the day), parsi (new
    year). `offset` shifts the result by days, `observed` by days per ISO weekday that it falls
    on. A `weak` name needs a neighbour that makes it a time.
    """

    id: str
    rule: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    offset: int = 0
    days: int = 1
    degrees: float = 0.0
    moment: str = "sunrise"
    observed: Mapping[str, int] = field(default_factory=dict)
    weak: bool = False

    def names(self, language: str) -> tuple[str, ...]:
        """Return its names in a language, with those that every language uses."""
        return (*self.words.get(language, ()), *self.words.get("any", ()))


@cache
def holidays() -> Mapping[str, Holiday]:
    """Return every holiday by id; TableError when a row is wrong."""
    return load_rows(Path(__file__).with_name("holidays.toml"), Holiday)
