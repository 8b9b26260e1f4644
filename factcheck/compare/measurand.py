"""Compares what two numbers measure: metric, unit, aspect, scope and surrounding words."""

from __future__ import annotations

from factcheck.compare.statement import Statement
from factcheck.compare.times import same_period, stated
from factcheck.model import Aspect, Comparison, Level, NumericClaim, Outcome
from factcheck.tables.metrics import related
from factcheck.vocab.content import content_words

Said = Statement[NumericClaim]


def _mixed(left: Said, right: Said) -> bool:
    return left.claim.language != right.claim.language


def _metric(said: Said) -> str:
    return said.claim.metric


def _noun(said: Said) -> str:
    return said.claim.metric_text or said.claim.quantity.noun


def _kind_of(left: Said, right: Said) -> bool:
    a, b = _metric(left), _metric(right)
    return bool(a and b) and related(a, b)


def _same_noun(left: Said, right: Said) -> bool:
    if _metric(left) and _metric(right):
        return False
    if left.claim.quantity.noun and left.claim.quantity.noun == right.claim.quantity.noun:
        return True
    a = content_words(_noun(left), left.claim.language)
    b = content_words(_noun(right), right.claim.language)
    return bool(a & b)


def _unnamed(left: Said, right: Said) -> bool:
    """Say whether a side names no metric; across languages the words cannot make up for it."""
    if _mixed(left, right):
        return False
    return not (_metric(left) and _metric(right)) and not (_noun(left) and _noun(right))


METRIC: Comparison[Said] = Comparison(
    "metric",
    (
        Level(
            "same",
            "same metric",
            Outcome.SAME,
            lambda a, b: bool(_metric(a)) and _metric(a) == _metric(b),
        ),
        Level("kind_of", "one is a kind of the other", Outcome.COMPATIBLE, _kind_of),
        Level("same_noun", "same noun", Outcome.SAME, _same_noun),
        Level("unnamed", "named on one side at most", Outcome.COMPATIBLE, _unnamed),
        Level("different", "different metrics", Outcome.DIFFERENT, lambda a, b: True),
    ),
    lambda said: _metric(said) or _noun(said),
)


def _same_unit(left: Said, right: Said) -> bool:
    a, b = left.claim.quantity, right.claim.quantity
    if a.dimension != b.dimension or a.per != b.per:
        return False
    if a.dimension == "money":
        return a.unit == b.unit
    same_metric = bool(_metric(left)) and _metric(left) == _metric(right)
    return same_metric or not (a.noun and b.noun) or a.noun == b.noun


def _bare(left: Said, right: Said) -> bool:
    dimensions = {left.claim.quantity.dimension, right.claim.quantity.dimension}
    return "number" in dimensions and dimensions <= {"number", "count"}


UNIT: Comparison[Said] = Comparison(
    "unit",
    (
        Level("same", "same unit", Outcome.SAME, _same_unit),
        Level("bare", "unit left out on one side", Outcome.COMPATIBLE, _bare),
        Level("different", "different units", Outcome.DIFFERENT, lambda a, b: True),
    ),
    lambda said: said.claim.quantity.noun or said.claim.quantity.unit,
)


def _same_aspect(left: Said, right: Said) -> bool:
    """Say whether both speak of a state, or both of its change, or both of a date.

    Level, share, count and duration are names for a state; which one shows depends on the metric.
    """
    a, b = left.claim.aspect, right.claim.aspect
    return a is b or not {a, b} & {Aspect.CHANGE, Aspect.DATE, Aspect.RANK}


ASPECT: Comparison[Said] = Comparison(
    "aspect",
    (
        Level("same", "same aspect", Outcome.SAME, _same_aspect),
        Level("different", "different aspects", Outcome.DIFFERENT, lambda a, b: True),
    ),
    lambda said: said.claim.aspect.value,
)


def _scope(said: Said) -> str:
    return said.claim.scope


def _same_scope(left: Said, right: Said) -> bool:
    return _scope(left).lower() == _scope(right).lower()


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
        Level("different", "different scopes", Outcome.DIFFERENT, lambda a, b: True),
    ),
    _scope,
)


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set's words that the other has, 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def identified(left: Said, right: Said) -> bool:
    """Say whether a known subject, the metric and a stated period already settle what is meant.

    Then other words around the figure are only other words.
    """
    a, b = left.claim, right.claim
    if a.subject is None or b.subject is None or a.subject.id != b.subject.id:
        return False
    known = a.subject.resolved or a.subject.kind != "unknown"
    dated = stated(a.period) and stated(b.period) and same_period(a.period, b.period)
    return known and dated and bool(a.metric and b.metric) and related(a.metric, b.metric)


IDENTIFIED: Level[Said] = Level(
    "identified", "subject, metric and period settle it", Outcome.COMPATIBLE, identified
)


def own_article(left: Said, right: Said) -> bool:
    """Say whether one article says both: it will not repeat its words, so they say nothing."""
    return left.document == right.document


OWN_ARTICLE: Level[Said] = Level(
    "own_article", "one article does not repeat its words", Outcome.COMPATIBLE, own_article
)


def _words_at_least(share: float) -> Level[Said]:
    return Level(
        f"shared_{round(share * 100)}",
        f"at least {round(share * 100)} % of the words shared",
        Outcome.COMPATIBLE,
        lambda a, b: shared(a.words, b.words) >= share,
    )


def _near_at_least(share: float) -> Level[Said]:
    return Level(
        f"shared_{round(share * 100)}",
        f"at least {round(share * 100)} % of the words beside it shared",
        Outcome.COMPATIBLE,
        lambda a, b: shared(a.near, b.near) >= share,
    )


WORDING: Comparison[Said] = Comparison(
    "wording",
    (
        OWN_ARTICLE,
        IDENTIFIED,
        Level("mixed", "two languages", Outcome.COMPATIBLE, _mixed),
        _words_at_least(0.8),
        _words_at_least(0.6),
        _words_at_least(0.4),
        _words_at_least(0.2),
        Level("other_words", "other words", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: said.claim.sentence,
)

NEARBY: Comparison[Said] = Comparison(
    "nearby",
    (
        OWN_ARTICLE,
        IDENTIFIED,
        Level("mixed", "two languages", Outcome.COMPATIBLE, _mixed),
        _near_at_least(0.75),
        _near_at_least(0.5),
        _near_at_least(0.25),
        Level("other_words", "other words beside it", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: said.claim.quote,
)
