"""What a claim is about, as text to embed and as keys to block by.

Two claims can only be comparable when they share one of their blocking keys or when their
canonical texts lie near each other; neither holds any number, hedge or date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import combinations, product
from sys import intern
from typing import NamedTuple

from factcheck.model import (
    Aspect,
    Claim,
    Entity,
    Modality,
    NumericClaim,
    Quantity,
    RelationalClaim,
)
from factcheck.tables.metrics import ancestors
from factcheck.tables.predicates import predicate_rows, tensions
from factcheck.vocab.content import content_words
from factcheck.vocab.opposites import senses

_DIGITS = re.compile(r"\d[\d.,]*")
_ASPECTS_APART = {Aspect.CHANGE, Aspect.DATE, Aspect.RANK}  # level, share and count are states
_NUMBERS_KEPT = 8192
_LONGEST = 160  # characters of a sentence that stand in where nothing is named


class BlockingKey(NamedTuple):
    """Claims with the same kind and value meet if at least one of them is open.

    A key that every claim should meet by is open for all. One that only bridges a gap (no
    subject named, no metric named, a name that no table knows) is open for the claims that
    have the gap, so that complete claims do not meet by what is common to all of them. Claims of
    one `state` cannot be at odds and do not meet, unless it is empty.
    """

    kind: str
    value: str
    open: bool
    state: str = ""

    @property
    def sought(self) -> tuple[BlockingKey, ...]:
        """Return the key as the claims have it that this one may meet."""
        states = _OTHERS[self.state] if self.state else ("",)
        return tuple(self._replace(state=state) for state in states)


@lru_cache(maxsize=_NUMBERS_KEPT)
def number_of(kind: str, value: str, state: str) -> int:
    """Return a 62 bit number for a key, by which a store knows it."""
    name = f"{kind}\0{value}" + (f"\0{state}" if state else "")
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 2


Order = tuple[int, int, float, float, str, int, int]


class About(NamedTuple):
    """What pairing asks of a claim, worked out once.

    `keys` may wait until they are needed; of a claim from a store `numbers` stand for them, each
    the number of a key times two, plus one where it is open.
    """

    text: str
    kind: str
    gap: bool
    order: Order
    keys: tuple[BlockingKey, ...] | None = None
    numbers: tuple[int, ...] | None = None

    @property
    def document(self) -> str:
        """Return the id of the document that says it."""
        return self.order[4]

    @property
    def place(self) -> tuple[str, int, int]:
        """Return the document's id, and where the claim starts and ends in it."""
        return self.order[4:]


def about(claim: Claim, *, keys: bool = True, numbers: tuple[int, ...] | None = None) -> About:
    """Return what pairing asks of the claim; with `numbers` its keys are not worked out."""
    own = blocking_keys(claim) if keys and numbers is None else None
    text, kind = canonical(claim), intern(kind_key(claim))
    return About(text, kind, has_gap(claim), order(claim), own, numbers)


def canonical(claim: Claim) -> str:
    """Return what the claim is about, with numbers, hedges and dates left out.

    Claims of an open family have no such text: what is near to them is no other deed.
    """
    if isinstance(claim, NumericClaim):
        parts = [_name(claim.subject), _measure(claim), _name(claim.object), claim.scope]
    elif isinstance(claim, RelationalClaim) and not _is_open(claim):
        thing = _name(claim.object) or claim.object_text
        parts = [_name(claim.subject), _words(claim.predicate), thing]
    else:
        return ""
    text = " ".join(part for part in (*parts, claim.place) if part)
    return " ".join(_DIGITS.sub(" ", text).split())


def blocking_keys(claim: Claim) -> tuple[BlockingKey, ...]:
    """Return the distinct keys by which the claim may meet comparable ones."""
    if isinstance(claim, NumericClaim):
        return tuple(dict.fromkeys(_numeric_keys(claim)))
    if isinstance(claim, RelationalClaim):
        return tuple(dict.fromkeys(_relational_keys(claim)))
    return ()


def _is_open(claim: Claim) -> bool:
    return isinstance(claim, RelationalClaim) and bool(claim.attribute("deed"))


def kind_key(claim: Claim) -> str:
    """Return what two claims must share to be comparable at all: type, unit, aspect, role.

    For relations, one of the families that can be at odds with each other, however indirectly.
    """
    if not isinstance(claim, NumericClaim):
        predicate = claim.predicate if isinstance(claim, RelationalClaim) else ""
        return f"relation|{_kin().get(predicate, predicate)}"
    aspect = claim.aspect.value if claim.aspect in _ASPECTS_APART else "state"
    parts = (_unit(claim.quantity), claim.quantity.per, aspect, claim.role)
    return "|".join((*parts, "not" if claim.negated else ""))


def shares(claims: Sequence[Claim]) -> list[list[int]]:
    """Return positions in parts of which no claim meets one of another part, the largest first."""
    found: dict[str, list[int]] = {}
    for position, claim in enumerate(claims):
        found.setdefault(kind_key(claim), []).append(position)
    return sorted(found.values(), key=len, reverse=True)


def has_gap(claim: Claim) -> bool:
    """Say whether something that identifies the claim is missing or known to no table.

    Claims of an open family have none: only the same words are the same deed.
    """
    if _is_open(claim):
        return False
    if claim.subject is None or not claim.subject.resolved:
        return True
    if isinstance(claim, NumericClaim):
        return not claim.metric
    return not isinstance(claim, RelationalClaim) or not (claim.object and claim.object.resolved)


def order(claim: Claim) -> Order:
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
    loose = claim.subject is None or not claim.subject.resolved
    if claim.subject is not None:
        for metric in metrics:
            yield BlockingKey("subject+metric", f"{claim.subject.id}|{metric}|{rest}", True)
    for name in _named(claim):
        for what in metrics or _nouns(claim):
            yield BlockingKey("named+metric", f"{name}|{what}|{rest}", True)
        yield BlockingKey("named+unit", f"{name}|{rest}", not claim.metric)
    for word, is_open in _subject_words(claim).items():
        yield BlockingKey("word+unit", f"{word}|{rest}", is_open)
    for metric in metrics:
        yield BlockingKey("metric", f"{metric}|{rest}", loose)
        if claim.object is not None:
            yield BlockingKey("metric+object", f"{claim.object.id}|{metric}|{rest}", loose)
    for noun in _nouns(claim):
        yield BlockingKey("noun", f"{noun}|{rest}", loose)


def _named(claim: NumericClaim) -> list[str]:
    """Return the ids of all that the claim's clause names: its subject may be elsewhere in it."""
    ids = {name.partition(":")[2] for name in claim.names}
    ids |= {entity.id for entity in (claim.subject, claim.object) if entity is not None}
    return sorted(ids)


def _subject_words(claim: NumericClaim) -> dict[str, bool]:
    """Return the stems by which a subject without a table row may be meant: its own, open; those
    of a known subject and of the other nouns of the clause, not."""
    words = dict.fromkeys(claim.nouns, False)
    if claim.subject is not None:
        own = content_words(claim.subject.name, claim.language)
        words |= dict.fromkeys(sorted(own), not claim.subject.resolved)
    return words


def _relational_keys(claim: RelationalClaim) -> Iterator[BlockingKey]:
    sides = [side for side in (claim.subject, claim.object) if side is not None]
    ids = sorted({side.id for side in (*sides, claim.recipient) if side is not None})
    loose = not _is_complete(claim)
    for family, state in _families(claim):
        for left, right in combinations(ids, 2):
            yield BlockingKey("parties", f"{left}|{right}|{family}", True, state)
        for side in sides:
            yield BlockingKey("party+family", f"{side.id}|{family}", loose, state)
            for word in sorted(content_words(side.name, claim.language)):
                yield BlockingKey("name+family", f"{word}|{family}", not side.resolved, state)


def _is_complete(claim: RelationalClaim) -> bool:
    """Say whether tables know both parties, so that another party makes another relation.

    Where only one can fill a role, another party is the conflict itself.
    """
    row = predicate_rows().get(claim.predicate)
    if row is None or row.exclusive:
        return False
    subject, target = claim.subject, claim.object
    if subject is None or target is None or subject.id == target.id:
        return False
    return all(side.resolved and side.kind != "thing" for side in (subject, target))


def _families(claim: RelationalClaim) -> Iterator[tuple[str, str]]:
    """Yield what the claims that it may meet have in common, with its state in that."""
    deed = claim.attribute("deed")
    if not deed:
        yield from ((family, "") for family in _at_odds(claim.predicate))
        return
    state = ("n" if claim.negated else "") + ("d" if claim.modality is Modality.DENIED else "")
    sides = [(row, str(side)) for row, side in sorted(senses(deed))]
    for row, side in sides or [(deed, _WORD)]:
        yield f"{claim.predicate}:{row}", side + state


# Two claims with the same verb, or with verbs from one side of a row of opposites, can be at odds
# only if one is negated or denied and the other is not.
_WORD = "w"  # the only side of a verb without opposites
_NOT = ("", "n", "d", "nd")
_OTHERS = {
    mine: tuple(state for state in states if state != mine)
    for states in [[s + n for s, n in product(sides, _NOT)] for sides in (_WORD, "01")]
    for mine in states
}


@cache
def _at_odds(predicate: str) -> tuple[str, ...]:
    """Return the family and each pair of families at odds that it belongs to."""
    return predicate, *(pair for pair in _tension_pairs() if predicate in pair.split("~"))


@cache
def _kin() -> dict[str, str]:
    """Return the first, by name, of the families that tensions lead to from each family."""
    kin = {family: {family} for family in predicate_rows()}
    for pair in _tension_pairs():
        left, right = pair.split("~")
        for family in (joined := kin[left] | kin[right]):
            kin[family] = joined
    return {family: min(families) for family, families in kin.items()}


@cache
def _tension_pairs() -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                "~".join(sorted((row, tension.family)))
                for row in predicate_rows()
                for tension in tensions(row)
            }
        )
    )


def _unit(quantity: Quantity) -> str:
    if quantity.dimension == "money":
        return f"money:{quantity.unit}"
    return "count" if quantity.dimension == "number" else quantity.dimension


def _nouns(claim: NumericClaim) -> tuple[str, ...]:
    """Return the stems of what is counted or measured, where no metric says it."""
    stems = content_words(claim.metric_text or claim.quantity.noun, claim.language)
    noun = {f"#{claim.quantity.noun}"} if claim.quantity.noun else set()
    return tuple(sorted(stems | noun))


def _measure(claim: NumericClaim) -> str:
    if claim.metric:
        return _words(claim.metric)
    named = claim.metric_text or _words(claim.quantity.noun)
    return named or claim.sentence.replace(claim.quote, " ")[:_LONGEST]


def _name(entity: Entity | None) -> str:
    return entity.name if entity else ""


def _words(row_id: str) -> str:
    return row_id.replace("_", " ").replace("-", " ")
