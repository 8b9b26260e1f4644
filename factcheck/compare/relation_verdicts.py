"""What two claims that exclude each other are: a contradiction, a discrepancy or an update."""

from __future__ import annotations

from factcheck.compare.relation_times import can_follow
from factcheck.compare.rules.relations_protocol import Pairing
from factcheck.model import Modality, Verdict


def verdict_of(pairing: Pairing) -> Verdict:
    """Return the verdict for two claims that cannot both hold at one time."""
    if can_follow(pairing):
        return Verdict.UPDATE
    if two_sources(pairing) or _only_announced(pairing):
        return Verdict.DISCREPANCY
    return Verdict.CONTRADICTION


def two_sources(pairing: Pairing) -> bool:
    """Each claim names its own source, and they differ."""
    sources = [claim.attribution for claim in pairing.claims]
    return all(sources) and sources[0] != sources[1]


def _only_announced(pairing: Pairing) -> bool:
    """One side only announces what the other already states."""
    modalities = {claim.modality for claim in pairing.claims}
    return Modality.ANNOUNCED in modalities and len(modalities) > 1
