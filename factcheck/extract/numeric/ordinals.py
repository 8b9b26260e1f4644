"""What an ordinal ranks: "was the 34th president", "wurde Zweite", "zum dritten Mal"."""

from __future__ import annotations

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.quantities.lexicon import lexicon
from factcheck.lang.measure import is_word
from factcheck.model import QuantityMention, Token

_NOUN = ("N", "FM")
_MODIFIER = ("ADJ", "AJ")
_BETWEEN = 2  # adjectives and the like between an ordinal and its noun


def ranked_noun(context: SentenceContext, mention: QuantityMention) -> str:
    """Return the noun that an ordinal ranks, "" where it tells nothing of its clause's subject.

    What the subject is said to be counts ("is the third mayor"), and an occasion ("for the third
    time") whatever is said of it.
    """
    noun = noun_behind(context, mention)
    clause = clause_at(context, mention.start)
    if noun is None or clause is None or _is_named(context, mention):
        return ""
    language = context.sentence.language
    if is_word("occasions", noun.text.lower(), language):
        return noun.text
    return noun.text if _is_told(clause, mention, language) else ""


def noun_behind(context: SentenceContext, mention: QuantityMention) -> Token | None:
    """Return the noun right behind an ordinal, adjectives between allowed."""
    behind = [t for t in context.tokens if t.start >= mention.end]
    for token in behind[: _BETWEEN + 1]:
        if token.tag.startswith(_NOUN):
            return token
        if not token.tag.startswith(_MODIFIER):
            return None
    return None


def is_place_of_its_own(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether an ordinal without a noun is what its subject came in as: "wurde Zweite"."""
    clause = clause_at(context, mention.start)
    if clause is None or noun_behind(context, mention) is not None:
        return False
    language = context.sentence.language
    if not is_word("copulas", clause.verb, language) or _is_named(context, mention):
        return False
    behind = next((t for t in context.tokens if t.start >= mention.end), None)
    if behind is not None and behind.tag.startswith(_MODIFIER):
        return False
    subject = clause.subject
    return subject is not None and subject.end <= mention.start


def _is_named(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether the ordinal is a part of a name ("First Lady"), or of a superlative."""
    entry = lexicon(context.sentence.language)[mention.text]
    if " " in mention.text or "-" in mention.text or (entry and entry.kind == "superlative"):
        return True
    return any(e.start <= mention.start < e.end for e in context.entities) or (
        context.sentence.language == "en" and mention.text[:1].isupper()
    )


def _is_told(clause: Clause, mention: QuantityMention, language: str) -> bool:
    subject = clause.subject
    if subject is None or subject.start <= mention.start < subject.end:
        return False
    if not is_word("copulas", clause.verb, language) or mention.start < clause.verb_end:
        return False
    return any(phrase.start <= mention.start < phrase.end for phrase in clause.objects)
