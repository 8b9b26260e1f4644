"""What a long attribute says of its noun: "der von X gegründete Verlag", "das in Y ansässige Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.extract.clauses.chunks import Chunk, behind_attribute, chunk, phrase, phrase_end
from factcheck.extract.clauses.words import Word
from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.modality import negators
from factcheck.extract.tagging import infinitive, is_verb
from factcheck.lang.clauses import ClauseWords, clause_words
from factcheck.vocab.opposites import is_listed


def attributive(context: SentenceContext) -> Iterator[Clause]:
    """Yield a clause for each article with a preposition and a participle before its noun."""
    rules = clause_words(context.sentence.language)
    words = context.words
    for index in range(len(words) - 1):
        behind = behind_attribute(words, index)
        end = phrase_end(words, behind + 1) if behind > index else 0
        if end > behind + 1:
            yield _clause(context, words, (index, behind, end), rules)


def participial(context: SentenceContext) -> Iterator[Clause]:
    """Yield a passive clause for a participle that stands alone before its noun.

    Only those of the table of opposites: "das geschlossene Bad", "the jailed mayor".
    """
    language = context.sentence.language
    if not context.entities:
        return
    for index, word in enumerate(context.words[:-1]):
        verb = _done(word, language) if word.kind == "adj" else ""
        end = phrase_end(context.words, index + 1) if verb else 0
        if end > index + 1:
            yield _done_to(context, verb, (index, end))


def _done(word: Word, language: str) -> str:
    """Return the listed verb of a participle in small letters, or ""."""
    return _listed(word.token.lemma.lower(), language) if word.token.text.islower() else ""


@lru_cache(maxsize=16384)
def _listed(form: str, language: str) -> str:
    return next((v for v in _verbs_of(form, language) if is_listed(f"{language}:{v}")), "")


def _verbs_of(form: str, language: str) -> Iterator[str]:
    """The verbs that a participle may be of; none for other adjectives."""
    if language == "en":
        cut = form.removesuffix("ed")
        yield from (cut, f"{cut}e", cut[:-1]) if cut != form else ()
    elif (verb := infinitive(form, language)) != form or is_verb(form, language):
        yield verb


def _done_to(context: SentenceContext, verb: str, places: tuple[int, int]) -> Clause:
    """Participle and noun as a passive clause, with what hangs right behind the noun."""
    first, end = places
    words, text = context.words, context.text
    participle, rules = words[first], clause_words(context.sentence.language)
    behind = chunk(words[end : end + _BEHIND], rules)[:1] if end < len(words) else []
    hanging = [c for c in behind if c.preposition and words[end].kind == "prep"]
    return Clause(
        start=participle.start,
        end=max([words[end - 1].end, *(c.end for c in hanging)]),
        verb=verb,
        verb_start=participle.start,
        verb_end=participle.end,
        subject=phrase(Chunk(tuple(words[first + 1 : end])), text),
        adjuncts=tuple((c.preposition, phrase(c, text)) for c in hanging),
        passive=True,
        tense="past",
    )


_BEHIND = 5  # words, enough for a preposition and a name


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
