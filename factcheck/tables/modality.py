"""Rows of modality.toml: the words that show a modality, and which modalities compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from factcheck.model import Modality
from factcheck.rows import load_rows

Words = Mapping[str, tuple[str, ...]]  # language -> words


@dataclass(frozen=True, slots=True)
class ModalityRow:
    """One modality with its marker words per language."""

    id: str
    modality: str
    negates: bool = False
    earlier: bool = False
    compares: tuple[str, ...] = ()
    modal: Words = field(default_factory=dict)
    control: Words = field(default_factory=dict)
    adverbs: Words = field(default_factory=dict)
    nouns: Words = field(default_factory=dict)


@cache
def modality_rows() -> Mapping[str, ModalityRow]:
    """Return the rows by id; TableError names a wrong one."""
    return load_rows(Path(__file__).with_name("modality.toml"), ModalityRow)


@cache
def comparable(left: Modality, right: Modality) -> bool:
    """Say whether two modalities are weighed against each other at all."""
    rows = modality_rows()
    return right.value in rows[left.value].compares or left.value in rows[right.value].compares


@cache
def earlier_state(modality: Modality) -> bool:
    """Say whether a settled state merely updates a claim of this modality."""
    return modality_rows()[modality.value].earlier
