"""Which thing a pronoun stands for: "Er verstaatlichte ihn", said of a canal named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.lang.clauses import clause_words


class Antecedent(NamedTuple):
    """The phrase that a pronoun stands for, in its own clause and sentence."""

    context: SentenceContext
    clause: Clause
    phrase: Phrase


def antecedent(context: SentenceContext, clause: Clause, pronoun: Phrase) -> Antecedent | None:
    """Return the one thing named before whose article fits; None where two or none do.

    The clauses of the sentence before the pronoun are asked first, then those of the sentence
    before. People are no things: they are resolved as entities.
    """
    rules = clause_words(context.sentence.language)
    articles = frozenset(rules.maps["thing_pronouns"].get(pronoun.text.lower(), "").split())
    if not articles:
        return None
    here = [c for c in context.clauses if c.end <= clause.start]
    for told, clauses in ((context, here), (context.previous, None)):
        if told is None:
            continue
        before = told.clauses if clauses is None else clauses
        found = list(_fitting(told, before, articles))
        if found:
            return found[0] if len({item.phrase for item in found}) == 1 else None
    return None


def _fitting(
    context: SentenceContext, clauses: list[Clause], articles: frozenset[str]
) -> Iterator[Antecedent]:
    """Subjects and objects; "der" before an object is a dative or a genitive."""
    for clause in clauses:
        if clause.subject is not None and _fits(clause.subject, articles):
            yield Antecedent(context, clause, clause.subject)
        objects = (p for p in clause.objects if _fits(p, articles - {"der"}))
        yield from (Antecedent(context, clause, phrase) for phrase in objects)


def _fits(phrase: Phrase, articles: frozenset[str]) -> bool:
    """Say whether the phrase opens with a fitting article and names nobody."""
    mention = phrase.entity
    if mention is not None and (mention.how == "pronoun" or mention.entity.kind == "person"):
        return False
    return phrase.text.split(" ", 1)[0].lower() in articles
