"""Whether two claims of an open family speak of one occasion."""

from __future__ import annotations

import re

from factcheck.compare.rules.relations_protocol import Pairing, Room
from factcheck.model import Modality, RelationalClaim
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.concepts import may_mean
from factcheck.vocab.content import content_words
from factcheck.vocab.opposites import alike, is_state

_FIGURE = re.compile(r"\d+")
_ALIKE = 4  # letters that a name keeps in another language ("Sevilla", "Seville")


def of_two_occasions(pairing: Pairing) -> bool:
    """Say whether an open pair may speak of two times, places or parts; False for other families.

    What is denied with a detail ("did not open in May") excludes only what has that detail too.
    """
    earlier, later = pairing.claims
    if not predicate_rows()[earlier.predicate].open:
        return False
    if earlier.document == later.document or pairing.room is not Room.NONE:
        return True  # one article may tell what follows on what
    if not _as_sure(earlier, later) and not _as_sure(later, earlier):
        return True
    if not _enough_said(earlier, later):
        return True
    covered = (_covers(later, earlier), _covers(earlier, later))
    if earlier.negated == later.negated:
        return not any(covered)
    return not covered[0 if earlier.negated else 1]


def _as_sure(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Say whether both are stated alike, or the first is what somebody will not do."""
    if left.modality is right.modality or {left.modality, right.modality} <= set(_STATED):
        return True
    if left.modality is Modality.DENIED:
        return right.modality in _STATED and alike(left.attribute("deed"), right.attribute("deed"))
    refused = left.modality is Modality.ANNOUNCED and left.negated
    return refused and right.modality is Modality.ACTUAL and not right.negated


_STATED = (Modality.ACTUAL, Modality.REPORTED)


def _enough_said(left: RelationalClaim, right: RelationalClaim) -> bool:
    """Without an object the same verb alone is too little to be one deed."""
    if left.object is not None or right.object is not None or is_state(left.attribute("deed")):
        return True
    return bool(_details(left) & _details(right))


def _covers(whole: RelationalClaim, part: RelationalClaim) -> bool:
    """Say whether the sentence of one names each detail of the other."""
    said = content_words(whole.sentence, whole.language) | set(_FIGURE.findall(whole.sentence))
    left_over = _details(part) - said
    if whole.language == part.language:
        return not left_over
    return all(any(_may_be(word, other) for other in said) for word in left_over)


def _may_be(word: str, other: str) -> bool:
    """Say whether a stem may stand for another language's: a translation, or a name alike."""
    return word[:_ALIKE] == other[:_ALIKE] or may_mean(word, other)


def _details(claim: RelationalClaim) -> set[str]:
    return set(claim.attribute("details").split())
