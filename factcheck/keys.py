"""What a claim is about, as text to embed and as keys to block by.

Two claims can only be comparable when they share one of their blocking keys or when their
canonical texts lie near each other; neither holds any number, hedge or date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.model import Aspect, Claim, Entity, NumericClaim, Quantity, RelationalClaim
from factcheck.tables.metrics import ancestors
from factcheck.vocab.content import content_words

_DIGITS = re.compile(r"\d[\d.,]*")
_ASPECTS_APART = {Aspect.CHANGE, Aspect.DATE, Aspect.RANK}  # level, share and count are states
_LONGEST = 160  # characters of a sentence that stand in where nothing is named


class BlockingKey(NamedTuple):
    """Claims with the same kind and value meet if at least one of them is open.

    A key that every claim should meet by is open for all. One that only bridges a gap (no
    subject named, no metric named, a name that no table knows) is open for the claims that
    have the gap, so that complete claims do not meet by what is common to all of them.
    """

    kind: str
    value: str
    open: bool


def canonical(claim: Claim) -> str:
    """Return what the claim is about, with numbers, hedges and dates left out."""
    if isinstance(claim, NumericClaim):
        parts = [_name(claim.subject), _measure(claim), _name(claim.object), claim.scope]
    elif isinstance(claim, RelationalClaim):
        thing = _name(claim.object) or claim.object_text
        parts = [_name(claim.subject), _words(claim.predicate), thing]
    else:
        parts = []
    text = " ".join(part for part in (*parts, claim.place) if part)
    return " ".join(_DIGITS.sub(" ", text).split())


def blocking_keys(claim: Claim) -> tuple[BlockingKey, ...]:
    """Return the distinct keys by which the claim may meet comparable ones."""
    if isinstance(claim, NumericClaim):
        return tuple(dict.fromkeys(_numeric_keys(claim)))
    if isinstance(claim, RelationalClaim):
        return tuple(dict.fromkeys(_relational_keys(claim)))
    return ()


def kind_key(claim: Claim) -> str:
    """Return what two claims must share to be comparable at all: type, unit, aspect, role."""
    if not isinstance(claim, NumericClaim):
        return "relation"
    aspect = claim.aspect.value if claim.aspect in _ASPECTS_APART else "state"
    parts = (_unit(claim.quantity), claim.quantity.per, aspect, claim.role)
    return "|".join((*parts, "not" if claim.negated else ""))


def has_gap(claim: Claim) -> bool:
    """Say whether something that identifies the claim is missing or known to no table."""
    if claim.subject is None or not claim.subject.resolved:
        return True
    if isinstance(claim, NumericClaim):
        return not claim.metric
    return not isinstance(claim, RelationalClaim) or not (claim.object and claim.object.resolved)


def order(claim: Claim) -> tuple[int, int, float, float, str, int, int]:
    """Return where the claim stands in a block: by time, value and place, the same in any run."""
    low, high = 0.0, 0.0
    if isinstance(claim, NumericClaim):
        low, high = claim.quantity.low, claim.quantity.high
    elif isinstance(claim, RelationalClaim):
        low = high = float(claim.polarity)
    period = claim.period
    start, end = _ordinal(period.start or period.end), _ordinal(period.end or period.start)
    return start, end, low, high, claim.document, claim.start, claim.end


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _numeric_keys(claim: NumericClaim) -> Iterator[BlockingKey]:
    rest = kind_key(claim)
    metrics = ancestors(claim.metric) if claim.metric else ()
    nouns = _nouns(claim)
    if claim.subject is not None:
        subject = claim.subject.id
        for metric in metrics:
            yield BlockingKey("subject+metric", f"{subject}|{metric}|{rest}", True)
        yield BlockingKey("subject+unit", f"{subject}|{rest}", not claim.metric)
        for word in _name_words(claim.subject):
            for what in (*(metrics or nouns), ""):
                value = f"{word}|{what}|{rest}"
                yield BlockingKey("name+metric", value, not claim.subject.resolved)
    for name in claim.names:
        for what in metrics or nouns:
            yield BlockingKey("named+metric", f"{name}|{what}|{rest}", True)
    nameless = claim.subject is None
    for metric in metrics:
        yield BlockingKey("metric", f"{metric}|{rest}", nameless)
        if claim.object is not None:
            yield BlockingKey("metric+object", f"{claim.object.id}|{metric}|{rest}", nameless)
    for noun in nouns:
        yield BlockingKey("noun", f"{noun}|{rest}", nameless)


def _relational_keys(claim: RelationalClaim) -> Iterator[BlockingKey]:
    ids = sorted({e.id for e in (claim.subject, claim.object, claim.recipient) if e is not None})
    for i, left in enumerate(ids):
        for right in ids[i + 1 :]:
            yield BlockingKey("parties", f"{left}|{right}", True)
    if claim.subject is not None:
        yield BlockingKey("subject+family", f"{claim.subject.id}|{claim.predicate}", True)
        for word in _name_words(claim.subject):
            value = f"{word}|{claim.predicate}"
            yield BlockingKey("name+family", value, not claim.subject.resolved)
    if claim.object is not None:
        yield BlockingKey("object+family", f"{claim.object.id}|{claim.predicate}", True)


def _unit(quantity: Quantity) -> str:
    if quantity.dimension == "money":
        return f"money:{quantity.unit}"
    return "count" if quantity.dimension == "number" else quantity.dimension


def _nouns(claim: NumericClaim) -> tuple[str, ...]:
    """Return the stems of what is counted or measured, where no metric says it."""
    stems = content_words(claim.metric_text or claim.quantity.noun, claim.language)
    noun = {f"#{claim.quantity.noun}"} if claim.quantity.noun else set()
    return tuple(sorted(stems | noun))


def _name_words(entity: Entity) -> tuple[str, ...]:
    return tuple(sorted(set(entity.name.lower().split())))


def _measure(claim: NumericClaim) -> str:
    if claim.metric:
        return _words(claim.metric)
    named = claim.metric_text or _words(claim.quantity.noun)
    return named or claim.sentence.replace(claim.quote, " ")[:_LONGEST]


def _name(entity: Entity | None) -> str:
    return entity.name if entity else ""


def _words(row_id: str) -> str:
    return row_id.replace("_", " ").replace("-", " ")
