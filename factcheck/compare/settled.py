"""Says whether subject, metric and period already settle what two figures are about."""

from __future__ import annotations

from factcheck.compare.levels import otherwise
from factcheck.compare.names import TEXT, left_over
from factcheck.compare.nouns import one_for_another
from factcheck.compare.qualifiers import narrowed_alike
from factcheck.compare.rest import contrasted
from factcheck.compare.said import OWN_ARTICLE, Said, mixed, own_article
from factcheck.compare.times import same_period, stated
from factcheck.model import Comparison, Level, Outcome
from factcheck.tables.metrics import metrics, related


def _settled(left: Said, right: Said) -> bool:
    """Say whether a known subject, the metric and a stated period are the same.

    Then other words around the figure are only other words, unless they put one thing for another.
    """
    a, b = left.claim, right.claim
    if not (a.metric and b.metric and related(a.metric, b.metric)):
        return False
    if not (stated(a.period) and stated(b.period) and same_period(a.period, b.period)):
        return False
    if not _known_subject(left, right) or not narrowed_alike(left, right):
        return False
    return not _one_for_another(left, right)


def _settled_here(left: Said, right: Said) -> bool:
    return own_article(left, right) and _settled(left, right)


def _one_for_another(left: Said, right: Said) -> bool:
    if mixed(left, right):
        a, b = (_others(names, left, right) for names in left_over(left, right))
        return bool(a and b) or any(TEXT in name for name in a | b)
    return one_for_another(left, right) or contrasted(left, right)


def _others(names: frozenset[str], left: Said, right: Said) -> frozenset[str]:
    """Return the names that are not the common subject's."""
    subject = left.claim.subject or right.claim.subject
    return names - {f"{subject.kind}:{subject.id}"} if subject else names


def _known_subject(left: Said, right: Said) -> bool:
    """Say whether both name the same subject; a place owns only what is measured of places."""
    a, b = left.claim.subject, right.claim.subject
    if a is None or b is None or a.id != b.id:
        return False
    if a.kind == "place":
        return metrics()[left.claim.metric].of == "place"
    return a.resolved or a.kind != "unknown"


SETTLED: Comparison[Said] = Comparison(
    "settled",
    (
        Level("settled_here", "settled within one article", Outcome.COMPATIBLE, _settled_here),
        OWN_ARTICLE,
        Level("settled", "subject, metric and period settle it", Outcome.COMPATIBLE, _settled),
        otherwise("open", "not settled by these alone"),
    ),
    lambda said: said.claim.metric,
)
