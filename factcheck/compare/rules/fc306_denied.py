"""FC306: one article states what somebody denies in another."""

from __future__ import annotations

from factcheck.compare.relation_deeds import of_two_occasions
from factcheck.compare.relation_states import denies_a_part
from factcheck.compare.relation_wording import worded
from factcheck.compare.rules.relations_protocol import Pairing, Ruling
from factcheck.model import Modality, Rule, Severity, Verdict
from factcheck.tables.catalogue import in_each_language

RULE = Rule(
    "FC306", "denied-relation", Severity.WARNING, "A relation is stated here and denied there."
)

_TEXT = in_each_language("FC306")


def check(pairing: Pairing) -> Ruling | None:
    """Return a ruling when exactly one claim is a denial of what the other says."""
    earlier, later = pairing.claims
    denied = [claim.modality is Modality.DENIED for claim in pairing.claims]
    if not pairing.same or denied[0] == denied[1]:
        return None
    if earlier.polarity != later.polarity:
        return None
    if denies_a_part(earlier, later) or denies_a_part(later, earlier):
        return None
    if of_two_occasions(pairing):
        return None
    return Ruling(Verdict.DISCREPANCY, worded(_TEXT, pairing))
