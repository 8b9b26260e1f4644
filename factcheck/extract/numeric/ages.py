"""Ages without a word for years: "Weber, 81, starb", "Weber (81)", "die 81 ist", "aged 81"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.extract import quantities
from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.anchors import names_of, nouns_of
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.parties import as_text
from factcheck.extract.numeric.slots import slots_of
from factcheck.extract.numeric.times import unstated
from factcheck.lang.measure import words_of
from factcheck.model import Aspect, Entity, EntityMention, NumericClaim, Quantity
from factcheck.vocab.content import content_words

_Aged = tuple[EntityMention | Phrase, int, int, Quantity]
_BESIDE = re.compile(r"(?:, (?P<commas>\d{1,3})(?=[,.;](?!\d))|,? \((?P<brackets>\d{1,3})\))")
_BARE = re.compile(r" (?:\w+ )?(?P<bare>\d{1,3})(?=[,.;](?!\d)|$| (?:when|at|als|bei|and|und)\b)")
_BEFORE = re.compile(r"(?:^|[ ,])(?P<before>\d{1,3}) $")
_FAR = 30  # code points between a person and the relative clause that tells the age
_FULL_NAME = re.compile(r"[A-ZÄÖÜ][\w’'.-]*(?: (?:de|von|van|der|al|la|le|di))* [A-ZÄÖÜ][\w’'-]+")
_COPULAS = ("be", "sein")
_OLDEST = 115


def age_claims(context: SentenceContext) -> list[NumericClaim]:
    """Return a claim for each age that stands bare beside a name, after "is" or after "aged"."""
    found = (*_beside(context), *_stated(context), *_named(context))
    return [_claim(context, *age) for age in {age[1]: age for age in found}.values()]


def _claim(
    context: SentenceContext, person: EntityMention | Phrase, start: int, end: int, years: Quantity
) -> NumericClaim:
    clause, offset = clause_at(context, person.start), context.sentence.start
    return NumericClaim(
        document=context.document.id,
        start=offset + start,
        end=offset + end,
        quote=context.text[start:end],
        sentence=context.text,
        sentence_start=offset,
        subject=_who(person, context.sentence.language),
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
    """Yield each subject with the bare number that it is: "Weber war 81, als", "die 81 ist"."""
    for clause in context.clauses:
        subject = _subject(context, clause) if clause.verb in _COPULAS else None
        if subject is None:
            continue
        if found := _BARE.match(context.text, clause.verb_end):
            yield from _aged(subject, found, "bare")
        elif found := _BEFORE.search(context.text[: clause.verb_start], clause.start):
            yield from _aged(subject, found, "before")


def _subject(context: SentenceContext, clause: Clause) -> EntityMention | None:
    """Return the person that a clause tells of; a relative one may hang on a name further left."""
    subject = clause.subject.entity if clause.subject else None
    if subject is None or _is_person(subject) or _stands_for_one(subject):
        return subject
    before = [e for e in context.entities if 0 < clause.start - e.end <= _FAR and _is_person(e)]
    return before[-1] if before and subject.end <= clause.start else None


def _stands_for_one(mention: EntityMention) -> bool:
    """Say whether it is a pronoun of a known person: "She was 89."."""
    return mention.how == "pronoun" and mention.entity.kind == "person"


def _named(context: SentenceContext) -> Iterator[_Aged]:
    """Yield who a bare number behind "at the age of" is told of: the name before, the subject."""
    bare = {(q.start, q.text) for q in context.quantities if q.quantity.dimension == "number"}
    for found in _openers(context.sentence.language).finditer(context.text):
        clause = clause_at(context, found.start())
        before = (e for e in context.entities if 0 <= found.start() - e.end <= len(", "))
        person = next((e for e in before if _is_person(e)), clause.subject if clause else None)
        if person is not None and (found.start("named"), found["named"]) in bare:
            yield from _aged(person, found, "named")


@cache
def _openers(language: str) -> re.Pattern[str]:
    words, spans = (
        "|".join(sorted(words_of(row, language), key=len, reverse=True))
        for row in ("aged", "age_spans")
    )
    return re.compile(rf"\b(?:{words}) (?P<named>\d{{1,3}})\b(?! (?:{spans})\b)", re.IGNORECASE)


def _who(person: EntityMention | Phrase, language: str) -> Entity | None:
    """Return whose age it is; None for a pronoun that nobody resolved."""
    if isinstance(person, EntityMention):
        return person.entity
    if person.entity is not None:
        return person.entity.entity
    return as_text(person.text, language) if content_words(person.text, language) else None


def _aged(person: EntityMention | Phrase, found: re.Match[str], group: str) -> Iterator[_Aged]:
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
