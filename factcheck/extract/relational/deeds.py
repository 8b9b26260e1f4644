"""What a clause says that no family knows: any verb, "is ADJECTIVE", "is no NOUN"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import Party, bare, hanging_on, party, word_set
from factcheck.extract.relational.verbal import plain
from factcheck.lang.clauses import clause_words
from factcheck.model import Entity, Token
from factcheck.vocab.content import content_words
from factcheck.vocab.modality import modality_words
from factcheck.vocab.opposites import is_listed
from factcheck.vocab.predicates import PredicateWords

FAMILY = "deed"
_LISTED = 0.85  # certainty of words that the table of opposites has
_OPEN = 0.75  # and of any other


def deeds(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """Yield what the clause says of somebody named, or does to something named.

    Clauses that deny only a part ("not all", "not yet") say nothing that excludes anything.
    """
    language = words.language
    if not clause.verb or _partial(context, clause):
        return
    quality = context.text[clause.verb_start : clause.verb_end].lower()
    if clause.passive and clause.agent is None and is_listed(f"{language}:{quality}"):
        yield from _being_so(context, clause, quality)
    elif clause.verb in clause_words(language).maps["copula"]:
        yield from _being(context, clause, words)
    elif not _only_says(clause, language):
        yield from _doing(context, clause)


def _only_says(clause: Clause, language: str) -> bool:
    """Say whether the verb tells how sure another is; with an object it is a deed of its own.

    "versicherte, dass ..." against "hat die Fähre versichert"
    """
    if clause.verb not in modality_words(language).control or is_listed(
        f"{language}:{clause.verb}"
    ):
        return False
    return not (clause.objects or (clause.passive and clause.subject is not None))


def _partial(context: SentenceContext, clause: Clause) -> bool:
    lower = f" {context.text[clause.start : clause.end].lower()} "
    return any(phrase in lower for phrase in _padded(word_set(context, "partly_denied")))


@cache
def _padded(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)


def _doing(context: SentenceContext, clause: Clause) -> Iterator[Match]:
    """A full verb with its object, the direct one or else the first behind a preposition."""
    doer = clause.agent if clause.passive else clause.subject
    link, phrase = _target(context, clause)
    subject, whole = party(context, clause, doer), party(context, clause, phrase)
    found = _headed(whole)
    if phrase is not None and not found.known:
        return
    if not (_named(subject) or _named(whole)):
        return
    if _counts(context, clause):
        return
    said = f"{clause.verb} {plain(link)}".strip()
    yield _match(context, clause, subject, found, said)


def _counts(context: SentenceContext, clause: Clause) -> bool:
    """Say whether the clause tells how much was done: then the figure is the claim."""
    if clause.negated or is_listed(f"{context.sentence.language}:{clause.verb}"):
        return False
    return any(q.start < clause.end and q.end > clause.start for q in context.quantities)


def _target(context: SentenceContext, clause: Clause) -> tuple[str, Phrase | None]:
    if clause.passive:
        return "", clause.subject
    if clause.objects:
        return "", clause.objects[0]
    if clause.recipient is not None:
        return "", clause.recipient
    skipped = word_set(context, "no_target") | {"gen", ""}
    own = hanging_on(context, clause, clause.subject) if clause.subject is not None else []
    for link, phrase in clause.adjuncts:
        beside = any(phrase is other for _, other in own)
        if link not in skipped and not beside and party(context, clause, phrase).known:
            return link, phrase
    return "", None


def _being(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """ "X ist schuldig", "X ist kein Planet"; roles are told elsewhere."""
    subject = party(context, clause, clause.subject)
    if not _named(subject):
        return
    for phrase in clause.objects[:1]:
        if words.role(phrase.head.lower()) is None:
            yield from _being_a(context, clause, subject, phrase)
        return
    adjectives = _predicative(context, clause)
    if len(adjectives) == 1:
        yield from _being_so(context, clause, adjectives[0])


def _being_so(context: SentenceContext, clause: Clause, quality: str) -> Iterator[Match]:
    """An adjective, or a participle that stands for a state ("is injured")."""
    subject = party(context, clause, clause.subject)
    if _named(subject):
        yield _match(context, clause, subject, Party(), f"be {quality}")


def _being_a(
    context: SentenceContext, clause: Clause, subject: Party, phrase: Phrase
) -> Iterator[Match]:
    noun = phrase.head.lower()
    if is_listed(f"{context.sentence.language}:{noun}"):
        yield _match(context, clause, subject, Party(), f"be {noun}")
        return
    found = _headed(party(context, clause, phrase))
    if found.known:
        yield _match(context, clause, subject, found, "be")


def _predicative(context: SentenceContext, clause: Clause) -> list[str]:
    """The adjectives of the clause that stand before no noun."""
    phrases = [*clause.objects, *(phrase for _, phrase in clause.adjuncts)]
    phrases += [p for p in (clause.subject, clause.recipient) if p is not None]
    tags = word_set(context, "predicative_tags")
    return [
        token.lemma.lower()
        for token in context.tokens
        if clause.start <= token.start < clause.end
        and token.tag in tags
        and not any(p.start <= token.start < p.end for p in phrases)
    ]


def _headed(side: Party) -> Party:
    """Words that no table knows stand for their noun alone; what narrows it is a detail."""
    entity, phrase = side.entity, side.phrase
    if entity is None or phrase is None or entity.resolved or not side.thing:
        return side
    if entity.kind == "thing":
        return side
    return replace(side, entity=Entity(f"text:{phrase.head.lower()}", phrase.head, "unknown"))


def _named(side: Party) -> bool:
    entity = side.entity
    if entity is None or entity.kind == "thing":
        return False
    if entity.resolved or not side.thing:
        return entity.resolved or bare(entity.name)[:1].isupper()
    return _told_by_name(side)


def _told_by_name(side: Party) -> bool:
    """ "the council of Penhallow": a common noun that a name beside it tells from others."""
    entity, phrase = side.entity, side.phrase
    if entity is None or phrase is None:
        return False
    return entity.name[:1].isupper() and entity.name != bare(phrase.text)


def _match(
    context: SentenceContext, clause: Clause, subject: Party, found: Party, said: str
) -> Match:
    deed = f"{context.sentence.language}:{said}"
    return Match(
        FAMILY,
        "holds",
        clause,
        subject,
        found,
        deed=deed,
        details=_details(context, clause, (subject, found), said.split()),
        certainty=_LISTED if is_listed(deed) else _OPEN,
        after=clause.verb_start,
    )


def _details(
    context: SentenceContext, clause: Clause, sides: tuple[Party, Party], said: Collection[str]
) -> str:
    """Return the stems of what else the clause says: when, where, how, of what kind."""
    rules = clause_words(context.sentence.language)
    found: list[str] = []
    for token in context.tokens:
        inside = clause.start <= token.start < clause.end
        own = token.start == clause.verb_start or token.lemma.lower() in said
        own = own or any(_names(side, token) for side in sides)
        if inside and not own and rules.kind_of_tag(token.tag) in _TELLING:
            found += content_words(token.text, rules.language) or _digits(token.text)
    return " ".join(sorted(set(found)))


def _names(side: Party, token: Token) -> bool:
    """Say whether a word names the side; a title or trade beside a name narrows nothing."""
    phrase = side.phrase
    if phrase is None or not phrase.start <= token.start < phrase.end:
        return False
    mention = phrase.entity
    if mention is not None and not side.thing:
        return mention.start <= token.start or token.tag in _COMMON
    return token.end == phrase.end


def _digits(word: str) -> list[str]:
    return [word] if word.isdigit() else []


_TELLING = frozenset({"noun", "adj", "adv", "num"})
_COMMON = frozenset({"NN", "NN1", "NN2"})
