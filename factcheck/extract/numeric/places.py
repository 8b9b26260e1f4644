"""The place that earlier sentences set: "In Bayern waren ... arbeitslos. Die Quote lag bei 4,0"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.pieces import counted_from, piece_at, pieces_of
from factcheck.model import Entity, NumericClaim
from factcheck.tables.metrics import metrics

_WHOLE = "extent:whole"  # "bundesweit": the places before are over


@dataclass(slots=True)
class _Ground:
    """Where the last figure of a paragraph was; `first` is the first one of the article."""

    paragraph: int = -1
    sentence: int = -1
    named: frozenset[str] = frozenset()  # the places of the last sentence's figures
    place: Entity | None = None
    whole: bool = False
    first: Entity | None = None
    told: set[tuple[str, str, str]] = field(default_factory=set)  # place, metric and aspect

    def enter(self, context: SentenceContext) -> None:
        """Go on to a sentence: a new paragraph, or two places before, leave none."""
        if context.sentence.paragraph != self.paragraph:
            self.place, self.whole = None, False
        elif context.sentence.start != self.sentence and len(self.named) > 1:
            self.place = None
        if context.sentence.start != self.sentence:
            self.named = frozenset()
        self.paragraph, self.sentence = context.sentence.paragraph, context.sentence.start

    def learn(self, place: Entity | None, whole: bool) -> None:
        """Remember where a figure is."""
        if place is not None or whole:
            self.place, self.whole = place, whole and place is None
        if place is not None:
            self.named |= {place.id}


def in_places(
    claims: Sequence[NumericClaim], contexts: Sequence[SentenceContext]
) -> list[NumericClaim]:
    """Return the claims in their order; those without a place or owner have the one set before."""
    homes = {context.sentence.start: context for context in contexts}
    ground, found = _Ground(), []
    for claim in claims:
        context = homes[claim.sentence_start]
        ground.enter(context)
        own = _own_place(claim, context)
        whole = _WHOLE in claim.qualifiers
        ground.learn(own, whole)
        if own is not None and _is_of_place(claim):
            ground.first = ground.first or own
            ground.told.add(_told(claim, own))
        place = _named_before(claim, context) or ground.place
        if own is not None:
            found.append(_alone(_owned(claim, own), context))
        else:
            found.append(claim if whole else _placed(claim, replace(ground, place=place)))
    return found


def _is_of_place(claim: NumericClaim) -> bool:
    row = metrics().get(claim.metric)
    return row is not None and row.of == "place"


def _own_place(claim: NumericClaim, context: SentenceContext) -> Entity | None:
    if claim.subject is not None and claim.subject.kind == "place":
        return claim.subject
    return next((e.entity for e in context.entities if e.entity.id == claim.place), None)


def _told(claim: NumericClaim, place: Entity) -> tuple[str, str, str]:
    """Return what is told of a place: a second figure of it, with no place, is another thing's.

    "Die Inflation in Spanien betrug 3 Prozent. Die Kerninflation lag bei 4 Prozent."
    """
    return place.id, claim.metric, claim.aspect.value


def _named_before(claim: NumericClaim, context: SentenceContext) -> Entity | None:
    """Return the last place that the sentence itself names before the figure."""
    offset = claim.start - claim.sentence_start
    ahead = [
        e
        for e in context.entities
        if e.entity.kind == "place" and e.end <= offset and not counted_from(context, e.start)
    ]
    ahead = [e for e in ahead if e.how != "adjective" or e.text not in claim.attribution]
    return ahead[-1].entity if ahead else None


def _placed(claim: NumericClaim, ground: _Ground) -> NumericClaim:
    """Return a claim that nobody owns with the place set before it, or with "the whole"."""
    if claim.subject is not None:
        return claim
    if ground.whole and ground.place is None:
        return replace(claim, qualifiers=tuple(sorted({*claim.qualifiers, _WHOLE})))
    place = ground.place or (ground.first if _is_of_place(claim) else None)
    if place is None or _told(claim, place) in ground.told:
        return claim
    names = tuple(sorted({*claim.names, f"{place.kind}:{place.id}"}))
    return replace(claim, subject=place, names=names)


def _owned(claim: NumericClaim, place: Entity) -> NumericClaim:
    """Return a quota that nobody owns as that of its place: by itself the word says too little."""
    row = metrics().get(claim.metric)
    if claim.subject is not None or row is None or not row.weak:
        return claim
    return replace(claim, subject=place)


def _alone(claim: NumericClaim, context: SentenceContext) -> NumericClaim:
    """Return the claim without the places of other parts of its sentence, if its own has one."""
    places = [e for e in context.entities if e.entity.kind == "place"]
    if len(places) < 2:
        return claim
    pieces = pieces_of(context)
    home = piece_at(pieces, claim.start - claim.sentence_start)
    own = {e.entity.id for e in places if piece_at(pieces, e.start) == home}
    others = {f"place:{e.entity.id}" for e in places} - {f"place:{name}" for name in own}
    if not own or not others:
        return claim
    return replace(claim, names=tuple(name for name in claim.names if name not in others))
