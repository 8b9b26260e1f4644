"""Turns what a clause says about a relation into a claim with its place in the document."""

from __future__ import annotations

from factcheck.extract.context import SentenceContext
from factcheck.extract.relational.attributes import attributes, changed, period_of
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import Party
from factcheck.model import Modality, RelationalClaim
from factcheck.tables.predicates import predicate_rows, state_rows

_NAMED = 0.95  # what a name that no table knows leaves of the confidence
_UNRESOLVED = 0.85  # and what other words leave of it
_MISSING = 0.8


def build(context: SentenceContext, match: Match) -> RelationalClaim:
    """Return the claim; offsets count in the document's text."""
    clause, sentence = match.clause, context.sentence
    negated = (clause.negated and not match.ignores_negation) != match.negates
    return RelationalClaim(
        document=context.document.id,
        start=sentence.start + clause.start,
        end=sentence.start + clause.end,
        quote=sentence.text[clause.start : clause.end],
        sentence=sentence.text,
        sentence_start=sentence.start,
        subject=match.subject.entity,
        object=match.object.entity,
        recipient=match.recipient.entity,
        object_text=match.object.text,
        period=period_of(context, clause),
        language=sentence.language,
        kind=sentence.kind,
        predicate=match.family,
        state=match.state,
        polarity=polarity(match.family, match.state, negated),
        attributes=attributes(context, match),
        modality=_modality(match),
        attribution=clause.attribution,
        negated=negated,
        changed=changed(context, clause),
        confidence=round(_confidence(match), 3),
    )


def polarity(family: str, state: str, negated: bool) -> int:
    """Return +1 when the relation holds after the claim, else -1; falling counts as -1."""
    plain = state_rows()[state].polarity
    if predicate_rows()[family].scalar and state == "shrinks":
        plain = -1
    return -plain if negated else plain


def _modality(match: Match) -> Modality:
    """The noun's own governing verb, unless the clause is still less sure."""
    clause = match.clause.modality
    if match.modality is None or clause in (Modality.POSSIBLE, Modality.DENIED):
        return clause
    return match.modality


def _confidence(match: Match) -> float:
    optional = predicate_rows()[match.family].intransitive and match.object.entity is None
    return match.certainty * _side(match.subject) * (1.0 if optional else _side(match.object))


def _side(side: Party) -> float:
    if side.entity is None:
        return _MISSING
    if side.entity.resolved:
        return 1.0
    return _UNRESOLVED if side.thing else _NAMED
