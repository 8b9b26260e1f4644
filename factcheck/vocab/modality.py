"""Words to modality rows for one language, and one pattern for the adverbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.tables.modality import ModalityRow, modality_rows


@dataclass(frozen=True)
class ModalityWords:
    """Lookups of one language; keys are lower case."""

    modal: Mapping[str, ModalityRow]
    control: Mapping[str, ModalityRow]
    nouns: Mapping[str, ModalityRow]
    adverbs: Mapping[str, ModalityRow]
    adverb_pattern: re.Pattern[str]


@cache
def modality_words(language: str) -> ModalityWords:
    """Return the modality words of a language."""
    rows = list(modality_rows().values())
    adverbs = _lookup((row, row.adverbs.get(language, ())) for row in rows)
    longest_first = sorted(adverbs, key=len, reverse=True)
    return ModalityWords(
        modal=_lookup((row, row.modal.get(language, ())) for row in rows),
        control=_lookup((row, row.control.get(language, ())) for row in rows),
        nouns=_lookup((row, row.nouns.get(language, ())) for row in rows),
        adverbs=adverbs,
        adverb_pattern=re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"),
    )


def _lookup(
    pairs: Iterable[tuple[ModalityRow, tuple[str, ...]]],
) -> dict[str, ModalityRow]:
    return {word.lower(): row for row, words in pairs for word in words}
