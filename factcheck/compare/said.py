"""What is compared about two numbers, and where both stand: shared by all of their aspects."""

from __future__ import annotations

from factcheck.compare.statement import Statement
from factcheck.model import Level, NumericClaim, Outcome

Said = Statement[NumericClaim]


def mixed(left: Said, right: Said) -> bool:
    """Say whether the two are in different languages."""
    return left.claim.language != right.claim.language


def own_article(left: Said, right: Said) -> bool:
    """Say whether one article says both: it will not repeat its words, so they say nothing."""
    return left.document == right.document


OWN_ARTICLE: Level[Said] = Level(
    "own_article", "one article does not repeat its words", Outcome.COMPATIBLE, own_article
)
MIXED: Level[Said] = Level("mixed", "two languages", Outcome.COMPATIBLE, mixed)
