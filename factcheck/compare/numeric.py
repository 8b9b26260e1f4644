"""Compares two numeric claims: the same measurand first, then the values, then the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from factcheck.compare.anchors import NAMES, NOUNS
from factcheck.compare.articles import ARTICLES, different_sources
from factcheck.compare.commitment import Standing, standing
from factcheck.compare.measurand import ASPECT, METRIC, NEARBY, SCOPE, UNIT, WORDING, Said
from factcheck.compare.periods import PERIOD, metric_of
from factcheck.compare.subjects import OBJECT, SUBJECT
from factcheck.compare.times import leaves_room, stated
from factcheck.compare.values import ValueLevel, compare_values
from factcheck.model import Comparison, Evidence, Outcome
from factcheck.tables.weights import weights

# The cheap aspects that differ most often come first.
_ASPECTS: tuple[Comparison[Said], ...] = (
    UNIT,
    METRIC,
    ASPECT,
    SUBJECT,
    ARTICLES,
    PERIOD,
    OBJECT,
    SCOPE,
    NAMES,
    NOUNS,
    WORDING,
    NEARBY,
)
_SIMILAR = (("near_95", 0.95), ("near_80", 0.80), ("near_65", 0.65), ("near_50", 0.50))


@dataclass(frozen=True, slots=True)
class NumericOutcome:
    """Everything that a rule needs to judge two comparable numbers."""

    left: Said
    right: Said
    value: ValueLevel
    evidence: tuple[Evidence, ...]
    bits: float
    standing: Standing
    later_state: bool  # the later article can be reporting a later state
    different_sources: bool


def weigh(left: Said, right: Said, similarity: float) -> tuple[tuple[Evidence, ...], float] | None:
    """Return the evidence for one measurand and its weight in bits; None when an aspect differs."""
    table = weights()
    evidence = []
    bits = table["prior"]["numeric"]
    for comparison in _ASPECTS:
        level = comparison.decide(left, right)
        if level.outcome is Outcome.DIFFERENT:
            return None
        weight = table[comparison.aspect].get(level.name, 0.0)
        bits += weight
        shown = comparison.show(left), comparison.show(right)
        evidence.append(Evidence(comparison.aspect, *shown, level.name, weight))
    level = similarity_level(similarity)
    weight = table["similarity"].get(level, 0.0)
    evidence.append(Evidence("similarity", "", "", level, weight))
    return tuple(evidence), bits + weight


def similarity_level(similarity: float) -> str:
    """Return the step that the cosine of the two canonical claims reaches."""
    return next((name for name, floor in _SIMILAR if similarity >= floor), "far")


def compare_numeric(left: Said, right: Said, similarity: float) -> NumericOutcome | None:
    """Return what the two numbers are to each other; None when they are not comparable."""
    if left.claim.role != right.claim.role or left.claim.negated != right.claim.negated:
        return None
    how = standing(left.claim.modality, right.claim.modality)
    if how is Standing.APART:
        return None
    weighed = weigh(left, right, similarity)
    if weighed is None:
        return None
    return NumericOutcome(
        left=left,
        right=right,
        value=compare_values(left.claim.quantity, right.claim.quantity),
        evidence=weighed[0],
        bits=weighed[1],
        standing=how,
        later_state=_later_state(left, right),
        different_sources=different_sources(left, right),
    )


def _later_state(left: Said, right: Said) -> bool:
    """Say whether the figure may have moved between the two articles.

    A figure for a stated time that was over when both were published does not move.
    """
    if _over(left) and _over(right):
        return False
    metric = metric_of(left if left.claim.metric else right)
    return leaves_room(
        left.published,
        right.published,
        changed=left.claim.changed or right.claim.changed,
        after=timedelta(days=metric.volatility_days),
    )


def _over(said: Said) -> bool:
    period = said.claim.period
    if not stated(period) or period.end is None:
        return False
    return said.published is None or period.end <= said.published
