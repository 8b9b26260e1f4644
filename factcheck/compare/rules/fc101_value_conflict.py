"""FC101: two figures for one measurand exclude each other."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, Severity, Verdict

RULE = Rule(
    "FC101",
    "value-conflict",
    Severity.ERROR,
    "Two figures for the same thing, metric and period exclude each other: "
    "no value lies within what both of them can mean.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when the two intervals are disjoint; weaker between named sources."""
    return outcome.exclusion
