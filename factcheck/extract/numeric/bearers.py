"""Who bears an amount and is not its subject: whom a court sentences, who "belegte Platz vier"."""

from __future__ import annotations

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.model import QuantityMention
from factcheck.tables.metrics import metrics
from factcheck.vocab.metrics import find_metrics
from factcheck.vocab.things import acts, thing

_CHOSEN = ("party", "person")
_PREPOSITIONS = ("AP", "PR")  # tags
_BESIDE = 7  # code points between an amount and the verb behind it, one short word at most


def bearer(
    context: SentenceContext, mention: QuantityMention, metric: str, clause: Clause | None
) -> Phrase | None:
    """Return the object that an amount belongs to, if it is not the subject's; None otherwise.

    "Platz vier belegte Anna Kohl": the amount stands where the subject would. "Das Gericht
    verurteilte ihn zu vier Jahren Haft": a metric that its verb's object bears.
    """
    if clause is None or clause.passive:
        return None
    row = metrics().get(metric)
    if not is_subject(context, mention, clause) and not (
        row is not None and clause.verb in row.borne
    ):
        return None
    language = context.sentence.language
    spans = [(amount.start, amount.end) for amount in context.quantities]
    others = (p for p in clause.objects if not _overlaps(p, spans))
    others = (p for p in others if p.text not in clause.attribution)  # ", so der Beschluss"
    return next((p for p in others if not find_metrics(p.text, language)), None)


def chosen_of(
    context: SentenceContext, mention: QuantityMention, metric: str, clause: Clause | None
) -> Phrase | None:
    """Return whom those who were asked choose: the party that their share is told of."""
    row = metrics().get(metric)
    if row is None or not row.surveyed or clause is None:
        return None
    inside = [e for e in context.entities if clause.start <= e.start < clause.end]
    parties = [e for e in inside if e.entity.kind in _CHOSEN]
    if parties:
        near = min(parties, key=lambda e: max(mention.start - e.end, e.start - mention.end))
        return Phrase(near.start, near.end, near.text, near.text, near)
    spans = [(mention.start, mention.end)]
    if clause.subject is None or not _overlaps(clause.subject, spans):
        return None
    return next((p for p in clause.objects if not _overlaps(p, spans)), None)


def is_subject(context: SentenceContext, mention: QuantityMention, clause: Clause) -> bool:
    """Say whether the amount stands where the subject would, right before its verb."""
    subject = clause.subject
    ahead = [token for token in context.tokens if token.end <= mention.start]
    if ahead and ahead[-1].tag.startswith(_PREPOSITIONS):
        return False
    if subject is None or not 0 <= clause.verb_start - mention.end <= _BESIDE:
        return False
    return _overlaps(subject, [(mention.start, mention.end)])


def is_giver(phrase: Phrase, metric: str, language: str) -> bool:
    """Say whether a court or the like gives out what its object would bear."""
    row = metrics().get(metric)
    return row is not None and bool(row.borne) and acts(thing(phrase.text, phrase.head, language))


def _overlaps(phrase: Phrase, spans: list[tuple[int, int]]) -> bool:
    return any(phrase.start < end and start < phrase.end for start, end in spans)
