"""Compares two numeric claims: the same measurand first, then the values, then the rule."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from factcheck.compare.articles import ARTICLES, different_sources
from factcheck.compare.commitment import Standing, standing
from factcheck.compare.frames import FRAME
from factcheck.compare.meaning import Meaning
from factcheck.compare.measurand import ASPECT, METRIC, SCOPE, UNIT
from factcheck.compare.names import NAMES
from factcheck.compare.nearness import NEARNESS, value_level
from factcheck.compare.nouns import NOUNS
from factcheck.compare.periods import PERIOD, metric_of
from factcheck.compare.places import PLACE
from factcheck.compare.qualifiers import QUALIFIERS
from factcheck.compare.rest import REST
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said, mixed, own_article
from factcheck.compare.sentences import NEARBY, WORDING
from factcheck.compare.settled import SETTLED
from factcheck.compare.subjects import OBJECT, SUBJECT
from factcheck.compare.terms import terms_level
from factcheck.compare.times import leaves_room, stated
from factcheck.compare.values import ValueLevel
from factcheck.lang.measure import is_word
from factcheck.model import Comparison, Evidence, Level, Outcome, Verdict
from factcheck.tables.weights import weights

# As an editor reads them.
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
# As they are decided, which changes no result: the cheap ones that differ most often first, then
# those that say most, then those that read all words.
_BY_COST: tuple[Comparison[Said], ...] = (
    METRIC,
    UNIT,
    PERIOD,
    SUBJECT,
    ASPECT,
    PLACE,
    QUALIFIERS,
    OBJECT,
    SCOPE,
    ARTICLES,
    NEARNESS,
    SETTLED,
    WORDING,
    NEARBY,
    NAMES,
    NOUNS,
    REST,
    FRAME,
)
_SHOWN = {comparison.aspect: comparison.show for comparison in _ASPECTS}
_ACROSS_LANGUAGES = ("terms", "meaning")
_DIFFERENT = Outcome.DIFFERENT  # to look a member up for each aspect takes its time
_ROUNDING = 1e-6  # bits; the same weights in another order may differ by as much
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
    near = similarity_level(similarity)
    table = weights()
    bits = table["prior"]["numeric"] + table["similarity"].get(near, 0.0)
    levels: dict[str, str] = {}
    for comparison, weight_of, most in _steps(own_article(left, right), mixed(left, right)):
        level = comparison.decide(left, right)
        if level.outcome is _DIFFERENT:
            return None
        levels[comparison.aspect] = level.name
        bits += weight_of.get(level.name, 0.0)
        if bits + most < least_bits - _ROUNDING:
            return None
    decided = [(comparison.aspect, levels[comparison.aspect]) for comparison in _ASPECTS]
    decided.append(("similarity", near))
    if meaning is not None:
        decided.append(("terms", terms_level(left, right, meaning)))
        decided.append(("meaning", meaning.level(left, right)))
    return tuple(decided), _weight(decided)


def _weight(decided: Iterable[tuple[str, str]]) -> float:
    table = weights()
    steps = (table.get(aspect, {}).get(name, 0.0) for aspect, name in decided)
    return sum(steps, start=table["prior"]["numeric"])


Step = tuple[Comparison[Said], Mapping[str, float], float]


@cache
def _steps(own: bool, abroad: bool) -> tuple[Step, ...]:
    """Return the aspects with the bits of their levels and the most that those after it can add.

    `own` is whether one article says both, `abroad` whether they are in two languages.
    """
    table = weights()
    most = sum(_best(table[aspect].values()) for aspect in _ACROSS_LANGUAGES) if abroad else 0.0
    steps: list[Step] = []
    for comparison in reversed(_BY_COST):
        bits = table.get(comparison.aspect, {})
        steps.append((comparison, bits, most))
        names = (level.name for level in _open_levels(comparison, own, abroad))
        most += _best(bits.get(name, 0.0) for name in names)
    return tuple(reversed(steps))


def _best(bits: Iterable[float]) -> float:
    return max(0.0, max(bits, default=0.0))


def _open_levels(comparison: Comparison[Said], own: bool, abroad: bool) -> Iterator[Level[Said]]:
    """Yield the levels that two claims can reach where so much of them is known."""
    for level in comparison.levels:
        known = {OWN_ARTICLE.name: own, MIXED.name: abroad}.get(level.name)
        if known is not False:
            yield level
        if known:
            return


def evidence_of(outcome: NumericOutcome) -> tuple[Evidence, ...]:
    """Return the decided levels with what stood on either side, for an editor to see."""
    table = weights()
    return tuple(
        Evidence(
            aspect,
            _SHOWN[aspect](outcome.left) if aspect in _SHOWN else "",
            _SHOWN[aspect](outcome.right) if aspect in _SHOWN else "",
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
        value=value_level(left, right),
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
