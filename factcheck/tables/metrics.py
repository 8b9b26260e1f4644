"""Typed rows of metrics.toml: what can be measured, and how each measurand behaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from factcheck.errors import TableError
from factcheck.rows import load_rows

PATH = Path(__file__).with_name("metrics.toml")


@dataclass(frozen=True, slots=True)
class Metric:
    """One measurand. The head of metrics.toml says what each field means and how words match."""

    id: str
    dimensions: tuple[str, ...]
    volatility_days: int
    de: tuple[str, ...]
    en: tuple[str, ...]
    verbs_de: tuple[str, ...] = ()
    verbs_en: tuple[str, ...] = ()
    participles_de: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    aspect: str = "level"
    flow: bool = False
    additive: bool = False
    needs_period: bool = False
    weak: bool = False
    strict: bool = False
    surveyed: bool = False
    if_possible: str = ""
    borne: tuple[str, ...] = ()
    rate_of: tuple[str, ...] = ()
    is_a: str = ""
    of: str = ""
    per: str = ""

    def words(self, language: str) -> tuple[str, ...]:
        """Return the metric's nouns and phrases in "de" or "en"."""
        return tuple(getattr(self, language))

    def verbs(self, language: str) -> tuple[str, ...]:
        """Return the verbs that by themselves name the metric, in "de" or "en"."""
        return tuple(getattr(self, f"verbs_{language}"))


@cache
def metrics() -> Mapping[str, Metric]:
    """Return all rows by id; TableError names the row whose `is_a` leads nowhere."""
    rows = load_rows(PATH, Metric)
    for row in rows.values():
        if row.is_a and row.is_a not in rows:
            raise TableError(f"{PATH}: [{row.id}]: is_a = {row.is_a!r} names no metric")
    return rows


def ancestors(metric_id: str) -> tuple[str, ...]:
    """Return the metric and the ever more general ones it is a kind of; unknown ids alone."""
    chain = [metric_id]
    row = metrics().get(metric_id)
    while row is not None and row.is_a and row.is_a not in chain:
        chain.append(row.is_a)
        row = metrics()[row.is_a]
    return tuple(chain)


@lru_cache(maxsize=4096)
def related(left: str, right: str) -> bool:
    """Say whether one of two metrics is the other or a special case of it."""
    return left in ancestors(right) or right in ancestors(left)
