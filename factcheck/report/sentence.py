"""A claim's sentence cut into runs: around the quote, inside it, and the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Span
from factcheck.report.escape import visible

CONTEXT = 130  # characters of the sentence shown on either side of the quote
LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's sentence: outside the quote, inside it, or a differing word of it."""

    text: str
    quoted: bool = False
    differs: bool = False


def pieces(claim: Claim, marks: tuple[Span, ...] = ()) -> tuple[Piece, ...]:
    """Return the claim's sentence around its quote, made safe to show, in runs.

    `marks` are spans of the quote. Long sentences are cut to what stands near the quote.
    """
    before, after = _around(claim)
    inside = _marked(claim.quote[:LONGEST_QUOTE], marks)
    if len(claim.quote) > LONGEST_QUOTE:
        after = "…"
    runs = (Piece(before), *inside, Piece(after))
    return tuple(Piece(visible(run.text), run.quoted, run.differs) for run in runs if run.text)


def all_in_one(claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """Return the one sentence that holds all the claims, their quotes marked; else nothing."""
    first = claims[0]
    same = {(claim.document, claim.sentence_start) for claim in claims}
    if len(same) > 1 or len(first.sentence) > LONGEST_QUOTE:
        return ()
    runs: list[Piece] = []
    done = 0
    for start, end in sorted(
        {(c.start - c.sentence_start, c.end - c.sentence_start) for c in claims}
    ):
        if not done <= start < end <= len(first.sentence):
            return ()
        runs += [Piece(first.sentence[done:start]), Piece(first.sentence[start:end], True, True)]
        done = end
    runs.append(Piece(first.sentence[done:]))
    return tuple(Piece(visible(r.text), r.quoted, r.differs) for r in runs if r.text)


def _around(claim: Claim) -> tuple[str, str]:
    start = claim.start - claim.sentence_start
    end = start + len(claim.quote)
    if start < 0 or claim.sentence[start:end] != claim.quote:
        return "", ""
    before, after = (
        claim.sentence[max(0, start - CONTEXT) : start],
        claim.sentence[end : end + CONTEXT],
    )
    if start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    if end + CONTEXT < len(claim.sentence):
        after = after.rpartition(" ")[0] + " …"
    return before.lstrip(), after.rstrip()


def _marked(quote: str, marks: tuple[Span, ...]) -> list[Piece]:
    runs: list[Piece] = []
    done = 0
    for span in marks:
        runs.append(Piece(quote[done : span.start], quoted=True))
        runs.append(Piece(quote[span.start : span.end], quoted=True, differs=True))
        done = span.end
    return [*runs, Piece(quote[done:], quoted=True)]
