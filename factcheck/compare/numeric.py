"""Compares two numeric claims: the same measurand first, then the values, then the rule."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from factcheck.compare.articles import ARTICLES, different_sources
from factcheck.compare.commitment import Standing, standing
from factcheck.compare.frames import FRAME
from factcheck.compare.meaning import Meaning
from factcheck.compare.measurand import ASPECT, METRIC, SCOPE, UNIT
from factcheck.compare.names import NAMES
from factcheck.compare.nearness import NEARNESS
from factcheck.compare.nouns import NOUNS
from factcheck.compare.periods import PERIOD, metric_of
from factcheck.compare.places import PLACE
from factcheck.compare.qualifiers import QUALIFIERS
from factcheck.compare.rest import REST
from factcheck.compare.said import Said
from factcheck.compare.sentences import NEARBY, WORDING
from factcheck.compare.settled import SETTLED
from factcheck.compare.subjects import OBJECT, SUBJECT
from factcheck.compare.terms import terms_level
from factcheck.compare.times import leaves_room, stated
from factcheck.compare.values import ValueLevel, compare_values
from factcheck.lang.measure import is_word
from factcheck.model import Comparison, Evidence, Outcome, Verdict
from factcheck.tables.weights import weights

# The cheap aspects that differ most often come first.
_ASPECTS: tuple[Comparison[Said], ...] = (
    UNIT,
    METRIC,
    ASPECT,
    SUBJECT,
    ARTICLES,
    PERIOD,
    PLACE,
    QUALIFIERS,
    OBJECT,
    SCOPE,
    NAMES,
    NOUNS,
    REST,
    FRAME,
    SETTLED,
    WORDING,
    NEARBY,
    NEARNESS,
)
_BY_MEANING = ("similarity", "terms", "meaning")  # what vectors tell, the costliest last
Decided = tuple[tuple[str, str], ...]  # aspect and name of its level
_WORD = re.compile(r"[^\W\d_]+")
_SIMILAR = (("near_95", 0.95), ("near_80", 0.80), ("near_65", 0.65), ("near_50", 0.50))


@dataclass(frozen=True, slots=True)
class NumericOutcome:
    """Everything that a rule needs to judge two comparable numbers."""

    left: Said
    right: Said
    value: ValueLevel
    levels: Decided
    bits: float
    standing: Standing
    later_state: bool  # the later article can be reporting a later state
    different_sources: bool

    @property
    def exclusion(self) -> Verdict | None:
        """Return what figures that exclude each other are: weaker between two named sources."""
        if self.value.name != "disjoint":
            return None
        return Verdict.DISCREPANCY if self.different_sources else Verdict.CONTRADICTION


def weigh(
    left: Said,
    right: Said,
    similarity: float,
    meaning: Meaning | None = None,
    least_bits: float = -math.inf,
) -> tuple[Decided, float] | None:
    """Return the level of each aspect and their weight in bits; None when an aspect differs.

    `similarity` is the cosine of the two canonical claims. None, too, as soon as nothing that is
    still to be compared could lift the weight to `least_bits`; to encode two sentences, for their
    likeness in meaning, takes longest of all and comes last.
    """
    decided: list[tuple[str, str]] = []
    table, most = weights(), _most_to_come()
    bits = table["prior"]["numeric"]
    for comparison in _ASPECTS:
        level = comparison.decide(left, right)
        if level.outcome is Outcome.DIFFERENT:
            return None
        decided.append((comparison.aspect, level.name))
        bits += table.get(comparison.aspect, {}).get(level.name, 0.0)
        if bits + most[comparison.aspect] < least_bits:
            return None
    step = similarity_level(similarity)
    decided.append(("similarity", step))
    bits += table["similarity"].get(step, 0.0)
    if meaning is None:
        return tuple(decided), bits
    if bits + most["similarity"] < least_bits:
        return None
    for aspect, step in (
        ("terms", terms_level(left, right, meaning)),
        ("meaning", meaning.level(left, right)),
    ):
        decided.append((aspect, step))
        bits += table[aspect].get(step, 0.0)
    return tuple(decided), bits


@cache
def _most_to_come() -> Mapping[str, float]:
    """Return the most bits that the aspects after each one can add."""
    order = [*(comparison.aspect for comparison in _ASPECTS), *_BY_MEANING]
    best = [max(weights().get(aspect, {}).values(), default=0.0) for aspect in order]
    return {aspect: sum(max(b, 0.0) for b in best[i + 1 :]) for i, aspect in enumerate(order)}


def evidence_of(outcome: NumericOutcome) -> tuple[Evidence, ...]:
    """Return the decided levels with what stood on either side, for an editor to see."""
    show = {comparison.aspect: comparison.show for comparison in _ASPECTS}
    table = weights()
    return tuple(
        Evidence(
            aspect,
            show[aspect](outcome.left) if aspect in show else "",
            show[aspect](outcome.right) if aspect in show else "",
            name,
            table.get(aspect, {}).get(name, 0.0),
        )
        for aspect, name in outcome.levels
    )


def similarity_level(similarity: float) -> str:
    """Return the step that the cosine of the two canonical claims reaches."""
    for name, floor in _SIMILAR:
        if similarity >= floor:
            return name
    return "far"


def compare_numeric(
    left: Said,
    right: Said,
    similarity: float,
    least_bits: float = -math.inf,
    meaning: Meaning | None = None,
) -> NumericOutcome | None:
    """Return what the two numbers are to each other; None when they are not comparable.

    Pairs whose evidence weighs less than `least_bits` count as not comparable.
    """
    if left.claim.role != right.claim.role or left.claim.negated != right.claim.negated:
        return None
    how = standing(left.claim.modality, right.claim.modality)
    if how is Standing.APART:
        return None
    weighed = weigh(left, right, similarity, meaning, least_bits)
    if weighed is None or weighed[1] < least_bits:
        return None
    return NumericOutcome(
        left=left,
        right=right,
        value=compare_values(left.claim.quantity, right.claim.quantity),
        levels=weighed[0],
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
        changed=_changed(left, right),
        after=timedelta(days=metric.volatility_days),
    )


def _changed(left: Said, right: Said) -> bool:
    """Say whether the later text calls its figure a new one; an earlier "now" is over by then.

    Of two texts of one day, the one that says "inzwischen" is the later.
    """
    if left.published != right.published:
        return right.claim.changed
    return any(
        is_word("changed", word, said.claim.language)
        for said in (left, right)
        for word in _WORD.findall(said.claim.sentence.lower())
    )


def _over(said: Said) -> bool:
    period = said.claim.period
    if not stated(period) or period.end is None:
        return False
    return said.published is None or period.end <= said.published
