"""Relations that a noun names: "verliert das Erstzugriffsrecht", "Übernahme von X durch Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.attributes import exclusive
from factcheck.extract.relational.match import Effect, Match
from factcheck.extract.relational.nominal_sides import bridged, elsewhere, seated, sides_of
from factcheck.extract.relational.parties import bare, extent, word_set
from factcheck.extract.relational.verbal import plain
from factcheck.lang.clauses import clause_words
from factcheck.model import Modality
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.modality import modality_words
from factcheck.vocab.predicates import NounForm, Operator, PredicateWords
from factcheck.vocab.things import is_common_noun

_GRANTED = 0.85  # below this certainty a clause only presupposes the relation


def nominal(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """Yield the relations that the clause's noun phrases name and its verb acts on."""
    for link, phrase in _places(clause):
        forms, phrase = _named_by(context, clause, phrase, words)
        if not forms or _several(context, phrase):
            continue
        effect = _effect(context, clause, link, phrase, words)
        if (
            effect is None
            and forms[0].deed
            and link in word_set(context, "having_done")
            and _definite(phrase)
        ):
            effect = Effect("holds", certainty=0.8)
        if effect is None:
            effect = _placed(clause, link, forms[0], words)
        if effect is None:
            continue
        for form in forms:
            match = _match(context, clause, phrase, form, effect)
            if match is not None:
                yield match


def _several(context: SentenceContext, phrase: Phrase) -> bool:
    """Of two or more of a kind ("24 Sitze", "drei Verträge") nobody knows which is meant."""
    return any(
        phrase.start <= mention.start < phrase.end and (mention.quantity.value or 0) > 1
        for mention in context.quantities
        if mention.quantity.dimension in ("count", "number")
    )


def _placed(clause: Clause, link: str, form: NounForm, words: PredicateWords) -> Effect | None:
    """ "Die Zentrale von X ist in Y", "X mit Sitz in Y": being somewhere is what the noun says."""
    rules = clause_words(words.language)
    if not predicate_rows()[form.family].of_owner:
        return None
    if rules.has("equipped", link):
        return Effect("holds", certainty=0.9)
    state = "holds" if rules.has("placed", clause.verb) else rules.maps["copula"].get(clause.verb)
    return Effect(state) if state is not None and link == "subject" else None


def _definite(phrase: Phrase) -> bool:
    return phrase.text.lower().startswith(("der ", "dem ", "the ", "den "))


def _named_by(
    context: SentenceContext, clause: Clause, phrase: Phrase, words: PredicateWords
) -> tuple[tuple[NounForm, ...], Phrase]:
    """What the phrase names, alone or with what hangs on it ("right | of first refusal")."""
    forms = words.noun_forms(_end(phrase))
    if not forms and not is_common_noun(bare(phrase.text), words.language):  # "sales" are no sale
        forms = words.noun_forms(phrase.head.lower())
    if forms:
        return forms, phrase
    for _, hanging in extent(context, clause, phrase)[:1]:
        whole = context.text[phrase.start : hanging.end]
        parts = whole.lower().split()
        for count in range(len(parts), len(hanging.text.split()) + 1, -1):
            forms = words.nouns.get(" ".join(parts[-count:]), ())
            if forms:
                return forms, replace(phrase, end=hanging.end, text=whole)
    return (), phrase


def _end(phrase: Phrase) -> str:
    return phrase.text.lower().strip("\"'„“”»« ")


def _places(clause: Clause) -> Iterator[tuple[str, Phrase]]:
    """Phrases with what they are in the clause; an apposition is what it stands beside."""
    placed = [("object", phrase) for phrase in clause.objects]
    if clause.subject is not None:
        placed.append(("subject", clause.subject))
    if clause.recipient is not None:
        placed.append(("recipient", clause.recipient))
    yield from placed
    for link, phrase in clause.adjuncts:
        if link == "app":
            before = [pair for pair in (*placed, *clause.adjuncts) if pair[1].end <= phrase.start]
            link = max(before, key=lambda pair: pair[1].end, default=("", phrase))[0]
        yield link, phrase


def _effect(
    context: SentenceContext, clause: Clause, link: str, phrase: Phrase, words: PredicateWords
) -> Effect | None:
    """Return what the clause says about the noun, or None when it only mentions it."""
    over = _noun_over(clause, link, phrase, words, context.text)
    if over:
        return Effect(over, certainty=0.9)
    if not clause.verb:
        return Effect("holds") if link in ("subject", "object") else None
    if link in word_set(context, "by_means_of"):
        return Effect("holds", certainty=0.8) if link else None
    operated = _operated(context, clause, link, words)
    if operated is not None:
        return operated
    return _under_control(context, clause, link)


def _noun_over(clause: Clause, link: str, phrase: Phrase, words: PredicateWords, text: str) -> str:
    """The state from a noun right over this one ("Ende der Partnerschaft")."""
    if link not in ("gen", "von", "vom", "of", "zur", "zu", "zum", "to"):
        return ""
    before = [p for _, p in _places(clause) if p.end <= phrase.start]
    nearest = max(before, key=lambda p: p.end, default=None)
    if nearest is None or len(text[nearest.end : phrase.start].split()) > 1:
        return ""
    return words.operator_noun(_end(nearest)) or words.operator_noun(nearest.head.lower())


def _operated(
    context: SentenceContext, clause: Clause, link: str, words: PredicateWords
) -> Effect | None:
    fitting = [
        operator
        for operator in words.operators.get(clause.verb, ())
        if _governs(operator, clause, link)
    ]
    if clause.recipient is not None:
        fitting.sort(key=lambda operator: operator.kind != "grants")
    for operator in fitting[:1]:
        granted = operator.kind == "grants" and clause.recipient is not None
        return Effect(operator.state, granted)
    return None


def _governs(operator: Operator, clause: Clause, link: str) -> bool:
    """Say whether the verb acts on a phrase in this place."""
    if operator.preposition:
        return plain(link) == operator.preposition
    if operator.kind == "intransitive":
        return link == "subject" and not clause.passive
    if clause.passive:
        return link == "subject"
    if operator.kind == "grants" and clause.recipient is None:
        return link == "object" and operator.state != "ends"
    return link == "object"


def _under_control(context: SentenceContext, clause: Clause, link: str) -> Effect | None:
    """ "plant die Übernahme", "verhandelt über eine Investition", "dementiert die Fusion"."""
    row = modality_words(context.sentence.language).control.get(clause.verb)
    if row is None or row.id == "reported" or link in ("recipient", "und", "gen"):
        return None
    if link == "subject" and not clause.passive:
        return None
    if link not in ("subject", "object", "über", "mit", "on", "about", "auf", "von", "to", "for"):
        return None
    return Effect("holds", modality=Modality(row.modality), negates=row.negates)


def _match(
    context: SentenceContext, clause: Clause, phrase: Phrase, form: NounForm, effect: Effect
) -> Match | None:
    subject, found = sides_of(context, clause, phrase, form, effect)
    if not subject.known and not found.known:
        return None
    state, negates = _composed(form, effect.state)
    row = predicate_rows()[form.family]
    if row.of_owner:
        subject, found = seated(context, clause, phrase, subject, found)
    if not found.known and row.two_sided:
        found = elsewhere(context, clause, subject, phrase) or bridged(context, clause, subject)
    taken_for_granted = not clause.verb or effect.certainty < _GRANTED
    if not found.known and taken_for_granted and not row.owner_default:
        return None
    family = form.family
    if row.made_exclusive and exclusive(phrase.text, context.sentence.language):
        family = "exclusivity"
    return Match(
        family,
        state,
        clause,
        subject,
        found,
        negates=(negates != effect.negates) != (not clause.verb and _denied(phrase, context)),
        ignores_negation=not clause.verb,
        modality=effect.modality,
        certainty=effect.certainty,
        after=phrase.start,
    )


def _denied(phrase: Phrase, context: SentenceContext) -> bool:
    """Without a verb only the noun's own "kein" denies it ("Streiks - keine Flüge" does not)."""
    rules = clause_words(context.sentence.language)
    return rules.has("negation", phrase.text.split(" ", 1)[0].lower())


def _composed(form: NounForm, effect: str) -> tuple[str, bool]:
    """Return the state that an effect gives to the noun's relation, and whether it negates it."""
    if form.deed:
        return form.state, effect == "ends"
    if form.state == "ends":  # the noun stands for the relation not holding: "Verbot aufheben"
        return ("holds", False) if effect == "ends" else ("ends", False)
    return effect, False
