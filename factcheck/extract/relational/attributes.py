"""Until when, since when, for how long, exclusively, on condition: what narrows a relation."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.narrowing import occasion, office_of, qualifiers, role_of
from factcheck.lang.clauses import clause_words
from factcheck.model import Period, PeriodMention, Resolution
from factcheck.tables.predicates import predicate_rows, role_rows


def attributes(context: SentenceContext, match: Match) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a relation, sorted by name.

    until, since: ISO dates; duration: days; each with *_said, the words that say it, and the
    duration with its unit;
    exclusive, conditional: "yes"; role: a role's id;
    titled: "yes" when the role is only a title beside a name;
    deed: in an open family, what is done; details: stems of what else the clause says of it;
    office: the id of the one that somebody follows in; occasion: which court, round, group or how
    manieth of several the sentence speaks of; only: stems of the adjectives that say which
    deeds or things of a kind are meant;
    thing, subject_thing: what kind of object or subject, when it is described rather than named;
    past: "yes" when the text says that it was so; about: ids of the object's further entities.
    """
    clause = match.clause
    lower = context.text[clause.start : clause.end].lower()
    words = clause_words(context.sentence.language)
    found = {
        **_dated(context, match, "until"),
        **_dated(context, match, "since"),
        **_duration(context, clause),
        "exclusive": "yes" if exclusive(lower, words.language) else "",
        "conditional": "yes" if _mentions(lower, words.sets["condition"]) else "",
        "role": role_of(match),
        "titled": "yes" if _titled(match) else "",
        "deed": match.deed,
        "details": match.details,
        "office": office_of(context, match),
        "only": qualifiers(context, match),
        "occasion": occasion(context, clause),
        "thing": match.object.thing,
        "subject_thing": match.subject.thing,
        "past": "yes" if _past_state(context, match) else "",
        "about": " ".join(sorted(entity.id for entity in match.object.others)),
    }
    return tuple(sorted((name, value) for name, value in found.items() if value))


def _past_state(context: SentenceContext, match: Match) -> bool:
    """ "war Präsident", "led it for six years": so it was then, whatever it is now.

    A title beside a name has no tense.
    """
    copulas = clause_words(context.sentence.language).maps["copula"]
    clause = match.clause
    by_copula = clause.verb in copulas and not match.ignores_negation
    by_verb = clause.verb_start == match.after and not (clause.attribution or clause.passive)
    language = context.sentence.language
    lasting = clause_words(language).has("remaining", clause.verb.partition(" ")[0])
    if match.deed or _timeless(match) or lasting:  # "blieb in Haft" is today's news
        return False
    return (by_copula or by_verb) and match.state == "holds" and clause.tense == "past"


def _titled(match: Match) -> bool:
    return match.family == "office" and bool(match.role) and match.ignores_negation


def _timeless(match: Match) -> bool:
    """What happened stays so, and so do parents; a vote or a word has no longer present."""
    row = predicate_rows()[match.family]
    return row.event or row.of_deeds or bool(match.role and role_rows()[match.role].lasting)


def exclusive(text: str, language: str) -> bool:
    """Say whether some words call something exclusive."""
    return _mentions(text.lower(), clause_words(language).sets["exclusive"])


def changed(context: SentenceContext, clause: Clause) -> bool:
    """Say whether the clause itself says that the state is new ("inzwischen", "no longer")."""
    lower = context.text[clause.start : clause.end].lower()
    return _mentions(lower, clause_words(context.sentence.language).sets["changed"])


_MARKS = re.compile(r"[^\w\s]")


def _mentions(text: str, phrases: frozenset[str]) -> bool:
    """Say whether a phrase stands in the text; one that ends in "*" may go on."""
    padded = f" {_MARKS.sub(' ', text)} "
    return any(phrase in padded for phrase in _padded(phrases))


@cache
def _padded(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {p[:-1]}" if p.endswith("*") else f" {p} " for p in phrases)


def _dated(context: SentenceContext, match: Match, anchor: str) -> dict[str, str]:
    """The date of the first such period behind the relation's noun, else in the clause."""
    inside = [m for m in _periods(context, match.clause) if m.period.anchor == anchor]
    inside = inside or (_told_beside(context, match) if anchor == "until" else [])
    inside.sort(key=lambda mention: (mention.start < match.after, mention.start))
    for mention in inside:
        day = mention.period.end if anchor == "until" else mention.period.start
        if day is not None:
            return {anchor: day.isoformat(), f"{anchor}_said": mention.text}
    return {}


def _told_beside(context: SentenceContext, match: Match) -> list[PeriodMention]:
    """The one end that another clause of the sentence gives to a contract or an access.

    "hat einen Vertrag, der ihn bis 2030 bindet"
    """
    ends = [m for m in context.periods if m.period.anchor == "until"]
    lasting = predicate_rows()[match.family].two_sided and match.state != "ends"
    return ends if lasting and len(ends) == 1 else []


def _duration(context: SentenceContext, clause: Clause) -> dict[str, str]:
    for mention in context.quantities:
        quantity = mention.quantity
        inside = clause.start <= mention.start < clause.end
        if inside and quantity.dimension == "time" and quantity.value and not quantity.per:
            days = f"{quantity.value:g}"
            said = {"duration_said": mention.text, "duration_unit": quantity.unit}
            return {"duration": days, **said}
    return {}


def _periods(context: SentenceContext, clause: Clause) -> list[PeriodMention]:
    return [m for m in context.periods if clause.start <= m.start < clause.end]


def period_of(context: SentenceContext, clause: Clause) -> Period:
    """Return when the clause's relation is said to be so, else the publication date."""
    for mention in _periods(context, clause):
        if mention.period.anchor in ("", "within", "since"):
            return mention.period
    published = context.document.published
    if published is None:
        return Period(None, None, "day", Resolution.UNKNOWN)
    return Period(published, published, "day", Resolution.PUBLICATION)
