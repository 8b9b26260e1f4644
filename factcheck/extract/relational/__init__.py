"""Who did what to whom, and whether it still holds: the relational claims of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.clauses.attributes import attributive, participial
from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.relational.build import build
from factcheck.extract.relational.deeds import deeds
from factcheck.extract.relational.holders import holders
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.nominal import nominal
from factcheck.extract.relational.parties import Party, bare
from factcheck.extract.relational.verbal import plain, verbal
from factcheck.model import RelationalClaim
from factcheck.vocab.opposites import is_listed
from factcheck.vocab.predicates import PredicateWords, predicate_words
from factcheck.vocab.relation_trigger import may_relate

__all__ = ["find"]


def find(context: SentenceContext) -> list[RelationalClaim]:
    """Return the relational claims of a sentence, in text order; questions make none.

    At most one claim per family, subject and object comes from one clause.
    """
    sentence = context.sentence
    if sentence.question or not _may_say_something(context):
        return []
    words = predicate_words(sentence.language)
    claims: dict[tuple[object, ...], RelationalClaim] = {}
    for match in _all_matches(context, words):
        if _says_little(match) or _to_itself(match) or _of_a_share(context, match):
            continue
        claim = build(context, match)
        claims.setdefault(_key(claim, match), claim)
    return list(claims.values())


def _all_matches(context: SentenceContext, words: PredicateWords) -> Iterator[Match]:
    for clause in (*context.clauses, *attributive(context)):
        yield from _matches(context, clause, words)
    for clause in participial(context):  # "der verurteilte X" tells no time: a deed, no state
        yield from deeds(context, clause, words)


def _may_say_something(context: SentenceContext) -> bool:
    """Say whether tagging the sentence is worth its time: it has a name or a known relation."""
    sentence = context.sentence
    return bool(context.entities) or may_relate(sentence.text, sentence.language)


def _says_little(match: Match) -> bool:
    """Two common nouns that no table knows ("neue Zahlen liefern Hinweise") make no claim."""
    return not (_says_something(match.subject) or _says_something(match.object))


def _to_itself(match: Match) -> bool:
    """What somebody is to himself is misread ("gehört der Familie Brenk", said of Brenk)."""
    subject, found = match.subject, match.object
    if subject.entity is None or found.entity is None or match.deed:
        return False
    return subject.entity.id == found.entity.id and not (subject.thing or found.thing)


def _of_a_share(context: SentenceContext, match: Match) -> bool:
    """What a percentage of somebody does is no deed of theirs: the figure is the claim."""
    doer = match.clause.subject
    if match.subject.known or doer is None:
        return False
    return any(
        mention.quantity.dimension == "percent" and doer.start <= mention.start < doer.end
        for mention in context.quantities
    )


def _says_something(side: Party) -> bool:
    if side.entity is None:
        return False
    one_word = side.phrase is not None and " " not in bare(side.phrase.text)
    return side.entity.resolved or ":" not in side.thing or one_word


def _matches(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    relations = list(nominal(context, clause, words))
    taken = {match.after for match in relations}
    relations += verbal(context, clause, words, taken)
    relations += holders(context, clause, words)
    yield from _told_once(relations)
    known = not all(match.ignores_negation for match in relations)  # titles beside names say less
    if not known or _is_listed(clause, words.language):
        yield from deeds(context, clause, words)


def _told_once(matches: list[Match]) -> Iterator[Match]:
    """Leave out what names neither office nor object where the clause names it beside.

    "resigned as treasurer of the club", "gibt den Vorsitz der Konferenz ab"
    """
    told = {
        (match.family, match.subject.entity)
        for match in matches
        if not match.ignores_negation and (match.role or match.object.known)
    }
    for match in matches:
        says_more = match.role or match.object.known
        if says_more or (match.family, match.subject.entity) not in told:
            yield match


def _is_listed(clause: Clause, language: str) -> bool:
    verb = f"{language}:{clause.verb}"
    return is_listed(verb) or any(is_listed(f"{verb} {plain(link)}") for link, _ in clause.adjuncts)


def _key(claim: RelationalClaim, match: Match) -> tuple[object, ...]:
    subject = claim.subject.id if claim.subject else ""
    target = claim.object.id if claim.object else ""
    return claim.start, claim.predicate, subject, target, match.role
