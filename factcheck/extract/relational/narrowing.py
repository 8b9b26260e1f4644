"""What a clause says beside the relation itself: of what kind a deed is, in which office."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numerals import ordinal
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import Party, names, word_set
from factcheck.lang.clauses import clause_words
from factcheck.model import Token
from factcheck.tables.predicates import predicate_rows
from factcheck.tables.qualifiers import occasion_sets
from factcheck.vocab.content import stem
from factcheck.vocab.predicates import predicate_words
from factcheck.vocab.qualifiers import find_qualifiers

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


def occasion(context: SentenceContext, clause: Clause) -> str:
    """Return what tells this happening from others, as "set:member" and "rank:2".

    A clause that goes on with "und" belongs to what stands before it: "Im zweiten Satz schlug er
    zurück und gewann".
    """
    language = context.sentence.language
    start = 0 if _goes_on(context, clause) else clause.start
    found = [m for m in find_qualifiers(context.text, language) if start <= m.start < clause.end]
    tags = {tag for mention in found for tag in mention.tags}
    kept = {tag for tag in tags if tag.partition(":")[0] in occasion_sets()}
    tokens = (t for t in context.tokens if start <= t.start < clause.end)
    ranked = [(t, rank) for t in tokens if (rank := ordinal(t.text, language)) is not None]
    kept |= {f"rank:{rank}" for token, rank in ranked if not _in_time(context, token)}
    return " ".join(sorted(kept | set(_reasons(context, clause)) | set(_between(context, clause))))


def _between(context: SentenceContext, clause: Clause) -> Iterator[str]:
    """Between which two something runs or is agreed ("die Strecke zwischen X und Y")."""
    for (link, first), (joint, second) in itertools.pairwise(clause.adjuncts):
        named = all(
            phrase.head[:1].isupper() and " " not in phrase.text for phrase in (first, second)
        )
        if link in word_set(context, "between") and joint == "und" and named:
            yield "between:" + "+".join(sorted((first.text.lower(), second.text.lower())))


def _reasons(context: SentenceContext, clause: Clause) -> Iterator[str]:
    """What it is about ("wegen Betrugs"); the words mean nothing in another language."""
    language = context.sentence.language
    for link, phrase in clause.adjuncts:
        if link in word_set(context, "reason"):
            yield f"reason_{language}:{stem(phrase.head, language)}"


def _goes_on(context: SentenceContext, clause: Clause) -> bool:
    first = context.text[clause.start : clause.end].split(" ", 1)[0].lower()
    return first in word_set(context, "and")


def _in_time(context: SentenceContext, token: Token) -> bool:
    """Say whether the word is a number or part of a time ("im dritten Quartal")."""
    dated = any(period.start <= token.start < period.end for period in context.periods)
    return dated or token.text.isdigit()


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
