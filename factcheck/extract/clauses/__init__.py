"""Clauses of a sentence: who does what to whom, and how surely."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses.chunks import Chunk, chunk, phrase
from factcheck.extract.clauses.roles import Roles, assign
from factcheck.extract.clauses.segments import Segment, segment
from factcheck.extract.clauses.verbs import VerbGroup, verb_group
from factcheck.extract.clauses.words import Word, classify
from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.modality import commitment, negators, source
from factcheck.lang.clauses import ClauseWords, clause_words


def analyse(context: SentenceContext) -> list[Clause]:
    """Return the clauses of a sentence in text order; offsets count in the sentence."""
    rules = clause_words(context.sentence.language)
    segments = segment(classify(context), rules)
    clauses: list[Clause] = []
    groups: list[VerbGroup] = []
    for part in segments:
        shared = groups[-1] if part.shares_verb and groups else None
        group = verb_group(part.words, rules, shared)
        clauses.append(_clause(context, part, group, clauses, groups, rules))
        groups.append(group)
    return clauses


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
    roles = assign(chunks, group, rules, _place_of_subject(part, before))
    governing = _governing(part, before, groups)
    attribution = source(text, rules.language) or _speaker(part, before, groups, rules.language)
    said = commitment(
        text[start:end],
        group,
        governing,
        attribution,
        rules.language,
        _conditional(part, rules),
    )
    parent = before[part.parent] if 0 <= part.parent < len(before) else None
    parent = before[-1] if part.shares_subject and before else parent
    return Clause(
        start=start,
        end=end,
        verb=group.lemma,
        verb_start=group.main.start if group.main else -1,
        verb_end=group.main.end if group.main else -1,
        subject=_subject(part, roles, parent, text),
        objects=tuple(phrase(c, text) for c in roles.objects),
        recipient=_phrase(roles.recipient, text),
        agent=_phrase(roles.agent, text),
        adjuncts=_adjuncts(roles, text, rules),
        passive=group.passive,
        negated=(negators(part.words, rules.language) + said.negates) % 2 == 1,
        tense=group.tense,
        modality=said.modality,
        attribution=said.attribution,
        headline=group.finite is None and part.kind == "main",
    )


def _without_opener(part: Segment) -> list[Word]:
    """A relative pronoun is no phrase; its antecedent is the clause's subject or object."""
    return [
        word for word in part.words if word.kind not in ("sub", "conj") or word is not part.words[0]
    ]


def _place_of_subject(part: Segment, before: Sequence[Clause]) -> str:
    if part.kind == "rel" and not part.shares_subject:
        return "relative" if part.opener not in _OBLIQUE else "own"
    if part.kind == "infinitive":
        return "shared"
    if not part.shares_subject:
        return "own"
    return "shared" if part.kind == "main" or (before and before[-1].objects) else "own"


_OBLIQUE = frozenset({"den", "dem", "deren", "dessen", "denen", "whose", "whom"})


def _governing(
    part: Segment, before: Sequence[Clause], groups: Sequence[VerbGroup]
) -> tuple[str, ...]:
    """Infinitives of the verbs over an infinitive or that-clause."""
    parent = part.parent
    if part.kind not in ("infinitive", "sub") or not 0 <= parent < len(before):
        return ()
    if part.kind == "sub" and part.opener not in _CONTENT:
        return ()
    if part.opener in _PURPOSE:
        return ()
    return (groups[parent].lemma, *groups[parent].control)


_CONTENT = frozenset({"dass", "daß", "ob", "that", "whether"})
_PURPOSE = frozenset({"um"})


def _speaker(
    part: Segment, before: Sequence[Clause], groups: Sequence[VerbGroup], language: str
) -> str:
    """Return who says what a that-clause holds."""
    parent = part.parent
    if part.kind != "sub" or part.opener not in _CONTENT or not 0 <= parent < len(before):
        return ""
    subject = before[parent].subject
    return subject.text if subject else ""


def _conditional(part: Segment, rules: ClauseWords) -> bool:
    return rules.has("conditional", part.opener)


def _subject(part: Segment, roles: Roles, parent: Clause | None, text: str) -> Phrase | None:
    """The clause's own subject, or the one that it shares with the clause before it."""
    if roles.subject is not None:
        return phrase(roles.subject, text)
    if parent is None or (part.kind == "sub" and not part.shares_subject):
        return None
    if part.kind == "rel" and not part.shares_subject:
        return _nearest(parent, part.words[0].start)
    return parent.subject


def _nearest(parent: Clause, position: int) -> Phrase | None:
    """The phrase right before a relative clause."""
    phrases = [*parent.objects, *(p for _, p in parent.adjuncts)]
    phrases += [p for p in (parent.subject, parent.recipient, parent.agent) if p]
    behind = [p for p in phrases if p.end <= position]
    return max(behind, key=lambda p: p.end, default=parent.subject)


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
