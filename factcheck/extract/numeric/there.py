"""What "dort" means: "... ins Hallenbad nach Ebersroda. Dort kostet der Eintritt 5,50 Euro"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.context import Phrase, SentenceContext
from factcheck.extract.numeric.parties import as_text
from factcheck.lang.measure import is_word
from factcheck.model import Entity, NumericClaim

_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.95  # a subject that stands in the clause itself is at least this sure


def relocated(claim: NumericClaim, context: SentenceContext) -> NumericClaim:
    """Return the claim; one that is "there" belongs to what the sentence before leads to.

    The article's topic is not meant then, whoever it is: what is there is a part of it at most.
    """
    if claim.subject is not None and claim.confidence >= _SURE:
        return claim
    if not _is_there(claim, context):
        return claim
    place = _last_place(context)
    if place is None:
        return replace(claim, subject=None)
    names = tuple(sorted({*claim.names, f"{place.kind}:{place.id}"}))
    return replace(claim, subject=place, names=names)


def _is_there(claim: NumericClaim, context: SentenceContext) -> bool:
    before = context.text[: claim.start - claim.sentence_start].lower()
    return any(is_word("there", word, claim.language) for word in _WORD.findall(before))


def _last_place(context: SentenceContext) -> Entity | None:
    """Return where the sentence before ends: a name, else the thing that stands last."""
    previous = context.previous
    if previous is None or previous.sentence.paragraph != context.sentence.paragraph:
        return None
    phrases = list(_where(previous))
    named = [phrase for phrase in phrases if phrase.entity is not None]
    if named and (mention := named[-1].entity) is not None:
        return mention.entity
    return as_text(phrases[-1].text, previous.sentence.language) if phrases else None


def _where(context: SentenceContext) -> Iterator[Phrase]:
    """Yield the phrases of places and goals, times left out."""
    times = [(p.start, p.end) for p in context.periods]
    for clause in context.clauses:
        for preposition, phrase in clause.adjuncts:
            is_time = any(start < phrase.end and phrase.start < end for start, end in times)
            if is_word("whither", preposition.lower(), context.sentence.language) and not is_time:
                yield phrase
