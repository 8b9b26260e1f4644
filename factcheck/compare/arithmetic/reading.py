"""What the arithmetic rules ask of the stages before them; the pipeline hands it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model import Document, PeriodMention, QuantityMention, Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads a document's sentences, and the amounts and times of a text.

    `sentences` leaves out advertising; `amounts` takes a text, its language and the places of its
    dates, `periods` a text, its language and the day of publication. Offsets of mentions count in
    the text given.
    """

    sentences: Callable[[Document], Sequence[Sentence]]
    amounts: Callable[[str, str, Sequence[tuple[int, int]]], Sequence[QuantityMention]]
    periods: Callable[[str, str, date | None], Sequence[PeriodMention]]
