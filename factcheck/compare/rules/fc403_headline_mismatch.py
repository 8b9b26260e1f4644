"""FC403: an article's headline or summary and its body give figures that exclude each other."""

from __future__ import annotations

from factcheck.compare.numeric import NumericOutcome
from factcheck.model import Rule, SentenceKind, Severity, Verdict

RULE = Rule(
    "FC403",
    "headline-mismatch",
    Severity.ERROR,
    "The headline or a summary bullet of an article and its body give figures that exclude "
    "each other.",
)
_HEADLINE = {SentenceKind.TITLE, SentenceKind.HEADING, SentenceKind.BULLET}


def judge(outcome: NumericOutcome) -> Verdict | None:
    """Return the verdict when a headline's figure and the same article's body are disjoint."""
    left, right = outcome.left, outcome.right
    if left.document != right.document or outcome.value.name != "disjoint":
        return None
    if (left.claim.kind in _HEADLINE) == (right.claim.kind in _HEADLINE):
        return None
    return Verdict.CONTRADICTION
