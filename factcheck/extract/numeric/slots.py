"""What fills the places around an amount: its parties, what hangs on them, and the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.clauses.words import VERBAL, Word
from factcheck.extract.context import Clause, SentenceContext
from factcheck.lang.function_words import function_words
from factcheck.vocab.content import stem
from factcheck.vocab.metrics import MetricMention

_NOMINAL = frozenset({"noun", "adj", "num"})
_DEEDS = VERBAL | {"adv", "particle"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_BESIDE = frozenset({"", "und"})  # links of phrases that hang on nothing


def slots_of(
    context: SentenceContext, clause: Clause | None, metric: MetricMention | None = None
) -> tuple[str, ...]:
    """Return "slot:stem" of the clause's words, sorted; amounts, times and the metric left out.

    The slots: "party" (who and what: subject, objects), "attribute" (behind a preposition, in the
    genitive, as apposition), "deed" (verbs and adverbs).
    """
    start, end = (clause.start, clause.end) if clause else (0, len(context.text))
    taken = [(amount.start, amount.end) for amount in context.quantities]
    taken += [(time.start, time.end) for time in context.periods]
    if metric is not None:
        taken.append((metric.start, metric.end))
    free = (
        word
        for word in context.words
        if start <= word.start < end
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
    return any(
        phrase.start <= word.start < phrase.end
        for link, phrase in clause.adjuncts
        if link not in _BESIDE
    )
