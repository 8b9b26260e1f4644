"""What fills the places around an amount: its parties, what hangs on them, and the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.clauses.words import VERBAL, Word
from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.anchors import source_spans
from factcheck.extract.numeric.clause import spans_of
from factcheck.lang.function_words import function_words
from factcheck.model import QuantityMention
from factcheck.vocab.content import stem
from factcheck.vocab.metrics import MetricMention

_NOMINAL = frozenset({"noun", "adj", "num"})
_DEEDS = VERBAL | {"adv", "particle"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_BESIDE = frozenset({"", "und"})  # links of phrases that hang on nothing


def slots_of(
    context: SentenceContext,
    clause: Clause | None,
    metric: MetricMention | None = None,
    own: QuantityMention | None = None,
) -> tuple[str, ...]:
    """Return "slot:stem" of the clause's words, sorted.

    Amounts, times, the metric and who says so are left out.

    The slots: "party" (who and what: subject, objects), "attribute" (behind a preposition, in the
    genitive, as apposition, in the relative clause behind the `own` amount), "deed" (verbs and
    adverbs).
    """
    spans = spans_of(context, clause, own)
    taken = [(amount.start, amount.end) for amount in context.quantities]
    taken += [(time.start, time.end) for time in context.periods]
    taken += list(source_spans(context, clause))
    if metric is not None:
        taken.append((metric.start, metric.end))
    free = (
        word
        for word in context.words
        if any(start <= word.start < end for start, end in spans)
        and not any(begin < word.end and word.start < stop for begin, stop in taken)
    )
    return tuple(sorted({slot for word in free for slot in _slots(word, clause, context)}))


def _slots(word: Word, clause: Clause | None, context: SentenceContext) -> Iterator[str]:
    """Yield the word's slot with each of its parts ("Ex-Pfleger" has two)."""
    if word.kind in _DEEDS:
        slot = "deed"
    elif word.kind in _NOMINAL:
        slot = "attribute" if clause and _hangs(word, clause) else "party"
    else:
        return
    language = context.sentence.language
    for part in _WORD.findall(word.token.text):
        if part.lower() not in function_words(language):
            yield f"{slot}:{stem(part, language)}"


def _hangs(word: Word, clause: Clause) -> bool:
    return not clause.start <= word.start < clause.end or any(
        phrase.start <= word.start < phrase.end
        for link, phrase in clause.adjuncts
        if link not in _BESIDE
    )
