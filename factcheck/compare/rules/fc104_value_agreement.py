"""FC104: two articles give the same figure."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, Severity, Verdict

RULE = Rule(
    "FC104",
    "value-agreement",
    Severity.NOTE,
    "Two articles give the same figure, or one gives it more coarsely: corroboration.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when the values agree."""
    agrees = outcome.value.verdict is Verdict.AGREEMENT
    return Verdict.AGREEMENT if agrees else None
