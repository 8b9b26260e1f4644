"""FC105: an article gives another figure than its own older version.

No conflict between two articles: where the wording is the same and only the figure is another, the
newer version corrects the older one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.compare import SEVERITIES, kind_of
from factcheck.compare.wording import measurand_name
from factcheck.model import (
    Claim,
    Evidence,
    Finding,
    FindingClaim,
    NumericClaim,
    Role,
    Rule,
    Severity,
    Verdict,
)
from factcheck.tables.catalogue import catalogue
from factcheck.vocab.content import content_words

RULE = Rule(
    "FC105",
    "corrected-value",
    Severity.NOTE,
    "The draft gives another figure than the older version of the same article in the archive.",
)
ALIKE = 0.5  # of the content words that two sentences must share to be versions of one
SURE = 0.95


def check(new: Iterable[Claim], old: Iterable[Claim], language: str) -> list[Finding]:
    """Return a finding for each figure of an article that its older version gives otherwise."""
    pairs = changed(_numbers(new), _numbers(old))
    return [_finding(left, right, language) for left, right in pairs]


def changed(
    new: Sequence[NumericClaim], old: Sequence[NumericClaim]
) -> Iterator[tuple[NumericClaim, NumericClaim]]:
    """Yield the claims that stand in the same words with another figure, each once."""
    new, old = _without(new, old), _without(old, new)
    scored = [
        (-score, a.start, b.start, a, b) for a in new for b in old if (score := _likeness(a, b))
    ]
    taken: set[int] = set()
    for *_, a, b in sorted(scored, key=lambda row: row[:3]):
        if not taken & {id(a), id(b)}:
            taken |= {id(a), id(b)}
            yield a, b


def _numbers(claims: Iterable[Claim]) -> list[NumericClaim]:
    return [claim for claim in claims if isinstance(claim, NumericClaim)]


def _without(claims: Sequence[NumericClaim], others: Sequence[NumericClaim]) -> list[NumericClaim]:
    """Return the claims whose figure the other version does not give for the same thing."""
    said = {(_thing(claim), _figure(claim)) for claim in others}
    return [claim for claim in claims if (_thing(claim), _figure(claim)) not in said]


def _thing(claim: NumericClaim) -> tuple[str, ...]:
    return (claim.metric or claim.metric_text, claim.aspect, claim.quantity.dimension, claim.scope)


def _figure(claim: NumericClaim) -> tuple[float, float, str]:
    return claim.quantity.low, claim.quantity.high, claim.quantity.unit


def _likeness(left: NumericClaim, right: NumericClaim) -> float:
    """Return the share of content words that both sentences have; 0 for two things."""
    if _thing(left) != _thing(right) or _apart(left, right):
        return 0.0
    a = content_words(left.sentence, left.language)
    b = content_words(right.sentence, right.language)
    share = 2 * len(a & b) / ((len(a) + len(b)) or 1)
    return share if share >= ALIKE else 0.0


def _apart(left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether the figures are of two times: the second is no correction of the first.

    What is called the same ("last quarter", or nothing) is the same, whenever the version is of.
    """
    a, b = left.period, right.period
    if a.label == b.label or None in (a.start, a.end, b.start, b.end):
        return False
    return a.end < b.start or b.end < a.start  # type: ignore[operator]  # none is None


def _finding(new: NumericClaim, old: NumericClaim, language: str) -> Finding:
    words = catalogue(language)
    values = {"what": measurand_name(new, old, language), "new": new.quote, "old": old.quote}
    return Finding(
        rule=RULE.id,
        name=RULE.name,
        verdict=Verdict.UPDATE,
        severity=SEVERITIES[Verdict.UPDATE],
        confidence=round(SURE * min(new.confidence, old.confidence), 3),
        kind=kind_of(new),
        message=words.text(RULE.id, **values),
        claims=(FindingClaim(Role.PRIMARY, new), FindingClaim(Role.COUNTERPART, old)),
        evidence=(Evidence("articles", new.document, old.document, "two versions"),),
        proposed_by=("version",),
    )
