"""FC103: the later article can be reporting a later state of the figure."""

from __future__ import annotations

from factcheck.compare.commitment import Standing
from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, Severity, Verdict

RULE = Rule(
    "FC103",
    "value-update",
    Severity.NOTE,
    "The figures differ, but the later article can be reporting a later state: the figure moves "
    "that fast, the text says that it changed, or one side was still under negotiation.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when the values differ and time or modality explains it."""
    if outcome.value.verdict is Verdict.AGREEMENT:
        return None
    moved = outcome.later_state or outcome.standing is Standing.EARLIER
    return Verdict.UPDATE if moved else None
