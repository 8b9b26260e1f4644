"""Compares two sentences of different languages by what they mean, their figures left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from typing import Any

from factcheck.compare.said import Said

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


class NotEncodedError(Exception):
    """A sentence is asked for that will be encoded together with others."""


class Meaning:
    """Cosines of masked sentences; each sentence is encoded once, when first asked for."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._vectors: dict[str, Any] = {}
        self._asked: set[str] | None = None

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Encode nothing inside, where `level` raises NotEncodedError, but all it lacked after it.

        Many at once take a third of the time.
        """
        self._asked = set()
        try:
            yield
        finally:
            asked, self._asked = self._asked, None
        self._read(sorted(asked))

    def level(self, left: Said, right: Said) -> str:
        """Return the step that the cosine reaches; "same_language" when words can be compared."""
        if left.claim.language == right.claim.language:
            return "same_language"
        cosine = self.cosine(masked(left), masked(right))
        for name, floor in _STEPS:
            if cosine >= floor:
                return name
        return "far"

    def cosine(self, left: str, right: str) -> float:
        """Return the cosine, rounded: its last digits depend on what was encoded together."""
        self.read_together({left, right})
        return round(float(self._vectors[left] @ self._vectors[right]), 4)

    def read_together(self, texts: Set[str]) -> None:
        """Encode those of the texts that are not yet; while gathering, only ask for them."""
        unknown = texts - self._vectors.keys()
        if unknown and self._asked is not None:
            self._asked |= unknown
            raise NotEncodedError
        self._read(sorted(unknown))

    def _read(self, texts: Sequence[str]) -> None:
        if texts:
            self._vectors.update(zip(texts, self._encode(texts), strict=True))


def masked(said: Said) -> str:
    """Return the claim's sentence without its figure and without digits."""
    claim = said.claim
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    text = f"{claim.sentence[:start]} {claim.sentence[end:]}"
    return " ".join(_DIGITS.sub(" ", text).split())[:_LONGEST]
