"""FC308: what was negotiated or possible is settled in a later article."""

from __future__ import annotations

from factcheck.compare.relation_wording import UPDATE, worded
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import RelationalClaim, Rule, Severity, Verdict
from factcheck.tables.modality import earlier_state

RULE = Rule(
    "FC308",
    "settled-relation",
    Severity.NOTE,
    "What was negotiated or possible is settled, or off, in a later article.",
)


def check(pairing: Pairing) -> Ruling | None:
    """Return an update when the open claim does not come after the settled one."""
    earlier, later = pairing.claims
    if not pairing.same or earlier_state(earlier.modality) == earlier_state(later.modality):
        return None
    if pairing.days > 0 and not earlier_state(earlier.modality):
        return None
    if _weaker(earlier, later):
        return None
    return Ruling(Verdict.UPDATE, worded(UPDATE, pairing))


def _weaker(earlier: RelationalClaim, later: RelationalClaim) -> bool:
    """Within one article "verhandelt" beside "bestehende" is no news."""
    return earlier.document == later.document
