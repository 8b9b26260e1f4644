"""Which clause an amount stands in."""

from __future__ import annotations

import re

from factcheck.extract.context import Clause, SentenceContext
from factcheck.lang.clauses import clause_words
from factcheck.lang.measure import holds, is_word
from factcheck.model import Modality, QuantityMention
from factcheck.tables.metrics import ancestors, metrics, related
from factcheck.tables.modality import modality_rows
from factcheck.vocab.metrics import MetricMention, verb_metrics
from factcheck.vocab.modality import modality_words

_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
_BESIDE = 2  # words before an amount among which a "not" is its own
_NOUN_LENGTH = 30  # code points between an amount and the relative clause behind its noun
_NOUN_WORDS = 2
_COSTS = "costs"
_PLANNED = {"date", "time", "length", "area", "volume", "power"}
_NEAR = 60  # code points before an amount in which its noun may stand
_WEAKER = {Modality.NEGOTIATED, Modality.POSSIBLE, Modality.FORECAST}


def clause_at(context: SentenceContext, position: int) -> Clause | None:
    """Return the shortest clause that covers a position of the sentence, if any does."""
    covering = [c for c in context.clauses if c.start <= position < c.end]
    return min(covering, key=lambda c: c.end - c.start, default=None)


def spans_of(
    context: SentenceContext, clause: Clause | None, own: QuantityMention | None = None
) -> list[tuple[int, int]]:
    """Return the spans of a claim's words: its clause, and the relative one behind its amount.

    "480 staff who work part-time": what tells which ones stands in a clause of its own.
    """
    if clause is None:
        return [(0, len(context.text))]
    spans = [(clause.start, clause.end)]
    if own is not None:
        spans += [(c.start, c.end) for c in context.clauses if _tells_which(context, c, own)]
    return spans


def _tells_which(context: SentenceContext, clause: Clause, own: QuantityMention) -> bool:
    if not 0 < clause.start - own.end <= _NOUN_LENGTH:
        return False
    between = context.text[own.end : clause.start].rstrip(", ")
    opener = next((w for w in context.words if w.start >= clause.start), None)
    return opener is not None and opener.kind == "rel" and len(between.split()) <= _NOUN_WORDS


def denied(
    context: SentenceContext,
    clause: Clause | None,
    mention: QuantityMention,
    metric: MetricMention | None = None,
) -> bool:
    """Say whether a clause denies an amount in it.

    What did not happen for seven hours lasted seven hours, unless "not" stands right before the
    amount; what follows "sondern" is not denied. A metric's word may itself say that something
    is not so ("870 Stellen sind nicht besetzt").
    """
    if clause is None or not clause.negated:
        return False
    rules = clause_words(context.sentence.language)
    if metric is not None and not rules.sets["negation"].isdisjoint(metric.text.lower().split()):
        return False
    before, behind = context.text[: mention.start], context.text[mention.end : clause.end]
    words = _WORD.findall(before[clause.start :].lower())
    others = {*words, *_WORD.findall(behind.lower())}
    if mention.quantity.hedge and not others & rules.sets["negation"]:
        return False  # "no closer than 300 metres" only bounds
    if mention.quantity.dimension == "time":
        words = [*words[-_BESIDE:], *_WORD.findall(mention.text.lower())]
        return any(word in rules.sets["negation"] for word in words)
    denying = [i for i, word in enumerate(words) if word in rules.sets["negation"]]
    return not denying or not any(rules.has("contrast", word) for word in words[denying[-1] :])


def reports(clause: Clause, language: str) -> bool:
    """Say whether the clause only says who said something: when is of no interest."""
    return clause.verb in modality_rows()["reported"].control.get(language, ())


def modality_at(context: SentenceContext, position: int, metric: str = "") -> Modality:
    """Return how far the amount at a position is committed to.

    What it is asked or offered as stands before it ("eine Forderung von 6 Prozent"). A plan is
    one whether it is announced or expected ("is expected to cost"); what somebody "said it would"
    do is announced.
    """
    language = context.sentence.language
    clause = clause_at(context, position)
    said = _noun_before(context, position) or modality_of(clause, language, metric)
    if said is Modality.POSSIBLE and _is_answer(metric):
        return Modality.REPORTED
    if said is Modality.POSSIBLE and _is_quoted(context, clause):
        return Modality.REPORTED
    if said is Modality.FORECAST and _is_planned(metric):
        return Modality.ANNOUNCED
    if said is Modality.POSSIBLE and clause is not None and _is_backshifted(context, clause):
        return Modality.ANNOUNCED
    return said


def _is_quoted(context: SentenceContext, clause: Clause | None) -> bool:
    """Say whether the clause only repeats what somebody says was done: "hätten gestreikt"."""
    if clause is None or clause.tense != "past":
        return False
    language = context.sentence.language
    words = _WORD.findall(context.text[clause.start : clause.end].lower())
    if not any(is_word("quoting", word, language) for word in words):
        return False
    return bool(clause.attribution) or any(reports(c, language) for c in context.clauses)


def _noun_before(context: SentenceContext, position: int) -> Modality | None:
    """Return "negotiated" where the amount hangs on a noun of what is wanted, else None."""
    words = context.text[max(0, position - _NEAR) : position].lower().split()
    wanted = any(holds("demands", word, context.sentence.language) for word in words[-2:-1])
    return Modality.NEGOTIATED if wanted else None


def _is_answer(metric: str) -> bool:
    """Say whether the metric is one of what people answered: that they "would vote" is a fact."""
    row = metrics().get(metric)
    return row is not None and row.surveyed


def _is_planned(metric: str) -> bool:
    """Say whether the metric is a property of what is planned: its costs, its date, its size."""
    row = metrics().get(metric)
    return row is not None and (
        _COSTS in ancestors(metric) or bool(_PLANNED.intersection(row.dimensions))
    )


def _is_backshifted(context: SentenceContext, clause: Clause) -> bool:
    """Say whether the clause is what the one right before it says, with no "that" between."""
    ahead = [c for c in context.clauses if 0 <= clause.start - c.end <= 1]
    words = context.text[clause.start : clause.end].lower().split()
    rules = clause_words(context.sentence.language)
    return any(reports(c, context.sentence.language) for c in ahead) and any(
        rules.has("backshift", word) for word in words
    )


def modality_of(clause: Clause | None, language: str, metric: str = "") -> Modality:
    """Return how far a clause's amounts are committed to: "verhandelt über 10 Milliarden".

    The verb of the amount's own `metric` measures it: "weighed 22 kilograms".
    """
    if clause is None:
        return Modality.ACTUAL
    own = any(
        metric == named or (metric and related(metric, named))
        for named, _ in verb_metrics(clause.verb, language)
    )
    if own or is_word(
        "counts", clause.verb, language
    ):  # "spricht von 80 Toten" is no talks about them
        row = None
    else:
        row = modality_words(language).control.get(clause.verb)
    governed = Modality(row.modality) if row else clause.modality
    return governed if governed in _WEAKER else clause.modality
