"""FC403: an article's headline or summary and its body give figures that exclude each other."""

from __future__ import annotations

from factcheck.compare.articles import headline_against_body
from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, Severity, Verdict

RULE = Rule(
    "FC403",
    "headline-mismatch",
    Severity.ERROR,
    "The headline or a summary bullet of an article and its body give figures that exclude "
    "each other.",
)


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when a headline's figure and the same article's body are disjoint."""
    apart = outcome.value.name == "disjoint"
    if apart and headline_against_body(outcome.left, outcome.right):
        return Verdict.CONTRADICTION
    return None
