"""Shares the comparing of many claims out to processes: each part's claims go to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from factcheck import processes
from factcheck.keys import shares
from factcheck.model import Claim, Document, Finding

Placed = tuple[Finding, Sequence[int]]  # and where its claims stand among those of the part


def compare(
    function: str,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    how: tuple[Any, ...],
    count: int,
) -> list[Finding]:
    """Return the findings between claims, from `count` processes.

    `function` ("module:name") is called with the claims of a part, their documents and `how`, and
    returns each finding with the places of its claims. OSError where no process can start or one
    ends too early.
    """
    parts = [tuple(claims[position] for position in part) for part in shares(claims)]
    batches = ((part, _named_in(part, documents), *how) for part in parts)
    answers = processes.run(function, batches, count)
    return [
        _about(finding, part, places)
        for part, found in zip(parts, answers, strict=True)
        for finding, places in found
    ]


def _named_in(claims: Iterable[Claim], documents: Iterable[Document]) -> tuple[Document, ...]:
    ids = {claim.document for claim in claims}
    return tuple(document for document in documents if document.id in ids)


def _about(finding: Finding, claims: Sequence[Claim], places: Sequence[int]) -> Finding:
    """Return the finding about the caller's own claims, of which the process had copies."""
    members = zip(finding.claims, places, strict=True)
    return replace(finding, claims=tuple(replace(m, claim=claims[n]) for m, n in members))
