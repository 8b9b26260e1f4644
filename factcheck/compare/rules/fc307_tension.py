"""FC307: related relations at odds, such as a right lost and the partnership secured."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.relation_times import OLD_DAYS
from factcheck.compare.relation_wording import worded
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import RelationalClaim, Rule, Severity, Verdict
from factcheck.tables.catalogue import in_each_language
from factcheck.tables.predicates import tensions

RULE = Rule(
    "FC307",
    "relation-tension",
    Severity.WARNING,
    "Two related relations are at odds, though both can be true.",
)

_TEXT = in_each_language("FC307")


@lru_cache(maxsize=4096)
def related(left: str, right: str) -> bool:
    """Say whether a table names the two families as possibly at odds."""
    return any(t.family == right for t in tensions(left)) or any(
        t.family == left for t in tensions(right)
    )


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when the table sets the two families' states against each other."""
    earlier, later = pairing.claims
    if not (pairing.same or pairing.swapped) or pairing.days > OLD_DAYS:
        return None
    step = min(_at_odds(earlier, later), _at_odds(later, earlier))
    if step == _NEVER:
        return None
    return Ruling(Verdict.DISCREPANCY, worded(_TEXT, pairing), 1 - step * _PER_STEP)


_NEVER = 99
_PER_STEP = 0.02  # the table names the plainest tension first


def _at_odds(left: RelationalClaim, right: RelationalClaim) -> int:
    """Return the place of the tension in the left family's list, or _NEVER."""
    if left.negated or right.negated:
        return _NEVER
    return next(
        (
            place
            for place, tension in enumerate(tensions(left.predicate))
            if tension.family == right.predicate
            and left.state in tension.states
            and right.state in tension.other_states
        ),
        _NEVER,
    )
