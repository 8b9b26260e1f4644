"""FC202: two durations of one thing exclude each other."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Aspect, Rule, Severity, Verdict

RULE = Rule(
    "FC202",
    "duration-conflict",
    Severity.ERROR,
    "Two articles give one thing different lengths of time that exclude each other.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when both sides give a duration and the two are disjoint."""
    return outcome.exclusion if outcome.left.claim.aspect is Aspect.DURATION else None
