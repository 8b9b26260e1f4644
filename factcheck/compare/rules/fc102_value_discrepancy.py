"""FC102: two figures for one measurand fit together only in a narrow range, or barely."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, Severity, Verdict

RULE = Rule(
    "FC102",
    "value-discrepancy",
    Severity.WARNING,
    "Two figures for the same thing can both be right, but only if the true value lies where "
    "they overlap, or they are further apart than a coarser statement would be.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when the intervals overlap, yet the stated values differ."""
    return Verdict.DISCREPANCY if outcome.value.name in ("overlap", "inside_far") else None
