"""Ages without a word for years: "Anna Weber, 81, starb", "Weber (81)", "Weber war 81, als"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.extract import quantities
from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.anchors import names_of, nouns_of
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.slots import slots_of
from factcheck.extract.numeric.times import unstated
from factcheck.model import Aspect, EntityMention, NumericClaim, Quantity

_Aged = tuple[EntityMention, int, int, Quantity]
_BESIDE = re.compile(r"(?:, (?P<commas>\d{1,3})(?=[,.;](?!\d))|,? \((?P<brackets>\d{1,3})\))")
_BARE = re.compile(r" (?:\w+ )?(?P<bare>\d{1,3})(?=[,.;](?!\d)|$| (?:when|at|als|bei|and|und)\b)")
_FULL_NAME = re.compile(r"[A-ZÄÖÜ][\w’'.-]*(?: (?:de|von|van|der|al|la|le|di))* [A-ZÄÖÜ][\w’'-]+")
_COPULAS = ("be", "sein")
_OLDEST = 115


def age_claims(context: SentenceContext) -> list[NumericClaim]:
    """Return a claim for each age that stands bare beside a person's name or after "is"."""
    return [_claim(context, *found) for found in (*_beside(context), *_stated(context))]


def _claim(
    context: SentenceContext, person: EntityMention, start: int, end: int, years: Quantity
) -> NumericClaim:
    clause, offset = clause_at(context, person.start), context.sentence.start
    return NumericClaim(
        document=context.document.id,
        start=offset + start,
        end=offset + end,
        quote=context.text[start:end],
        sentence=context.text,
        sentence_start=offset,
        subject=person.entity,
        period=unstated(context),
        language=context.sentence.language,
        kind=context.sentence.kind,
        metric="age",
        metric_text="age",
        aspect=Aspect.DURATION,
        names=names_of(context, clause),
        nouns=nouns_of(context, clause),
        slots=slots_of(context, clause),
        quantity=years,
    )


def _beside(context: SentenceContext) -> Iterator[_Aged]:
    """Yield each person with the start, the end and the value of the age beside the name."""
    for mention in context.entities:
        found = _BESIDE.match(context.text, mention.end) if _is_person(mention) else None
        if found is None:
            continue
        group = "commas" if found["commas"] else "brackets"
        if group == "commas" or mention.entity.kind == "person":
            yield from _aged(mention, found, group)


def _stated(context: SentenceContext) -> Iterator[_Aged]:
    """Yield each subject with the bare number that it is: "Weber war 81, als er starb"."""
    for clause in context.clauses:
        subject = clause.subject.entity if clause.subject else None
        if subject is None or clause.verb not in _COPULAS or not _is_person(subject):
            continue
        found = _BARE.match(context.text, clause.verb_end)
        if found:
            yield from _aged(subject, found, "bare")


def _aged(person: EntityMention, found: re.Match[str], group: str) -> Iterator[_Aged]:
    years = int(found[group])
    if 0 < years <= _OLDEST:
        yield person, found.start(group), found.end(group), _years(years)


def _is_person(mention: EntityMention) -> bool:
    """Say whether the name is a person's: a known one, or two words that no table knows."""
    if mention.how == "pronoun":
        return False
    kind = mention.entity.kind
    return kind == "person" or (kind == "unknown" and bool(_FULL_NAME.fullmatch(mention.text)))


@cache
def _years(count: int) -> Quantity:
    """Return the age of "81 years old"."""
    return quantities.find(f"{count} years old", "en")[0].quantity
