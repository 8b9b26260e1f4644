"""FC406: a number of times in a row does not fit the time since which it is counted."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.arithmetic.passage import Clash, Passage
from factcheck.compare.arithmetic.streaks import Streak, streaks
from factcheck.model import Role, Rule, Severity, Verdict

RULE = Rule(
    "FC406",
    "streak-mismatch",
    Severity.ERROR,
    "A number of months, quarters or years in a row does not fit the time since which the article "
    "counts them.",
)


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for each streak that has more or fewer steps than its time allows."""
    for found in streaks(passage.line):
        if not found.irregular and not found.least <= found.count <= found.most:
            yield _clash(found)


def _clash(found: Streak) -> Clash:
    counts = {"least": str(max(found.least, 1)), "most": str(found.most)}
    one = found.least >= found.most
    return Clash(
        ((Role.PRIMARY, found.counted), (Role.COUNTERPART, found.since)),
        {},
        {"streak": found.counted.quote, "since": found.since.quote, **counts},
        confidence=0.85 if found.sure else 0.7,
        message="FC406_exact" if one else "",
        verdict=Verdict.CONTRADICTION if found.sure else Verdict.DISCREPANCY,
    )
