"""What a clause takes from the one that it hangs on: governing verb or noun, speaker, subject."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses.chunks import phrase
from factcheck.extract.clauses.roles import Roles
from factcheck.extract.clauses.segments import Segment
from factcheck.extract.clauses.verbs import VerbGroup
from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.lang.clauses import ClauseWords
from factcheck.vocab.modality import modality_words


def parent_of(part: Segment, before: Sequence[Clause]) -> Clause | None:
    """Return the clause that this one hangs on, or goes on from."""
    if part.shares_subject and before:
        return before[-1]
    return before[part.parent] if 0 <= part.parent < len(before) else None


def governing(
    part: Segment, before: Sequence[Clause], groups: Sequence[VerbGroup], rules: ClauseWords
) -> tuple[str, ...]:
    """Return the words over an infinitive or that-clause: infinitives, or a noun ("Plan, zu")."""
    parent = part.parent
    if not 0 <= parent < len(before) or not _content(part, rules):
        return ()
    noun = _noun_before(before[parent], part.words[0].start)
    if part.kind == "infinitive" and noun in modality_words(rules.language).nouns:
        return (noun,)
    return (groups[parent].lemma, *groups[parent].control)


def _content(part: Segment, rules: ClauseWords) -> bool:
    """Say whether the clause is what is said, planned or denied, not a purpose or a time."""
    if part.kind == "infinitive":
        return not rules.has("purpose", part.opener)
    return part.kind == "sub" and rules.has("content", part.opener)


def _noun_before(parent: Clause, position: int) -> str:
    nearest = _nearest(parent, position)
    return nearest.head.lower() if nearest else ""


def speaker(part: Segment, group: VerbGroup, before: Sequence[Clause], rules: ClauseWords) -> str:
    """Return who says what a that-clause or a clause in indirect speech holds."""
    said = part.kind == "sub" and rules.has("content", part.opener)
    parent = before[part.parent] if 0 <= part.parent < len(before) else None
    if parent is None or parent.subject is None:
        return ""
    row = modality_words(rules.language).control.get(parent.verb)
    if said or (group.subjunctive and row is not None and row.id == "reported"):
        return parent.subject.text
    return ""


def subject_of(
    context: SentenceContext, part: Segment, roles: Roles, parent: Clause | None
) -> Phrase | None:
    """Return the clause's own subject, or the one that it shares with its parent."""
    if roles.subject is not None:
        own = phrase(roles.subject, context.text)
        refers_back = roles.subject.head.kind == "pron" and own.entity is None
        back = parent is not None and part.kind == "sub" and refers_back
        return (parent.subject or own) if parent is not None and back else own
    if parent is None or (part.kind == "sub" and not part.shares_subject):
        return None
    nearest = _nearest(parent, part.words[0].start)
    if part.kind == "rel" and not part.shares_subject:
        return nearest
    if part.kind == "infinitive" and nearest is not None:
        return _owner(context, nearest) or parent.subject
    return parent.subject


def place_meant(
    part: Segment, before: Sequence[Clause], rules: ClauseWords
) -> tuple[tuple[str, Phrase], ...]:
    """Return the place that a clause with "wo" goes on about, as an adjunct."""
    parent = parent_of(part, before)
    if parent is None or not rules.has("place_relative", part.opener):
        return ()
    nearest = _nearest(parent, part.words[0].start)
    return (("in", nearest),) if nearest is not None and nearest is not parent.subject else ()


def _owner(context: SentenceContext, noun: Phrase) -> Phrase | None:
    """Whose plan it is: "Microsofts Ambitionen, sich zu lösen"."""
    for mention in context.entities:
        inside = noun.start <= mention.start and mention.end < noun.end
        if inside and mention.how == "genitive":
            return Phrase(mention.start, mention.end, mention.text, mention.text, mention)
    return None


def _nearest(parent: Clause, position: int) -> Phrase | None:
    """The phrase right before a clause."""
    phrases = [*parent.objects, *(p for link, p in parent.adjuncts if link != "app")]
    phrases += [p for p in (parent.subject, parent.recipient, parent.agent) if p]
    behind = [p for p in phrases if p.end <= position]
    return max(behind, key=lambda p: p.end, default=parent.subject)
