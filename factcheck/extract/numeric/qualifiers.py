"""What narrows an amount: the qualifiers of its clause ("Frauen", "netto", "im Ausland")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.clause import spans_of
from factcheck.lang.measure import holds, is_word
from factcheck.model import QuantityMention
from factcheck.tables.qualifiers import counting_tags
from factcheck.vocab.content import stem
from factcheck.vocab.qualifiers import QualifierMention, find_qualifiers, qualifiers_of_word

_COUNTED = ("count", "number")
# A capital alone between a noun's letters and a blank, or before a hyphen or a noun.
_LETTER = re.compile(r"(?<=[a-zäöüß] )[B-HJ-Z](?=[ ,;:.]|$)(?!\. )|(?<![\w.])[A-HJ-Z](?=-[A-ZÄÖÜ])")
_NUMBERED = re.compile(r"\b(?P<name>[A-ZÄÖÜ][^\W\d_]{2,}) (?P<number>\d{1,3})(?![\w.,:%–-]*\d)")
_SIDES = ("before_event", "after_event", "during_event")  # rows of measure.toml
_GENDERED = re.compile(r"(?P<stem>[A-ZÄÖÜ][^\W\d_]{3,})er(?P<women>innen)?n?")


def qualifiers_of(
    context: SentenceContext, clause: Clause | None, own: QuantityMention
) -> tuple[str, ...]:
    """Return "set:member" of the narrowing words in the clause, sorted.

    What stands in another amount belongs to that one, and a unit narrows nothing, nor does a name
    that a table knows.
    """
    spans = spans_of(context, clause, own)
    counts = own.quantity.dimension == "count"
    taken = [(m.start, m.end) for m in context.quantities if m is not own or not counts]
    taken += [(m.start, m.end) for m in context.entities if m.entity.resolved]
    found = (
        mention
        for mention in _mentions(context)
        if any(start <= mention.start < end for start, end in spans)
        and not any(begin < mention.end and mention.start < stop for begin, stop in taken)
    )
    tags = {tag for mention in found for tag in mention.tags}
    if own.quantity.dimension not in _COUNTED:
        tags -= counting_tags()
    told = (*_phases(context, clause), *_women_and_men(context, spans), *_labels(context, spans))
    return tuple(sorted(tags.union(told)))


def _phases(context: SentenceContext, clause: Clause | None) -> Iterator[str]:
    """Yield on which side of an event the clause stands: "vor dem Umbau", "after the merger"."""
    language = context.sentence.language
    for link, phrase in clause.adjuncts if clause else ():
        side = next((row for row in _SIDES if is_word(row, link.lower(), language)), "")
        says = holds("source_nouns", phrase.head.lower(), language)  # "nach Angaben der Polizei"
        if (
            side
            and not says
            and not phrase.entity
            and phrase.head
            and not _is_time(context, phrase)
        ):
            yield f"phase_{stem(phrase.head, language)}:{side}"


def _is_time(context: SentenceContext, phrase: Phrase) -> bool:
    taken = [(time.start, time.end) for time in context.periods]
    taken += [(amount.start, amount.end) for amount in context.quantities]
    return any(phrase.start < end and start < phrase.end for start, end in taken)


def _women_and_men(context: SentenceContext, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield of each German noun for women or men which it says: "Handballerinnen"."""
    if context.sentence.language != "de":
        return
    for token in context.tokens:
        found = _GENDERED.fullmatch(token.text)
        if found and any(start <= token.start < end for start, end in spans):
            yield f"who_{found['stem'].lower()}:{'women' if found['women'] else 'men'}"


def _labels(context: SentenceContext, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield what tells one thing of a kind from another: "Block C", "B-Probe", "Radio 3"."""
    names = [(e.start, e.end) for e in context.entities]
    yield from _numbers(context, spans)
    for found in _LETTER.finditer(context.text):
        inside = any(start <= found.start() < end for start, end in spans)
        if inside and not any(start <= found.start() < end for start, end in names):
            yield f"label_:{found.group()}"


def _numbers(context: SentenceContext, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the numbers that name a thing and count nothing."""
    taken = [(m.start, m.end) for m in context.quantities]
    taken += [(m.start, m.end) for m in context.periods]
    for found in _NUMBERED.finditer(context.text):
        inside = any(start <= found.start() < end for start, end in spans)
        if inside and not any(a < found.end() and found.start("number") < b for a, b in taken):
            name = stem(found["name"], context.sentence.language)
            yield f"label_{name}:{found['number']}"


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
