"""What else stands in an amount's clause: the names and nouns that tie it to one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.clause import spans_of
from factcheck.extract.numeric.parties import source_of
from factcheck.lang.measure import holds
from factcheck.model import EntityMention, QuantityMention, Token
from factcheck.vocab.content import stem
from factcheck.vocab.metrics import find_metrics

_NOUNS = ("NN", "NE", "ADJ(A)", "ADJA", "AJ0", "CARD", "FM")
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")


def names_of(context: SentenceContext, clause: Clause | None) -> tuple[str, ...]:
    """Return "kind:id" of the entities in the clause; sources of information are left out."""
    start, end = _range(context, clause)
    source = source_of(clause, context.sentence.language)
    return tuple(
        sorted(
            {
                f"{mention.entity.kind}:{mention.entity.id}"
                for mention in context.entities
                if start <= mention.start < end and not _is_source(mention, source)
            }
        )
    )


def nouns_of(
    context: SentenceContext, clause: Clause | None, own: QuantityMention | None = None
) -> tuple[str, ...]:
    """Return the stems of the clause's nouns and qualifiers.

    Amounts, times, names and the metric's own words are left out; ranks count ("erste Klasse"),
    except the claim's `own`.
    """
    spans = spans_of(context, clause, own)
    language = context.sentence.language
    ranks = [q for q in context.quantities if q.quantity.dimension == "rank"]
    amounts = [q for q in context.quantities if q not in ranks]
    taken = [(m.start, m.end) for m in (*amounts, own) if m is not None]
    taken += [(m.start, m.end) for m in context.periods]
    taken += [(m.start, m.end) for m in context.entities]
    taken += [(m.start, m.end) for m in find_metrics(context.text, language)]
    taken += list(source_spans(context, clause))
    stems = {
        stem(token.text, language)
        for token in context.tokens
        if _inside(token.start, spans) and _qualifies(token, taken)
    }
    others = [rank for rank in ranks if rank is not own and _inside(rank.start, spans)]
    stems |= {f"#{rank.quantity.value:g}" for rank in others}
    return tuple(sorted(stems))


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _range(context: SentenceContext, clause: Clause | None) -> tuple[int, int]:
    return (clause.start, clause.end) if clause else (0, len(context.text))


def _is_source(mention: EntityMention, source: str) -> bool:
    return mention.entity.kind == "media" or (bool(source) and mention.text in source)


def source_spans(context: SentenceContext, clause: Clause | None) -> Iterator[tuple[int, int]]:
    """Yield the spans of who says it and of words like "Angaben": they tie a figure to nothing."""
    language = context.sentence.language
    for match in _WORD.finditer(context.text):
        if holds("source_nouns", match.group().lower(), language):
            yield match.span()
    if source := source_of(clause, language):
        start = context.text.find(source)
        yield start, start + len(source)


def _qualifies(token: Token, taken: list[tuple[int, int]]) -> bool:
    if not token.tag.startswith(_NOUNS) or len(token.text) < _SHORTEST or token.text.isdigit():
        return False
    return not any(start < token.end and token.start < end for start, end in taken)
