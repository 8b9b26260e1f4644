"""Turns the sentences of one document into claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim, Document, Sentence


def extract_document(document: Document, sentences: Sequence[Sentence]) -> list[Claim]:
    """Return the document's claims, in the order of their places."""
    from factcheck.extract import numeric, relational
    from factcheck.extract.assemble import contexts_of

    contexts = contexts_of(document, sentences)
    relations = [claim for context in contexts for claim in relational.find(context)]
    claims: list[Claim] = [*numeric.claims_of(contexts), *relations]
    claims = [_as_written(document, claim) for claim in claims]
    return sorted(claims, key=lambda claim: (claim.start, claim.end, type(claim).__name__))


def _as_written(document: Document, claim: Claim) -> Claim:
    """Quote the document itself: a sentence shows line breaks, markup and controls as spaces."""
    written = document.text[claim.start : claim.end]
    return claim if claim.quote == written else replace(claim, quote=written)
