"""Relations that a clause's verb names: "übernimmt", "lehnt ab", "erteilt die Genehmigung"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import (
    Party,
    bare,
    extent,
    is_measure,
    party,
    word_set,
)
from factcheck.lang.clauses import clause_words
from factcheck.model import Entity
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.predicates import PredicateWords, VerbForm, lookup
from factcheck.vocab.things import acts, is_kind_of, owned


def plain(preposition: str) -> str:
    """Return a preposition without the article that is melted into it."""
    return _melted().get(preposition, preposition)


@cache
def _melted() -> dict[str, str]:
    return {**clause_words("de").maps["melted"], **clause_words("en").maps["melted"]}


def verbal(
    context: SentenceContext, clause: Clause, words: PredicateWords, taken: set[int]
) -> Iterator[Match]:
    """Yield the relations of the clause's verb.

    `taken` holds the starts of phrases that already stand for a relation of their own.
    """
    if not clause.verb:
        return
    reflexive = _reflexive(context, clause)
    for form in _forms(context, clause, words):
        if form.reflexive and not reflexive:
            continue
        match = _with_noun(context, clause, form, words) if form.noun else None
        if not form.noun and not _object_taken(clause, form, taken):
            match = _plain_form(context, clause, form)
        if match is not None and _kinds_fit(match):
            yield match


def _forms(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[VerbForm]:
    """The forms of the verb, with its particle or set phrase, and of a predicate adjective."""
    yield from words.verbs.get(clause.verb, ())
    first, _, particle = clause.verb.partition(" ")
    if particle:
        yield from (f for f in words.verbs.get(first, ()) if f.noun or f.preposition == particle)
    lower = f" {context.text[clause.start : clause.end].lower()} "
    for phrase, forms in words.phrases.get(first, ()):
        if f" {phrase}" in lower:  # "unabhängiger" too
            yield from forms
    present = words.adjectives.keys() & lower.split()
    for word in words.adjectives if len(present) > 1 else present:  # in the table's order
        if word in present:
            yield from words.adjectives[word]


def _reflexive(context: SentenceContext, clause: Clause) -> bool:
    text = f" {context.text[clause.start : clause.end].lower()} "
    return " sich " in text or context.sentence.language == "en"


def _object_taken(clause: Clause, form: VerbForm, taken: set[int]) -> bool:
    phrase = _object_phrase(clause, form)
    return (
        phrase is not None and phrase.start in taken and not predicate_rows()[form.family].of_deeds
    )


def _object_phrase(clause: Clause, form: VerbForm) -> Phrase | None:
    if form.preposition:
        return next(
            (p for link, p in clause.adjuncts if plain(link) == plain(form.preposition)), None
        )
    if clause.passive:
        return clause.subject
    fixed = form.verb.split()[1:]  # "takes place": the noun belongs to the verb
    objects = [phrase for phrase in clause.objects if phrase.text.lower() not in fixed]
    return objects[0] if objects else clause.recipient


def _plain_form(context: SentenceContext, clause: Clause, form: VerbForm) -> Match | None:
    row = predicate_rows()[form.family]
    doer = clause.agent if clause.passive else clause.subject
    target = _object_phrase(clause, form)
    if clause.passive and form.preposition:
        doer = clause.agent or clause.subject
    subject, found = party(context, clause, doer), party(context, clause, target)
    if form.preposition and clause.passive and target is clause.agent:
        subject = party(context, clause, clause.subject)
    if row.symmetric and not found.known and subject.others:
        found = Party(subject.others[0], subject.others[0].name)
    if not found.known and not _stands_alone(form, clause):
        return None
    if target is not None and _of_others(context, clause, target):
        return None
    if target is not None and not row.scalar and is_measure(context, target):
        return None  # "verlor 3 Prozent" is no defeat
    if form.swap or _acted_upon(context, clause, subject, found):
        subject, found = found, subject
    if row.scalar:
        subject = _with_owner(context, subject)
    recipient = party(context, clause, clause.recipient) if clause.objects else Party()
    return Match(
        form.family, form.state, clause, subject, found, recipient, after=clause.verb_start
    )


def _of_others(context: SentenceContext, clause: Clause, target: Phrase) -> bool:
    """What stands behind a second share is theirs: "60 % stimmten gegen X und 40 % für Y"."""
    shares = [
        mention.start
        for mention in context.quantities
        if mention.quantity.dimension == "percent" and clause.start <= mention.start < clause.end
    ]
    return len(shares) > 1 and shares[1] < target.start


def _acted_upon(context: SentenceContext, clause: Clause, subject: Party, found: Party) -> bool:
    """German may put the object first: a deed or thing does nothing to an authority or person."""
    if clause.passive or context.sentence.language != "de" or not found.known:
        return False
    first, second = subject.phrase, found.phrase
    if first is None or second is None or second.start < first.start:
        return False
    return _acts(found) and _lifeless(subject)


def _acts(side: Party) -> bool:
    """Somebody named, or a thing that acts, such as a court."""
    if side.entity is not None and side.entity.kind == "thing":
        return acts(side.thing)
    return side.entity is not None and (not side.thing or acts(side.thing))


def _lifeless(side: Party) -> bool:
    """A deed, a relation or a thing that the tables know and that cannot act."""
    return bool(side.thing) and ":" not in side.thing and not acts(side.thing)


def _stands_alone(form: VerbForm, clause: Clause) -> bool:
    """Families that need no object: "tritt zurück", "steigt", "meldet Insolvenz an"."""
    row = predicate_rows()[form.family]
    return row.intransitive and not form.preposition and clause.subject is not None


def _with_noun(
    context: SentenceContext, clause: Clause, form: VerbForm, words: PredicateWords
) -> Match | None:
    """A light verb with its noun: the object hangs on the noun, or is the recipient."""
    noun = next((p for p in _phrases(clause) if _stands_for(context, p, form, words)), None)
    if noun is None:
        return None
    doer = clause.agent if clause.passive else clause.subject
    subject = party(context, clause, doer) if noun is not doer else Party()
    others = [p for p in clause.objects if p is not noun and p is not doer]
    if clause.passive and clause.subject is not None and clause.subject is not noun:
        others.insert(0, clause.subject)
    scalar = predicate_rows()[form.family].scalar
    aside = others and not scalar and all(noun is not p for p in clause.objects)
    found = party(context, clause, others[0]) if aside else _of_noun(context, clause, noun, doer)
    if found.phrase is noun and found.entity is not None and _is_itself(found.entity, noun):
        found = found if predicate_rows()[form.family].scalar else Party()
    if found.entity is not None and found.entity.kind == "thing" and found.phrase is noun:
        found = found if predicate_rows()[form.family].scalar else Party()
    if not found.known and clause.recipient is not None and clause.recipient is not noun:
        found = party(context, clause, clause.recipient)
    if not found.known:
        found = _against(context, clause, noun)
    if form.swap:
        subject, found = found, subject
    sure = 1.0
    if not subject.known and predicate_rows()[form.family].owner_default:
        subject, sure = _topic(context), _BY_TOPIC
    return Match(form.family, form.state, clause, subject, found, after=noun.end, certainty=sure)


def _is_itself(entity: Entity, noun: Phrase) -> bool:
    """Say whether an unknown entity is the noun's own words rather than a name beside it."""
    return not entity.resolved and entity.name in (bare(noun.text), noun.head)


def _against(context: SentenceContext, clause: Clause, noun: Phrase) -> Party:
    """Whom the noun concerns, named elsewhere in the clause ("Gegen X wurde Anklage erhoben")."""
    for link, phrase in clause.adjuncts:
        if plain(link) in word_set(context, "concerned") and phrase is not noun:
            found = party(context, clause, phrase)
            if found.entity is not None and not found.thing:
                return found
    return Party()


_BY_TOPIC = 0.8  # the article's topic may not be who did it


def _topic(context: SentenceContext) -> Party:
    if context.topic is None:
        return Party()
    return Party(context.topic.entity, context.topic.entity.name)


def _with_owner(context: SentenceContext, side: Party) -> Party:
    """A turnover that the text gives to nobody is that of whom the article is about."""
    unnamed = side.entity is not None and side.entity.id.startswith(("text:", "thing:"))
    whole = side.phrase is not None and " " not in bare(side.phrase.text)
    if context.topic is None or not (unnamed and whole and owned(side.thing)):
        return side
    return replace(side, entity=context.topic.entity)


def _of_noun(context: SentenceContext, clause: Clause, noun: Phrase, doer: Phrase | None) -> Party:
    """What hangs on the noun; for a scalar family the noun itself ("senkt die Zinsen")."""
    described = party(context, clause, noun)
    entity = described.entity
    if entity is not None and not entity.id.startswith(("text:", "thing:")):
        relation = described.thing in predicate_rows()  # "den Sitz nach Eschborn": the seat is said
        return replace(described, thing="") if relation else described
    for link, hanging in extent(context, clause, noun):
        if hanging is not doer and link not in ("um", "by", "bis", "seit", "auf"):
            found = party(context, clause, hanging)
            if found.known:
                return Party(found.entity, described.text, found.thing, found.others, noun)
    return described


def _phrases(clause: Clause) -> Iterator[Phrase]:
    yield from clause.objects
    if clause.subject is not None:
        yield clause.subject
    yield from (phrase for _, phrase in clause.adjuncts)
    if clause.recipient is not None:
        yield clause.recipient


_MONEY = "€"  # stands for any amount of money in a form


def _stands_for(
    context: SentenceContext, phrase: Phrase, form: VerbForm, words: PredicateWords
) -> bool:
    """Say whether a phrase is what the form's noun asks for."""
    if form.noun != _MONEY:
        return _heads(phrase, form.noun, words.language)
    amounts = (m for m in context.quantities if m.quantity.dimension == "money")
    return any(phrase.start <= m.start < phrase.end for m in amounts)


def _heads(phrase: Phrase, noun: str, language: str) -> bool:
    """Say whether the phrase's last words are the noun, in singular or plural."""
    table = {noun: True}
    text = phrase.text.lower().strip("\"'„“”»«")
    return any(
        lookup(form, table, language) is not None
        for form in (phrase.head.lower(), text, *(text[:-cut] for cut in (1, 2) if len(text) > 5))
    )


def _kinds_fit(match: Match) -> bool:
    row = predicate_rows()[match.family]
    return fits(match.subject, row.subject_kinds, ()) and fits(
        match.object, row.object_kinds, row.object_things
    )


def fits(side: Party, kinds: tuple[str, ...], things: tuple[str, ...]) -> bool:
    """Say whether a side is what the family is about; unresolved names fit where names do."""
    if not (kinds or things) or side.entity is None or is_kind_of(side.thing, things):
        return True
    if side.entity.kind == "thing":
        return is_kind_of(side.entity.id.removeprefix("thing:"), things)
    if side.thing:
        return False
    if side.entity.resolved and side.entity.kind != "unknown":
        return side.entity.kind in kinds
    return bool(_NAMED & set(kinds))


_NAMED = frozenset({"company", "place", "person", "institution"})
