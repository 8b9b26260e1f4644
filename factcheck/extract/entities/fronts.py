"""Unknown firms at the front of a compound that only firms have ("Polestar-Aktie")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.entities.memory import Memory
from factcheck.extract.entities.nouns import class_noun, is_role, is_sector
from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_known, is_name
from factcheck.lang.entities import words_of
from factcheck.model import Entity, EntityMention
from factcheck.vocab.listed import key, listed

_SHORTEST = 4


def firms_in_front(scan: Scan) -> dict[str, str]:
    """Return the unknown fronts of a sentence's compounds, each with the kind company."""
    return {front: "company" for _, front in _fronts(scan)}


def find_fronts(scan: Scan, named: Sequence[EntityMention], memory: Memory) -> list[EntityMention]:
    """Return the mentions of firms at the front of compounds; the span is the front."""
    found = []
    for start, front in _fronts(scan):
        end = start + len(front)
        if any(m.start < end and start < m.end for m in named):
            continue
        known = memory.short_for(front) or listed(front)
        entity = known or Entity(f"text:{key(front)}", front, "company")
        found.append(EntityMention(start, end, front, entity, "compound" if known else "text"))
    return found


def _fronts(scan: Scan) -> Iterator[tuple[int, str]]:
    heads = words_of(scan.language, "company_head")
    for word in scan.words:
        front, _, head = word.text.rpartition("-")
        if head in heads and _may_be_firm(front, scan.language):
            yield word.start, front


def _may_be_firm(front: str, language: str) -> bool:
    if len(front) < _SHORTEST or not front[0].isupper() or not front.isalpha():
        return False
    if is_sector(front, language) or class_noun(front, language) or is_role(front, language):
        return False
    if front in words_of(language, "not_name"):
        return False
    return not is_known(front, language) or is_name(front, language)
