"""Runs the rules FC4xx that need no second source over one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.compare.arithmetic.line import Line, lines_of
from factcheck.compare.arithmetic.passage import Clash, Passage, passages
from factcheck.compare.arithmetic.reading import Reading
from factcheck.compare.rules import (
    fc401_total_mismatch,
    fc402_growth_mismatch,
    fc404_part_exceeds_whole,
    fc405_weekday_mismatch,
    fc406_streak_mismatch,
    fc407_shares_mismatch,
    fc408_age_mismatch,
    fc409_span_mismatch,
    fc410_share_mismatch,
    fc411_average_mismatch,
)
from factcheck.model import (
    Claim,
    Document,
    Finding,
    FindingClaim,
    Rule,
    Severity,
    Verdict,
)
from factcheck.tables.catalogue import catalogue

Check = Callable[[Passage], Iterator[Clash]]

_RULES: tuple[tuple[Rule, Check], ...] = tuple(
    (module.RULE, module.check)
    for module in (
        fc401_total_mismatch,
        fc402_growth_mismatch,
        fc404_part_exceeds_whole,
        fc405_weekday_mismatch,
        fc406_streak_mismatch,
        fc407_shares_mismatch,
        fc408_age_mismatch,
        fc409_span_mismatch,
        fc410_share_mismatch,
        fc411_average_mismatch,
    )
)
_WITHOUT_FIGURES = tuple(
    (module.RULE, module.check) for module in (fc406_streak_mismatch, fc409_span_mismatch)
)
_SEVERITIES = {Verdict.CONTRADICTION: Severity.ERROR, Verdict.DISCREPANCY: Severity.WARNING}


def check_document(
    document: Document, claims: Sequence[Claim], language: str, reading: Reading
) -> list[Finding]:
    """Return the findings that one article's own figures and dates give."""
    lines = lines_of(document, claims, reading)
    return [_finding(rule, clash, language) for rule, clash in _clashes(lines)]


def _clashes(lines: Sequence[Line]) -> Iterator[tuple[Rule, Clash]]:
    for passage in passages(lines):
        for rule, check in _RULES if passage.line.figures else _WITHOUT_FIGURES:
            for clash in check(passage):
                yield rule, clash


def _finding(rule: Rule, clash: Clash, language: str) -> Finding:
    words = catalogue(language)
    hint = words.text(clash.hint, **clash.values(language)) if clash.hint else ""
    return Finding(
        rule=rule.id,
        name=rule.name,
        verdict=clash.verdict,
        severity=_SEVERITIES[clash.verdict],
        confidence=clash.confidence,
        kind=clash.kind,
        message=words.text(clash.message or rule.id, hint=hint, **clash.values(language)),
        claims=tuple(FindingClaim(role, claim) for role, claim in clash.claims),
        proposed_by=("arithmetic",),
    )
