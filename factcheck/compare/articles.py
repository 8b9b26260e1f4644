"""Compares where two claims stand: one sentence, one article, or articles on one topic."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from factcheck.compare.levels import otherwise
from factcheck.compare.statement import Statement
from factcheck.model import Comparison, Level, Outcome, SentenceKind

_ENOUGH = 12  # as many names as a share is taken of at least
_FEW = 5  # fewer names than this say nothing about an article's topic
HEADLINES = {SentenceKind.TITLE, SentenceKind.HEADING, SentenceKind.BULLET}
Stated = Statement[Any]


def different_sources(left: Stated, right: Stated) -> bool:
    """Say whether the two claims are attributed to different sources."""
    a, b = left.claim.attribution.lower(), right.claim.attribution.lower()
    return bool(a and b) and a not in b and b not in a


def headline_against_body(left: Stated, right: Stated) -> bool:
    """Say whether one article's headline or summary stands against its body."""
    if left.document != right.document:
        return False
    return (left.claim.kind in HEADLINES) != (right.claim.kind in HEADLINES)


def _one_article(left: Stated, right: Stated) -> bool:
    return left.document == right.document


def _one_sentence(left: Stated, right: Stated) -> bool:
    """Say whether one sentence names both: then it speaks of two things."""
    same = _one_article(left, right) and left.claim.sentence_start == right.claim.sentence_start
    return same and not different_sources(left, right)


def _two_sources(left: Stated, right: Stated) -> bool:
    return _one_article(left, right) and different_sources(left, right)


def _short(left: Stated, right: Stated) -> bool:
    return min(len(left.names), len(right.names)) < _FEW


@lru_cache(maxsize=4096)
def _in_common(left: frozenset[str], right: frozenset[str]) -> int:
    return len(left & right)


def _share_names(share: float) -> Level[Stated]:
    def applies(left: Stated, right: Stated) -> bool:
        smaller = max(min(len(left.names), len(right.names)), _ENOUGH)
        return _in_common(left.names, right.names) >= share * smaller

    percent = round(share * 100)
    return Level(
        f"names_{percent}", f"the articles share {percent} % names", Outcome.COMPATIBLE, applies
    )


ARTICLES: Comparison[Stated] = Comparison(
    "articles",
    (
        Level("one_sentence", "two figures of one sentence", Outcome.DIFFERENT, _one_sentence),
        Level("headline", "headline and body", Outcome.COMPATIBLE, headline_against_body),
        Level("two_sources", "two sources in one article", Outcome.COMPATIBLE, _two_sources),
        Level("one_article", "two places of one article", Outcome.COMPATIBLE, _one_article),
        Level("short", "too short to tell the topic", Outcome.COMPATIBLE, _short),
        _share_names(0.4),
        _share_names(0.25),
        _share_names(0.12),
        otherwise("other_topic", "articles on other topics"),
    ),
    lambda said: said.document,
)
