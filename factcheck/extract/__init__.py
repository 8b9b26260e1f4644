"""Turns the sentences of one document into claims."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Document, Sentence


def extract_document(document: Document, sentences: Sequence[Sentence]) -> list[Claim]:
    """Return the document's claims, in the order of their places."""
    from factcheck.extract import numeric, relational
    from factcheck.extract.assemble import contexts_of

    claims: list[Claim] = []
    for context in contexts_of(document, sentences):
        claims += numeric.find(context)
        claims += relational.find(context)
    return sorted(claims, key=lambda claim: (claim.start, claim.end, type(claim).__name__))
