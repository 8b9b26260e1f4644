"""Arithmetic inside one article: rules FC4xx that need no second source."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.arithmetic.passage import Clash, passages
from factcheck.compare.rules import (
    fc401_total_mismatch,
    fc402_growth_mismatch,
    fc404_part_exceeds_whole,
    fc405_weekday_mismatch,
)
from factcheck.model import (
    Claim,
    Document,
    Finding,
    FindingClaim,
    NumericClaim,
    Rule,
    Severity,
    Verdict,
)
from factcheck.tables.catalogue import catalogue

_BY_PASSAGE = (
    fc401_total_mismatch,
    fc402_growth_mismatch,
    fc404_part_exceeds_whole,
)


def check_document(document: Document, claims: Sequence[Claim], language: str) -> list[Finding]:
    """Return the findings that one article's own figures and dates give."""
    numbers = [claim for claim in claims if isinstance(claim, NumericClaim)]
    found = [
        (rule.RULE, clash)
        for passage in passages(document, numbers)
        for rule in _BY_PASSAGE
        for clash in rule.check(passage)
    ]
    found += [
        (fc405_weekday_mismatch.RULE, clash)
        for clash in fc405_weekday_mismatch.check(document, claims)
    ]
    return [_finding(rule, clash, language) for rule, clash in found]


def _finding(rule: Rule, clash: Clash, language: str) -> Finding:
    return Finding(
        rule=rule.id,
        name=rule.name,
        verdict=Verdict.CONTRADICTION,
        severity=Severity.ERROR,
        confidence=clash.confidence,
        kind="date" if rule.id == "FC405" else "arithmetic",
        message=catalogue(language).text(rule.id, **clash.values(language)),
        claims=tuple(FindingClaim(role, claim) for role, claim in clash.claims),
        proposed_by=("arithmetic",),
    )
