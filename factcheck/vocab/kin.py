"""Which entities can stand for each other: a product for its company, a town for its state."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.model import Entity
from factcheck.vocab.entities import Lexicon, lexicon

_DEEPEST = 8  # town, district, state, country, continent: more is a circle in the table


def lies_in(inner: Entity, outer: Entity) -> bool:
    """Say whether the tables know that one place lies in the other."""
    return outer.id in _above(lexicon("de"), inner.id, "within")


def product_of(product: Entity, company: Entity) -> bool:
    """Say whether the tables know that the company makes the product or owns the brand."""
    return product.kind == "product" and company.id in _above(lexicon("de"), product.id, "owner")


def office_of(office: Entity, body: Entity) -> bool:
    """Say whether the tables know that the country or body has the office."""
    return office.kind == "office" and body.id in _above(lexicon("de"), office.id, "owner")


@lru_cache(maxsize=16384)
def _above(words: Lexicon, entity_id: str, key: str) -> tuple[str, ...]:
    return tuple(_climb(words, entity_id, key))


def _climb(words: Lexicon, entity_id: str, key: str) -> Iterator[str]:
    for _ in range(_DEEPEST):
        row = words.rows.get(entity_id)
        entity_id = getattr(row, key) if row is not None else ""
        if not entity_id:
            return
        yield entity_id
