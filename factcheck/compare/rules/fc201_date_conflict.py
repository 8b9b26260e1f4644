"""FC201: two dates for one event exclude each other."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Aspect, Rule, Severity, Verdict

RULE = Rule(
    "FC201",
    "date-conflict",
    Severity.ERROR,
    "Two articles date the same event differently, and the dates do not overlap.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when both sides date one event and the dates are disjoint."""
    return outcome.exclusion if outcome.left.claim.aspect is Aspect.DATE else None
