"""Who has a relation that a noun names, and with whom or what."""

from __future__ import annotations

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.match import Effect
from factcheck.extract.relational.parties import Party, extent, names, party, word_set
from factcheck.extract.relational.verbal import plain
from factcheck.lang.clauses import ClauseWords, clause_words
from factcheck.model import Entity
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.predicates import NounForm


def sides_of(
    context: SentenceContext, clause: Clause, phrase: Phrase, form: NounForm, effect: Effect
) -> tuple[Party, Party]:
    """Who has the relation, and with whom or what."""
    rules = clause_words(context.sentence.language)
    owner, inner = _owner(context, phrase)
    doer, target, pair = _hanging(context, clause, phrase)
    if pair is not None:
        return pair
    if form.doer_genitive and target.known and not doer.known:
        doer, target = target, Party()
    symmetric = predicate_rows()[form.family].symmetric
    if symmetric and target.others:  # "Fusion von X und Y"
        return target, Party(target.others[0], target.others[0].name)
    subject = doer if doer.known else owner
    if not subject.known:
        subject = _holder(context, clause, phrase, effect, rules)
    if symmetric:
        return _partners(subject, target if _somebody(target) else Party(), inner)
    found = target if target.known else inner
    if found.entity is not None and found.entity == subject.entity:
        found = Party()
    return subject, found


def _somebody(side: Party) -> bool:
    """A name; a common noun ("Vertrag zur Vertiefung ...") is nobody's partner."""
    entity = side.entity
    return entity is not None and (not side.thing or (entity.resolved and entity.kind != "thing"))


def _partners(subject: Party, target: Party, inner: Party) -> tuple[Party, Party]:
    """Both sides of a relation that they share ("X und Y vertiefen ihre Allianz")."""
    if target.known and target.entity != subject.entity:
        return subject, target
    for other in (*subject.others, inner.entity):
        if other is not None and other != subject.entity:
            return subject, Party(other, other.name)
    return subject, Party()


def _owner(context: SentenceContext, phrase: Phrase) -> tuple[Party, Party]:
    """The entity in the genitive before the noun, and the one that the noun is composed with."""
    owner, inner = Party(), Party()
    for mention in names(context, phrase.start, phrase.end):
        entity = mention.entity
        side = Party(entity, mention.text)
        after = context.text[mention.end : mention.end + 2]
        if mention.how == "genitive" or after in ("'s", "’s"):
            owner = owner if owner.known else side
        else:
            inner = inner if inner.known else side
    return owner, inner


def _hanging(
    context: SentenceContext, clause: Clause, phrase: Phrase
) -> tuple[Party, Party, tuple[Party, Party] | None]:
    """The doer ("durch Y"), the target ("von X", "mit X"), and both of "zwischen X und Y"."""
    doer, target = Party(), Party()
    for link, hanging in extent(context, clause, phrase):
        found = party(context, clause, hanging)
        if link in ("zwischen", "between") and found.others:
            other = found.others[0]
            return doer, target, (found, Party(other, other.name))
        if not found.known or link in word_set(context, "no_target"):
            continue
        if link in ("durch", "by", "seitens"):
            doer = doer if doer.known else found
        elif not target.known or _gives_way(target, found):
            target = found
    return doer, target, None


def _gives_way(target: Party, found: Party) -> bool:
    """Words give way to a name, and a deed to what it is done to ("Interesse am Kauf von X")."""
    deed = target.entity is not None and target.thing in predicate_rows()
    return deed or (_only_text(target) and not _only_text(found))


def _only_text(side: Party) -> bool:
    return side.entity is None or not side.entity.resolved


def _holder(
    context: SentenceContext, clause: Clause, phrase: Phrase, effect: Effect, rules: ClauseWords
) -> Party:
    """Who has it when the noun does not say: the recipient of a grant, else the subject."""
    if effect.granted and clause.recipient is not phrase:
        return party(context, clause, clause.recipient)
    if clause.passive and (clause.agent is not None or not clause.headline):
        return party(context, clause, clause.agent)
    if clause.subject is not None and clause.subject is not phrase:
        return party(context, clause, clause.subject)
    if context.topic is not None and (not clause.verb or clause.headline):
        entity = context.topic.entity
        return Party(entity, entity.name)
    if clause.subject is phrase and context.topic is not None:
        return Party(context.topic.entity, context.topic.entity.name)
    return Party()


def elsewhere(
    context: SentenceContext, clause: Clause, subject: Party, noun: Phrase
) -> Party | None:
    """The other side, named in the clause but not beside the noun ("mit Y einen Vertrag")."""
    for link, phrase in clause.adjuncts:
        if plain(link) in word_set(context, "counterpart") and phrase.start != noun.start:
            found = party(context, clause, phrase)
            named = found.entity is not None and found.entity.resolved and not found.thing
            if named and found.entity != subject.entity:
                return found
    return None


def bridged(context: SentenceContext, clause: Clause, subject: Party) -> Party:
    """The other side, left out because the sentence before names it."""
    if context.previous is None or not clause.verb:
        return Party()
    return _last_named(context.previous, subject.entity)


def _last_named(context: SentenceContext | None, but: Entity | None) -> Party:
    if context is None:
        return Party()
    companies = [
        mention.entity
        for mention in context.entities
        if mention.entity != but and mention.entity.kind in ("company", "institution")
    ]
    if not companies:
        return Party()
    return Party(companies[-1], companies[-1].name)


def seated(
    context: SentenceContext, clause: Clause, phrase: Phrase, subject: Party, found: Party
) -> tuple[Party, Party]:
    """ "Der Sitz von X bleibt in Y": whose it is hangs on the noun, where it is on the clause."""
    hanging = extent(context, clause, phrase)
    owners = [p for link, p in hanging if link in word_set(context, "whose")]
    if not owners and found.known:
        return subject, found
    behind = [p for link, p in clause.adjuncts if link in word_set(context, "where")]
    end = owners[0].end if owners else phrase.end
    places = (party(context, clause, p) for p in (*behind, *clause.objects) if p.start >= end)
    owner = party(context, clause, owners[0]) if owners else subject
    return owner, next((place for place in places if place.known), Party())
