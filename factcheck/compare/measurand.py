"""Compares what two numbers measure: metric, unit, aspect, scope and surrounding words."""

from __future__ import annotations

from factcheck.compare.alike import unmatched
from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said, mixed
from factcheck.model import Aspect, Comparison, Level, Outcome
from factcheck.tables.metrics import related
from factcheck.vocab.content import content_words


def _same_metric(left: Said, right: Said) -> bool:
    return bool(left.claim.metric) and left.claim.metric == right.claim.metric


def _noun(said: Said) -> str:
    return said.claim.metric_text or said.claim.quantity.noun


def _kind_of(left: Said, right: Said) -> bool:
    a, b = left.claim.metric, right.claim.metric
    return bool(a and b) and related(a, b)


def _same_noun(left: Said, right: Said) -> bool:
    if left.claim.metric and right.claim.metric:
        return False
    if left.claim.quantity.noun and left.claim.quantity.noun == right.claim.quantity.noun:
        return True
    a = content_words(_noun(left), left.claim.language)
    b = content_words(_noun(right), right.claim.language)
    return unmatched(a, b) != a


def _unnamed(left: Said, right: Said) -> bool:
    """Say whether a side names no metric."""
    if left.claim.metric and right.claim.metric:
        return False
    return not (_noun(left) and _noun(right))


METRIC: Comparison[Said] = Comparison(
    "metric",
    (
        Level("same", "same metric", Outcome.SAME, _same_metric),
        Level("kind_of", "one is a kind of the other", Outcome.COMPATIBLE, _kind_of),
        Level("same_noun", "same noun", Outcome.SAME, _same_noun),
        Level(
            "unnamed_mixed",
            "named on one side at most, in two languages",
            Outcome.COMPATIBLE,
            lambda a, b: _unnamed(a, b) and mixed(a, b),
        ),
        Level("unnamed", "named on one side at most", Outcome.COMPATIBLE, _unnamed),
        otherwise("different", "different metrics", Outcome.DIFFERENT),
    ),
    lambda said: said.claim.metric or _noun(said),
)


def _same_unit(left: Said, right: Said) -> bool:
    a, b = left.claim.quantity, right.claim.quantity
    if a.dimension != b.dimension or a.per != b.per:
        return False
    if a.dimension == "money":
        return a.unit == b.unit
    return a.noun == b.noun or not (a.noun and b.noun) or _same_metric(left, right)


def _bare(left: Said, right: Said) -> bool:
    dimensions = {left.claim.quantity.dimension, right.claim.quantity.dimension}
    return "number" in dimensions and dimensions <= {"number", "count"}


UNIT: Comparison[Said] = Comparison(
    "unit",
    (
        Level("same", "same unit", Outcome.SAME, _same_unit),
        Level("bare", "unit left out on one side", Outcome.COMPATIBLE, _bare),
        otherwise("different", "different units", Outcome.DIFFERENT),
    ),
    lambda said: said.claim.quantity.noun or said.claim.quantity.unit,
)


_NO_STATE = frozenset({Aspect.CHANGE, Aspect.DATE, Aspect.RANK})


def _same_aspect(left: Said, right: Said) -> bool:
    """Say whether both speak of a state, or both of its change, or both of a date.

    Level, share, count and duration are names for a state; which one shows depends on the metric.
    """
    a, b = left.claim.aspect, right.claim.aspect
    return a is b or not (a in _NO_STATE or b in _NO_STATE)


ASPECT: Comparison[Said] = Comparison(
    "aspect",
    (
        Level("same", "same aspect", Outcome.SAME, _same_aspect),
        otherwise("different", "different aspects", Outcome.DIFFERENT),
    ),
    lambda said: said.claim.aspect.value,
)


def _scope(said: Said) -> str:
    return said.claim.scope


def _same_scope(left: Said, right: Said) -> bool:
    return _scope(left).lower() == _scope(right).lower()


def _said_scope(left: Said, right: Said) -> bool:
    """Say whether either sentence says what narrows the other: "die Sachsen-Umfrage von Insa"."""
    return _is_said(left, right) and _is_said(right, left)


def _is_said(home: Said, other: Said) -> bool:
    words = content_words(_scope(home), home.claim.language)
    return bool(words) and not unmatched(words, other.said)


SCOPE: Comparison[Said] = Comparison(
    "scope",
    (
        Level("none", "no scope named", Outcome.SAME, lambda a, b: not _scope(a) and not _scope(b)),
        Level("same", "same scope", Outcome.SAME, _same_scope),
        Level(
            "unknown",
            "scope named on one side only",
            Outcome.COMPATIBLE,
            lambda a, b: not _scope(a) or not _scope(b),
        ),
        Level("said", "either says the other's elsewhere", Outcome.COMPATIBLE, _said_scope),
        otherwise("different", "different scopes", Outcome.DIFFERENT),
    ),
    _scope,
)
