"""Clauses of a sentence: who does what to whom, and how surely."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses.chunks import Chunk, chunk, phrase
from factcheck.extract.clauses.embedding import (
    governing,
    parent_of,
    place_meant,
    speaker,
    subject_of,
)
from factcheck.extract.clauses.quoted import told_by_speakers
from factcheck.extract.clauses.roles import Roles, assign
from factcheck.extract.clauses.segments import Segment, segment
from factcheck.extract.clauses.verbs import VerbGroup, verb_group
from factcheck.extract.clauses.words import Word
from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.modality import Commitment, commitment, negators, source
from factcheck.lang.clauses import ClauseWords, clause_words
from factcheck.lang.function_words import function_words
from factcheck.model import Modality


def analyse(context: SentenceContext) -> list[Clause]:
    """Return the clauses of a sentence in text order; offsets count in the sentence."""
    rules = clause_words(context.sentence.language)
    segments = segment(context.words, rules)
    clauses: list[Clause] = []
    groups: list[VerbGroup] = []
    for part in segments:
        shared = groups[-1] if part.shares_verb and groups else None
        group = verb_group(part.words, rules, shared)
        clauses.append(_clause(context, part, group, clauses, groups, rules))
        groups.append(group)
    return told_by_speakers(clauses, rules)


def _clause(
    context: SentenceContext,
    part: Segment,
    group: VerbGroup,
    before: Sequence[Clause],
    groups: Sequence[VerbGroup],
    rules: ClauseWords,
) -> Clause:
    text = context.text
    start, end = part.words[0].start, max(word.end for word in part.words)
    chunks = chunk(_without_opener(part), rules)
    roles = assign(chunks, group, rules, _place_of_subject(part, before, rules))
    over = governing(part, before, groups, rules)
    named = source(text, rules.language) or speaker(part, group, before, rules)
    attribution = _party(context, named)
    said = commitment(
        text[start:end],
        group,
        over,
        attribution,
        rules.language,
        _conditional(part, rules),
    )
    return Clause(
        start=start,
        end=end,
        verb=group.lemma,
        verb_start=group.main.start if group.main else -1,
        verb_end=group.main.end if group.main else -1,
        subject=subject_of(context, part, roles, parent_of(part, before)),
        objects=tuple(phrase(c, text) for c in roles.objects),
        recipient=_phrase(roles.recipient, text),
        agent=_phrase(roles.agent, text),
        adjuncts=(*_adjuncts(roles, text, rules), *place_meant(part, before, rules)),
        passive=group.passive,
        negated=_negations(part, said, bool(over), before, rules) % 2 == 1,
        tense=group.tense,
        modality=_modality(part, said, before),
        attribution=said.attribution,
        headline=group.finite is None and part.kind == "main",
    )


def _party(context: SentenceContext, named: str) -> str:
    """Return who says it without when: "wie Velaro am Mittwoch in Stuttgart mitteilte"."""
    start = context.text.find(named) if named else -1
    end = start + len(named)
    times = [p.start for p in context.periods if start < p.start < end]
    if start < 0 or not times:
        return named
    words = context.text[start : min(times)].split()
    while len(words) > 1 and words[-1] in function_words(context.sentence.language):
        del words[-1]
    return " ".join(words)


def _without_opener(part: Segment) -> list[Word]:
    """A relative pronoun is no phrase; its antecedent is the clause's subject or object."""
    return [
        word for word in part.words if word.kind not in ("sub", "conj") or word is not part.words[0]
    ]


def _place_of_subject(part: Segment, before: Sequence[Clause], rules: ClauseWords) -> str:
    if part.kind == "rel" and not part.shares_subject:
        return "relative" if not rules.has("oblique", part.opener) else "own"
    if part.kind == "infinitive":
        return "shared"
    if not part.shares_subject:
        return "own"
    return "shared" if part.kind == "main" or (before and before[-1].objects) else "own"


def _negations(
    part: Segment,
    said: Commitment,
    governed: bool,
    before: Sequence[Clause],
    rules: ClauseWords,
) -> int:
    """Count what denies the clause: its own words, the verb over it, and what denies that verb."""
    own = negators(part.words, rules.language)
    inherited = part.kind == "infinitive" and governed and before[part.parent].negated
    return own + said.negates + _without(part, rules) + inherited


def _modality(part: Segment, said: Commitment, before: Sequence[Clause]) -> Modality:
    """A denial reaches down: "denied that it is in talks to buy"."""
    parent = before[part.parent] if 0 <= part.parent < len(before) else None
    if part.kind == "infinitive" and parent is not None and parent.modality is Modality.DENIED:
        return Modality.DENIED
    return said.modality


def _without(part: Segment, rules: ClauseWords) -> bool:
    """ "ohne ... zu" says that it does not happen."""
    return rules.has("without", part.opener)


def _conditional(part: Segment, rules: ClauseWords) -> bool:
    return rules.has("conditional", part.opener)


def _phrase(found: Chunk | None, text: str) -> Phrase | None:
    return phrase(found, text) if found is not None else None


def _adjuncts(roles: Roles, text: str, rules: ClauseWords) -> tuple[tuple[str, Phrase], ...]:
    """Phrases with their preposition; "gen", "und" or "app" for one that hangs on the last."""
    return tuple((_link(c), phrase(c, text)) for c in roles.adjuncts if c.head.kind != "refl")


def _link(found: Chunk) -> str:
    if found.genitive:
        return "gen"
    if found.preposition:
        return found.preposition
    if found.coordinated:
        return "und"
    return "app" if found.apposition else ""
