"""FC302: one article states what another negates."""

from __future__ import annotations

from factcheck.compare.relation_deeds import of_two_occasions
from factcheck.compare.relation_states import exclude_each_other
from factcheck.compare.relation_verdicts import verdict_of
from factcheck.compare.relation_wording import by_verdict
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import Rule, Severity
from factcheck.tables.catalogue import in_each_language

RULE = Rule(
    "FC302", "negated-relation", Severity.ERROR, "One text states a relation, another negates it."
)

_TEXT = in_each_language("FC302")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when exactly one claim is negated and no world is left for both."""
    earlier, later = pairing.claims
    if not pairing.same or earlier.negated == later.negated:
        return None
    if not exclude_each_other(earlier, later):
        return None
    if of_two_occasions(pairing):
        return None
    verdict = verdict_of(pairing)
    return Ruling(verdict, by_verdict(verdict, _TEXT, pairing))
