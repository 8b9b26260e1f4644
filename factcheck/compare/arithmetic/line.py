"""One sentence with all its amounts and times, also those that are no claims by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.compare.arithmetic.reading import Reading
from factcheck.lang.arithmetic import cue
from factcheck.model import (
    Aspect,
    Claim,
    Document,
    NumericClaim,
    Period,
    PeriodMention,
    Quantity,
    Resolution,
    Sentence,
)

_REACH = 12  # letters before an amount where "nicht" denies the amount itself
_DIGIT = re.compile(r"\d")
_UNSTATED = Period(None, None, "", Resolution.UNKNOWN)


@dataclass(frozen=True)
class Line:
    """One sentence; offsets count in the document's text, as in its claims."""

    document: Document
    sentence: Sentence
    claims: tuple[NumericClaim, ...]
    reading: Reading

    @property
    def language(self) -> str:
        """Return the sentence's language."""
        return self.sentence.language

    @cached_property
    def figures(self) -> bool:
        """Say whether the sentence claims an amount or holds a digit."""
        return bool(self.claims) or _DIGIT.search(self.sentence.text) is not None

    @cached_property
    def amounts(self) -> tuple[NumericClaim, ...]:
        """Return the amounts in order: what the article claims, and bare numbers beside it."""
        if not self.figures:
            return ()
        claimed = {(claim.start, claim.end): claim for claim in self.claims}
        found = []
        dates = [(period.start, period.end) for period in self.periods]
        for mention in self.reading.amounts(self.sentence.text, self.language, dates):
            start, end = self.sentence.start + mention.start, self.sentence.start + mention.end
            claim = claimed.get((start, end)) or self.claim(start, end, mention.quantity)
            denied = claim.negated and self.says("denied", self.text(start - _REACH, start))
            if not denied and claim.quantity.dimension != "date":
                found.append(claim)
        return tuple(found)

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        """Return the times that the sentence names; offsets count in the sentence."""
        day = self.document.published
        return tuple(self.reading.periods(self.sentence.text, self.language, day))

    def text(self, start: int | None = None, end: int | None = None) -> str:
        """Return the sentence, or what stands between two offsets of the document."""
        low = 0 if start is None else max(start - self.sentence.start, 0)
        return self.sentence.text[low : None if end is None else max(end - self.sentence.start, 0)]

    def says(self, row: str, text: str | None = None) -> bool:
        """Say whether a text, by default the sentence, holds a word of a row."""
        return cue(row, self.language).search(self.text() if text is None else text) is not None

    def unread(self, start: int, end: int) -> bool:
        """Say whether a stretch holds digits that are no known amount or time."""
        spans = [(c.start, c.end) for c in self.amounts]
        offset = self.sentence.start
        spans += [(offset + p.start, offset + p.end) for p in self.periods]
        digits = (start + match.start() for match in _DIGIT.finditer(self.text(start, end)))
        return any(not any(a <= digit < b for a, b in spans) for digit in digits)

    def thing(self, claim: NumericClaim) -> str:
        """Return what a count is of: its noun, or the word that seems to name it, or ""."""
        quantity = claim.quantity
        if quantity.noun or quantity.dimension not in ("count", "number"):
            return quantity.noun
        rest = self.text(claim.end)
        if cue("part_so_far", self.language).match(rest.lstrip()):
            return ""  # "61 davon sind": of what the amount before counts
        cuts = (cue(row, self.language).search(rest) for row in ("separator", "place"))
        end = min((cut.start() for cut in cuts if cut), default=len(rest))
        words = (word.strip(".!()") for word in rest[:end].split())
        return next((word.lower() for word in words if self._is_thing(word)), "")

    def _is_thing(self, word: str) -> bool:
        return word[:1].isupper() if self.language == "de" else word.endswith("s")

    def claim(self, start: int, end: int, quantity: Quantity, text: str = "") -> NumericClaim:
        """Return a claim for a place of the sentence that is none by itself."""
        return NumericClaim(
            document=self.document.id,
            start=start,
            end=end,
            quote=self.document.text[start:end],
            sentence=self.sentence.text,
            sentence_start=self.sentence.start,
            subject=None,
            period=_UNSTATED,
            language=self.language,
            kind=self.sentence.kind,
            metric="",
            metric_text=text,
            aspect=Aspect.DATE if quantity.dimension == "date" else Aspect.COUNT,
            quantity=quantity,
        )


def lines_of(document: Document, claims: Sequence[Claim], reading: Reading) -> list[Line]:
    """Return the article's sentences, each with the figures claimed in it; questions left out."""
    figures: dict[int, list[NumericClaim]] = {}
    for claim in claims:
        if isinstance(claim, NumericClaim):
            figures.setdefault(claim.sentence_start, []).append(claim)
    return [
        Line(document, sentence, tuple(figures.get(sentence.start, ())), reading)
        for sentence in reading.sentences(document)
        if not sentence.question
    ]
