"""Compares what two clauses say besides the figure, its metric and its time: what is left over."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.compare.alike import unmatched
from factcheck.compare.said import MIXED, OWN_ARTICLE, Said
from factcheck.lang.light_words import light_words
from factcheck.model import Comparison, Level, Outcome
from factcheck.tables.metrics import metrics
from factcheck.vocab.content import content_words, stem

Words = frozenset[str]


@cache
def _light(language: str) -> Words:
    return frozenset(stem(word, language) for word in light_words(language))


@cache
def _metric_words(metric: str, language: str) -> Words:
    row = metrics().get(metric)
    if row is None:
        return frozenset()
    phrases = " ".join((*row.words(language), *row.verbs(language)))
    return content_words(phrases, language)


@lru_cache(maxsize=4096)
def _telling(said: Said) -> Words:
    """Return the words of the clause that can tell its thing from another."""
    claim = said.claim
    clause = claim.sentence[claim.clause_start : claim.clause_end or None]
    told = " ".join((claim.quote, claim.attribution, claim.period.label))
    words = content_words(clause, claim.language) - content_words(told, claim.language)
    return words - _light(claim.language) - _metric_words(claim.metric, claim.language)


@lru_cache(maxsize=64)
def left_over(left: Said, right: Said) -> tuple[Words, Words]:
    """Return the telling words of either clause that nothing in the other sentence can mean."""
    return unmatched(_telling(left), right.said), unmatched(_telling(right), left.said)


REST: Comparison[Said] = Comparison(
    "rest",
    (
        OWN_ARTICLE,
        MIXED,
        Level(
            "none",
            "nothing else said on either side",
            Outcome.COMPATIBLE,
            lambda a, b: not any(left_over(a, b)),
        ),
        Level(
            "one_side",
            "more said on one side",
            Outcome.COMPATIBLE,
            lambda a, b: not all(left_over(a, b)),
        ),
        Level("both", "something else on either side", Outcome.COMPATIBLE, lambda a, b: True),
    ),
    lambda said: said.claim.quote,
)
