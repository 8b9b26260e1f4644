"""Compares two sentences of different languages by what they mean, their figures left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from factcheck.compare.measurand import Said, identified

Encode = Callable[[Sequence[str]], Any]  # texts -> one unit vector a text
_DIGITS = re.compile(r"\d[\d.,]*")
_LONGEST = 300  # letters of a sentence that are read
_STEPS = (
    ("near_85", 0.85),
    ("near_75", 0.75),
    ("near_65", 0.65),
    ("near_55", 0.55),
    ("near_45", 0.45),
)


class Meaning:
    """Cosines of masked sentences; each sentence is encoded once, when first asked for."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._vectors: dict[str, Any] = {}

    def level(self, left: Said, right: Said) -> str:
        """Return the step that the cosine reaches.

        "same_language" when words can be compared, "identified" when they need not be.
        """
        if left.claim.language == right.claim.language:
            return "same_language"
        if identified(left, right):
            return "identified"
        cosine = float(self._vector(left) @ self._vector(right))
        for name, floor in _STEPS:
            if cosine >= floor:
                return name
        return "far"

    def _vector(self, said: Said) -> Any:
        text = masked(said)
        if text not in self._vectors:
            self._vectors[text] = self._encode([text])[0]
        return self._vectors[text]


def masked(said: Said) -> str:
    """Return the claim's sentence without its figure and without digits."""
    claim = said.claim
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    text = f"{claim.sentence[:start]} {claim.sentence[end:]}"
    return " ".join(_DIGITS.sub(" ", text).split())[:_LONGEST]
