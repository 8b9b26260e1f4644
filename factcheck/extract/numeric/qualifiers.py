"""What narrows an amount: the qualifiers of its clause ("Frauen", "netto", "im Ausland")."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.context import Clause, SentenceContext
from factcheck.model import QuantityMention
from factcheck.vocab.qualifiers import QualifierMention, find_qualifiers, qualifiers_of_word


def qualifiers_of(
    context: SentenceContext, clause: Clause | None, own: QuantityMention
) -> tuple[str, ...]:
    """Return "set:member" of the narrowing words in the clause, sorted.

    What stands in another amount belongs to that one, and a unit narrows nothing, nor does a name
    that a table knows.
    """
    start, end = (clause.start, clause.end) if clause else (0, len(context.text))
    counts = own.quantity.dimension == "count"
    taken = [(m.start, m.end) for m in context.quantities if m is not own or not counts]
    taken += [(m.start, m.end) for m in context.entities if m.entity.resolved]
    found = (
        mention
        for mention in _mentions(context)
        if start <= mention.start < end
        and not any(begin < mention.end and mention.start < stop for begin, stop in taken)
    )
    return tuple(sorted({tag for mention in found for tag in mention.tags}))


def _mentions(context: SentenceContext) -> Iterator[QualifierMention]:
    """Yield the narrowing words as written, and by their lemma those that a table has so only."""
    language = context.sentence.language
    written = find_qualifiers(context.text, language)
    yield from written
    covered = {place for m in written for place in range(m.start, m.end)}
    for token in context.tokens:
        if token.start not in covered:
            yield QualifierMention(
                token.start, token.end, qualifiers_of_word(token.lemma.lower(), language)
            )
