"""What a clause says beside the relation itself: of what kind a deed is, in which office."""

from __future__ import annotations

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import Party, names, word_set
from factcheck.lang.clauses import clause_words
from factcheck.tables.predicates import predicate_rows
from factcheck.vocab.content import stem
from factcheck.vocab.predicates import predicate_words

_PEOPLE = ("person", "unknown")


def role_of(match: Match) -> str:
    """Return the role's id that the noun names, else the one that the family's verbs give."""
    implied = predicate_rows()[match.family].role
    if match.role or not implied:
        return match.role
    return implied if _somebody(match.subject) and _somebody(match.object) else ""


def _somebody(side: Party) -> bool:
    return side.entity is not None and side.entity.kind in _PEOPLE and not side.thing


def office_of(context: SentenceContext, match: Match) -> str:
    """Return the id of the office in which somebody follows ("as chief executive"), or ""."""
    if not predicate_rows()[match.family].role:
        return ""
    words = predicate_words(context.sentence.language)
    for link, phrase in match.clause.adjuncts:
        row = words.role(phrase.text.lower()) or words.role(phrase.head.lower())
        if link in word_set(context, "role_links") and row is not None:
            return row.id
    return ""


def qualifiers(context: SentenceContext, match: Match) -> str:
    """Return the stems of the adjectives that say which deeds or things of a kind are meant.

    Only phrases without a definite article narrow ("forced redundancies", "keine neuen Werke").
    """
    phrase = _meant(match.clause, match)
    if phrase is None or _definite(context, phrase):
        return ""
    language = context.sentence.language
    named = [(m.start, m.end) for m in names(context, phrase.start, phrase.end)]
    kinds = clause_words(language).kind_of_tag
    found = [
        stem(token.text, language)
        for token in context.tokens
        if phrase.start <= token.start
        and token.end < phrase.end
        and kinds(token.tag) in ("adj", "pp")
        and not any(start <= token.start < end for start, end in named)
    ]
    return " ".join(sorted(set(found)))


def _meant(clause: Clause, match: Match) -> Phrase | None:
    """The phrase of the relation's noun, else the object's."""
    places = [*clause.objects, *(phrase for _, phrase in clause.adjuncts)]
    places += [clause.subject] if clause.subject is not None else []
    own = next((phrase for phrase in places if phrase.start == match.after), None)
    return own if own is not None else match.object.phrase


def _definite(context: SentenceContext, phrase: Phrase) -> bool:
    first = phrase.text.split(" ", 1)[0].lower()
    rules = clause_words(context.sentence.language)
    return rules.has("definite", first) or rules.has("possessive", first)
