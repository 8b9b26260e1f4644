"""What a long attribute says of its noun: "der von X gegründete Verlag", "das in Y ansässige Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.clauses.chunks import Chunk, behind_attribute, chunk, phrase, phrase_end
from factcheck.extract.clauses.words import Word
from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.modality import negators
from factcheck.extract.tagging import infinitive
from factcheck.lang.clauses import ClauseWords, clause_words


def attributive(context: SentenceContext) -> Iterator[Clause]:
    """Yield a clause for each article with a preposition and a participle before its noun."""
    rules = clause_words(context.sentence.language)
    words = context.words
    for index in range(len(words) - 1):
        behind = behind_attribute(words, index)
        end = phrase_end(words, behind + 1) if behind > index else 0
        if end > behind + 1:
            yield _clause(context, words, (index, behind, end), rules)


def _clause(
    context: SentenceContext,
    words: Sequence[Word],
    places: tuple[int, int, int],
    rules: ClauseWords,
) -> Clause:
    """Article, attribute and noun as one clause; the participle of a deed is a passive."""
    first, behind, end = places
    participle, text = words[behind], context.text
    verb = infinitive(participle.token.lemma, rules.language)
    inner = chunk(words[first + 1 : behind], rules)
    passive = verb != participle.token.lemma and not rules.has("active_with_be", verb)
    agent = next((c for c in inner if passive and rules.has("by", c.preposition)), None)
    return Clause(
        start=words[first].start,
        end=words[end - 1].end,
        verb=verb,
        verb_start=participle.start,
        verb_end=participle.end,
        subject=phrase(Chunk(tuple(words[behind + 1 : end])), text),
        agent=phrase(agent, text) if agent is not None else None,
        adjuncts=tuple((c.preposition, phrase(c, text)) for c in inner),
        passive=passive,
        negated=negators(words[first + 1 : behind], rules.language) % 2 == 1,
        tense="past" if passive else "present",
    )
