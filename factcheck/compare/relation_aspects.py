"""What speaks for two relational claims being about one thing, aspect by aspect.

The sides are compared in relation_sides; these are the aspects around them. None of them keeps
two claims apart by itself: their weights (tables/relation_weights.toml) add up.
"""

from __future__ import annotations

from factcheck.compare.levels import otherwise
from factcheck.compare.relation_times import NEWS_DAYS, OLD_DAYS, span, stated
from factcheck.compare.relation_told import Told
from factcheck.model import Comparison, Level, Modality, Outcome
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.content import content_words

_MONTH = 31  # days
_PLAIN = frozenset({Modality.ACTUAL, Modality.REPORTED, Modality.DENIED})
_OPEN = frozenset({Modality.NEGOTIATED, Modality.POSSIBLE, Modality.FORECAST})
_STEPS = (80, 60, 40, 20)  # percent of the shorter sentence's content words that both have
_SURE, _GOOD, _FAIR = 0.95, 0.8, 0.6  # of a claim's own confidence


def _both(left: Told, right: Told, name: str) -> tuple[str, str]:
    return left.claim.attribute(name), right.claim.attribute(name)


def _mixed(left: Told, right: Told) -> bool:
    return left.claim.language != right.claim.language


def _open_family(left: Told, right: Told) -> bool:
    return predicate_rows()[left.claim.predicate].open


FAMILY: Comparison[Told] = Comparison(
    "predicate",
    (
        Level("open", "the same verb", Outcome.COMPATIBLE, _open_family),
        Level(
            "same",
            "the same relation",
            Outcome.SAME,
            lambda a, b: a.claim.predicate == b.claim.predicate,
        ),
        otherwise("related", "related relations"),
    ),
    lambda told: told.claim.predicate,
)


def _same_role(left: Told, right: Told) -> bool:
    first, second = _both(left, right, "role")
    return bool(first) and first == second


ROLE: Comparison[Told] = Comparison(
    "role",
    (
        Level("same", "the same role", Outcome.SAME, _same_role),
        Level(
            "none",
            "no role is named",
            Outcome.COMPATIBLE,
            lambda a, b: not any(_both(a, b, "role")),
        ),
        Level(
            "one_side",
            "a role on one side",
            Outcome.COMPATIBLE,
            lambda a, b: not all(_both(a, b, "role")),
        ),
        otherwise("other", "two roles"),
    ),
    lambda told: told.claim.attribute("role"),
)


def _same_time(left: Told, right: Told) -> bool:
    if not (stated(left.claim) and stated(right.claim)):
        return False
    a, b = span(left.claim, left.published), span(right.claim, right.published)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _one_stated(left: Told, right: Told) -> bool:
    return stated(left.claim) != stated(right.claim)


def _within(days: int) -> Level[Told]:
    def near(left: Told, right: Told) -> bool:
        if left.published is None or right.published is None:
            return False
        return abs((left.published - right.published).days) <= days

    return Level(f"days_{days}", f"within {days} days", Outcome.COMPATIBLE, near)


def _undated(left: Told, right: Told) -> bool:
    return left.published is None or right.published is None


TIME: Comparison[Told] = Comparison(
    "time",
    (
        Level("same", "the same time", Outcome.SAME, _same_time),
        Level("one_side", "dated on one side", Outcome.COMPATIBLE, _one_stated),
        Level("undated", "an article without a date", Outcome.COMPATIBLE, _undated),
        *(_within(days) for days in (NEWS_DAYS, _MONTH, OLD_DAYS)),
        otherwise("years", "years apart"),
    ),
    lambda told: told.claim.period.label,
)


def _modalities(left: Told, right: Told) -> frozenset[Modality]:
    return frozenset({left.claim.modality, right.claim.modality})


def _left_open(left: Told, right: Told) -> bool:
    return bool(_modalities(left, right) & _OPEN)


MODALITY: Comparison[Told] = Comparison(
    "modality",
    (
        Level("plain", "stated", Outcome.SAME, lambda a, b: _modalities(a, b) <= _PLAIN),
        Level(
            "open", "left open", Outcome.COMPATIBLE, lambda a, b: bool(_modalities(a, b) & _OPEN)
        ),
        otherwise("announced", "announced"),
    ),
    lambda told: told.claim.modality.value,
)


def _no_details(left: Told, right: Told) -> bool:
    return not any(_both(left, right, "only"))


def _shared_details(left: Told, right: Told) -> bool:
    first, second = _both(left, right, "only")
    return bool(set(first.split()) & set(second.split()))


def _told_alike(left: Told, right: Told) -> bool:
    """Both say the same of when, where or what else a deed is about; in one language."""
    first, second = _both(left, right, "details")
    return not _mixed(left, right) and bool(set(first.split()) & set(second.split()))


DETAILS: Comparison[Told] = Comparison(
    "details",
    (
        Level("told", "the same is said beside it", Outcome.SAME, _told_alike),
        Level("none", "no details", Outcome.COMPATIBLE, _no_details),
        Level("two_languages", "in two languages", Outcome.COMPATIBLE, _mixed),
        Level("same", "the same details", Outcome.SAME, _shared_details),
        Level(
            "one_side",
            "details on one side",
            Outcome.COMPATIBLE,
            lambda a, b: not all(_both(a, b, "only")),
        ),
        otherwise("other", "other details"),
    ),
    lambda told: told.claim.attribute("only"),
)


def _shared(left: Told, right: Told) -> float:
    """Return the percentage of the shorter sentence's content words that both have."""
    a, b = (content_words(told.claim.sentence, told.claim.language) for told in (left, right))
    return 100 * len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _at_least(percent: int) -> Level[Told]:
    return Level(
        f"shared_{percent}",
        f"{percent} % of the words are shared",
        Outcome.COMPATIBLE,
        lambda a, b: _shared(a, b) >= percent,
    )


WORDING: Comparison[Told] = Comparison(
    "wording",
    (
        Level("two_languages", "in two languages", Outcome.COMPATIBLE, _mixed),
        *(_at_least(percent) for percent in _STEPS),
        otherwise("other_words", "other words"),
    ),
    lambda told: "",
)


def _read(least: float) -> Level[Told]:
    names = {_SURE: "sure", _GOOD: "good", _FAIR: "fair"}
    return Level(
        names[least],
        names[least],
        Outcome.COMPATIBLE,
        lambda a, b: min(a.claim.confidence, b.claim.confidence) >= least,
    )


READING: Comparison[Told] = Comparison(
    "reading",
    (
        *(_read(least) for least in (_SURE, _GOOD, _FAIR)),
        otherwise("weak", "weak"),
    ),
    lambda told: "",
)

AROUND: tuple[Comparison[Told], ...] = (FAMILY, ROLE, TIME, MODALITY, DETAILS, WORDING, READING)
