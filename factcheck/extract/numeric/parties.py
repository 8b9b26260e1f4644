"""Whose amount it is, what it goes into, and where: subject, object and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.bearers import bearer, chosen_of, is_giver, is_subject
from factcheck.extract.numeric.measured import Measured
from factcheck.extract.numeric.pieces import counted_from, piece_at, pieces_of
from factcheck.extract.numeric.things import is_number_noun, numbered
from factcheck.lang.function_words import function_words
from factcheck.lang.measure import holds, is_word
from factcheck.model import Entity, EntityMention, QuantityMention
from factcheck.tables.metrics import metrics
from factcheck.vocab.content import content_words
from factcheck.vocab.metrics import find_metrics

_WORD = re.compile(r"[^\W\d_][\w-]*")
_NO_SUBJECT = {"media", "place", "office"}
_OWNERS = {"company", "institution", "party", "club", "product"}
_TELLERS = {"institution", "media", "person", "party", "office"}  # they count others
_PLACES = {"place"}
_PLAIN = ("name", "alias", "text", "adjective", "genitive", "compound")
_TELLING = ("counts", "expects")  # rows of verbs whose subject gives a figure
_SIZE = "size"  # the metric of which length and height are kinds
_GENITIVES = ("'s ", "’s ")
_REACH = 40  # how far behind the amount its object may begin


@dataclass(frozen=True, slots=True)
class Parties:
    """Who an amount belongs to; `confidence` falls with the distance of the evidence."""

    subject: Entity | None
    object: Entity | None
    place: str
    confidence: float


def parties_of(
    context: SentenceContext, mention: QuantityMention, measured: Measured, clause: Clause | None
) -> Parties:
    """Return the parties of one amount."""
    target = _object(context, mention, measured) or _verb_object(context, mention, measured, clause)
    chosen = chosen_of(context, mention, measured.metric, clause)
    if chosen is not None:
        known = chosen.entity.entity if chosen.entity else None
        owner = known or as_text(chosen.text, context.sentence.language)
        return Parties(owner, None, _place(context, mention, clause, {owner.id}), 1.0)
    subject, confidence = _subject(context, mention, measured, clause, target)
    used = {entity.id for entity in (subject, target) if entity}
    return Parties(subject, target, _place(context, mention, clause, used), confidence)


def _subject(
    context: SentenceContext,
    mention: QuantityMention,
    measured: Measured,
    clause: Clause | None,
    target: Entity | None,
) -> tuple[Entity | None, float]:
    taken = target.id if target else ""
    owner = _owner(context, measured)
    if owner is not None and owner.id != taken:
        return owner, 1.0
    phrase = (
        _receiver(context, mention, clause)
        or bearer(context, mention, measured.metric, clause)
        or _logical_subject(clause, context.sentence.language)
    )
    if phrase is not None and is_giver(phrase, measured.metric, context.sentence.language):
        return None, 0.9
    if phrase is not None and phrase.entity is not None and phrase.entity.entity.id != taken:
        if phrase.entity.entity.kind != "media":
            return phrase.entity.entity, 1.0
    elif phrase is not None and _speaks_of(phrase, context, measured):
        return as_text(phrase.text, context.sentence.language), 0.95
    for nearby in _able(context, mention, clause):
        if nearby.entity.id != taken:
            return nearby.entity, 0.95
    row = metrics().get(measured.metric)
    if row is not None and row.of == "place":
        return _where(context, mention, clause) or _named_where(clause, context), 0.95
    return _topic(context, clause, taken), 0.9


def _topic(context: SentenceContext, clause: Clause | None, taken: str) -> Entity | None:
    """Return what the article is about, if it can own an amount and does not only report it."""
    topic = context.topic.entity if context.topic else None
    if topic is None or topic.kind not in _OWNERS or topic.id == taken:
        return None
    named = [mention for mention in context.entities if mention.entity == topic]
    told = any(_only_tells(mention, clause, context.sentence.language) for mention in named)
    return None if told or _is_source(topic, clause, context.sentence.language) else topic


def _is_source(entity: Entity, clause: Clause | None, language: str) -> bool:
    """Say whether an entity gives the clause's figure: "das Ministerium sprach von 96 Drohnen"."""
    subject = clause.subject if clause and _only_counts(clause, language) else None
    return subject is not None and subject.entity is not None and subject.entity.entity == entity


def _owner(context: SentenceContext, measured: Measured) -> Entity | None:
    """Return the entity joined to the metric word: "Microsofts Umsatz", "Umsatz von Microsoft"."""
    mention, row = measured.mention, metrics().get(measured.metric)
    if mention is None or (row is not None and row.surveyed):
        return None
    for entity in context.entities:
        if _is_listed(context, measured, entity):
            return replace(entity.entity, kind="company")
        if entity.entity.kind in _NO_SUBJECT and entity.how != "genitive":
            continue
        before = context.text[entity.end : mention.start]
        owns = entity.how == "genitive" or before.startswith(_GENITIVES)
        if entity.end <= mention.start and owns and len(before.replace("'s", "").split()) <= 2:
            return entity.entity
        after = context.text[mention.end : entity.start].split()
        if entity.start >= mention.end and _all_joining(after, context):
            return entity.entity
        if mention.start <= entity.start and entity.end <= mention.end:
            return entity.entity
    return None


def _is_listed(context: SentenceContext, measured: Measured, entity: EntityMention) -> bool:
    """Say whether a name that no table knows is whose shares they are: "shares in Greggs"."""
    row, mention = metrics().get(measured.metric), measured.mention
    if row is None or mention is None or row.per != "share" or entity.entity.resolved:
        return False
    between = context.text[mention.end : entity.start].strip().lower()
    return is_word("shares_in", between, context.sentence.language)


def _all_joining(words: list[str], context: SentenceContext) -> bool:
    language = context.sentence.language
    return 1 <= len(words) <= 2 and all(is_word("of", word.lower(), language) for word in words)


def _receiver(
    context: SentenceContext, mention: QuantityMention, clause: Clause | None
) -> Phrase | None:
    """Return whom an amount falls to that is itself the subject: "auf Wendt entfielen 53 Prozent".

    Only a name counts: "stieg auf 5" and "ging auf Platz 2" have none.
    """
    subject = clause.subject if clause else None
    if clause is None or subject is None:
        return None
    if not (subject.start < mention.end and mention.start < subject.end):
        return None
    language = context.sentence.language
    named = [p for word, p in clause.adjuncts if is_word("falls_to", word.lower(), language)]
    return next((p for p in named if p.entity and p.entity.entity.kind not in _NO_SUBJECT), None)


def source_of(clause: Clause | None, language: str) -> str:
    """Return who says a clause's figure: its attribution, or the subject of "zählte", "put at"."""
    if clause is None:
        return ""
    if not clause.attribution and clause.subject and _only_counts(clause, language):
        return clause.subject.text
    return clause.attribution


def _only_counts(clause: Clause, language: str) -> bool:
    """Say whether the clause's subject gives the figure and does not own it.

    "Die Polizei zählte 300 Menschen" against "Das Freibad zählte 300 Gäste"; a company that
    reports its profit does both.
    """
    subject = clause.subject
    if subject is None or not any(is_word(row, clause.verb, language) for row in _TELLING):
        return False
    if subject.entity is not None and subject.entity.entity.kind in _TELLERS:
        return _counts_others(subject.entity.entity, subject.text, language)
    return any(holds("sources", w.lower(), language) for w in _WORD.findall(subject.text))


def _only_tells(mention: EntityMention, clause: Clause | None, language: str) -> bool:
    """Say whether the clause names somebody only as who says so: "laut Verdi streikten 300".

    "Laut Siemens" tells of Siemens itself.
    """
    if clause is None or not clause.attribution or mention.text not in clause.attribution:
        return False
    told = mention.entity.kind in _TELLERS
    return told and _counts_others(mention.entity, clause.attribution, language)


def _describes_source(place: EntityMention, clause: Clause | None) -> bool:
    """Say whether a place only tells who says so: "der ukrainische Gouverneur"."""
    told = clause is not None and place.text in clause.attribution
    return told and place.how == "adjective"


def _counts_others(entity: Entity, text: str, language: str) -> bool:
    """Say whether who gives a figure is no house that counts its guests: "das Theater Ulm"."""
    if entity.resolved or entity.kind != "institution":
        return True
    return any(holds("sources", word.lower(), language) for word in _WORD.findall(text))


def _logical_subject(clause: Clause | None, language: str) -> Phrase | None:
    if clause is None or _only_counts(clause, language):
        return None
    if clause.subject is not None and is_number_noun(clause.subject, language):
        return numbered(clause, language)
    return clause.agent if clause.passive and clause.agent is not None else clause.subject


def _speaks_of(phrase: Phrase, context: SentenceContext, measured: Measured) -> bool:
    """Say whether an unresolved subject is a thing of its own: not the metric, nor the amount.

    A thing whose size is told stays one, even where its name alone would tell which: "der Turm".
    """
    if any(
        phrase.start < amount.end and amount.start < phrase.end for amount in context.quantities
    ):
        return False
    if find_metrics(phrase.text, context.sentence.language) and not _is_sized(phrase, measured):
        return False
    return bool(_WORD.search(phrase.text)) and bool(
        content_words(phrase.text, context.sentence.language)
    )


def _is_sized(phrase: Phrase, measured: Measured) -> bool:
    """Say whether other words than the phrase's own name the size that is told."""
    row, named = metrics().get(measured.metric), measured.mention
    sized = row is not None and row.is_a == _SIZE
    return sized and named is not None and not phrase.start <= named.start < phrase.end


def _able(
    context: SentenceContext, mention: QuantityMention, clause: Clause | None
) -> list[EntityMention]:
    """Return the clause's entities that may own an amount: nearest before it, then behind."""
    start, end = (clause.start, clause.end) if clause else (0, len(context.text))
    able = [e for e in context.entities if e.entity.kind in _OWNERS and start <= e.start < end]
    if clause and clause.subject and _only_counts(clause, context.sentence.language):
        able = [e for e in able if not clause.subject.start <= e.start < clause.subject.end]
    able = [e for e in able if not _only_tells(e, clause, context.sentence.language)]
    ahead = [e for e in able if e.end <= mention.start]
    behind = [e for e in able if e.start >= mention.end]
    return ahead[::-1] + behind


def _object(
    context: SentenceContext, mention: QuantityMention, measured: Measured
) -> Entity | None:
    """Return what the amount goes into or is a share of: "in OpenAI", "an OpenAI"."""
    language = context.sentence.language
    tail = context.text[mention.end :]
    skipped = measured.mention
    if skipped is not None and 0 <= skipped.start - mention.end <= 2:
        tail = " " * (skipped.end - mention.end) + context.text[skipped.end :]
    words = list(_WORD.finditer(tail[: _REACH + 40]))
    for word in words[:2]:
        if word.start() <= _REACH and is_word("into", word.group().lower(), language):
            return _target(context, mention.end + word.end(), skipped is not None)
    return None


def _verb_object(
    context: SentenceContext, mention: QuantityMention, measured: Measured, clause: Clause | None
) -> Entity | None:
    """Return what a verb that names the metric acts on: "kauft für 7 Milliarden das Geschäft"."""
    if clause is None or not measured.by_verb or is_subject(context, mention, clause):
        return None
    for phrase in clause.objects:
        if not any(phrase.start < q.end and q.start < phrase.end for q in context.quantities):
            known = phrase.entity.entity if phrase.entity else None
            return known or as_text(phrase.text, context.sentence.language)
    return None


def _target(context: SentenceContext, position: int, named: bool) -> Entity | None:
    for entity in context.entities:
        if position <= entity.start <= position + 30 and _short(context, position, entity.start):
            return None if entity.entity.kind in _PLACES else entity.entity
    if any(position <= p.start <= position + 8 for p in context.periods):
        return None
    found = [m for m in _WORD.finditer(context.text, position, position + 60) if m[0][0].isupper()]
    if not found or not named or not _short(context, position, found[0].start()):
        return None
    if find_metrics(found[0][0], context.sentence.language):
        return None
    return as_text(found[0][0], context.sentence.language)


def _short(context: SentenceContext, start: int, end: int) -> bool:
    return len(context.text[start:end].split()) <= 2


def _where(
    context: SentenceContext, mention: QuantityMention, clause: Clause | None
) -> Entity | None:
    """Return the place of the amount's piece of the sentence, else the last one named before.

    "In Kiel sind es 6, in Lübeck 7 Prozent": each amount has its own.
    """
    start, end = (clause.start, clause.end) if clause else (0, len(context.text))
    places = [
        e
        for e in context.entities
        if e.entity.kind in _PLACES and e.how in _PLAIN and not counted_from(context, e.start)
    ]
    places = [e for e in places if not _describes_source(e, clause)]
    pieces = pieces_of(context) if places else []
    home = piece_at(pieces, mention.start)
    inside = [e for e in places if start <= e.start < end]
    own = [e for e in inside if piece_at(pieces, e.start) == home]
    found = (
        next((e for e in own if _right_behind(context, mention, e)), None)
        or max((e for e in own if e.end <= mention.start), key=lambda e: e.start, default=None)
        or min(own, key=lambda e: e.start, default=None)
        or max((e for e in inside if e.end <= mention.start), key=lambda e: e.start, default=None)
    )
    return found.entity if found else None


def _right_behind(context: SentenceContext, mention: QuantityMention, place: EntityMention) -> bool:
    """Say whether only a preposition stands between: "fünf Menschen in Syrien"."""
    between = context.text[mention.end : place.start]
    return place.start > mention.end and between.strip().isalpha()


def _named_where(clause: Clause | None, context: SentenceContext) -> Entity | None:
    """Return the name behind "in" or "on" that no table knows: "auf Kreta", "bei Gohrisch"."""
    if clause is None:
        return None
    language = context.sentence.language
    behind = (p for word, p in clause.adjuncts if is_word("where", word.lower(), language))
    names = (p.entity.entity for p in behind if p.entity)
    return next((name for name in names if name.kind == "unknown"), None)


def _place(
    context: SentenceContext, mention: QuantityMention, clause: Clause | None, used: set[str]
) -> str:
    """Return the id of the place in the amount's clause, when it is not a party itself."""
    place = _where(context, mention, clause)
    return place.id if place is not None and place.id not in used else ""


def as_text(text: str, language: str) -> Entity:
    """Return an entity that no table knows: the words without their articles."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in function_words(language):
        del words[0]
    name = " ".join(words)
    return Entity("text:" + name.lower(), name)
