"""Who does what to whom: subject, objects, recipient and agent of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.clauses.chunks import Chunk
from factcheck.extract.clauses.subjects import case_of, subject_among
from factcheck.extract.clauses.verbs import VerbGroup
from factcheck.lang.clauses import ClauseWords


@dataclass(slots=True)
class Roles:
    """The phrases of a clause by what they do in it."""

    subject: Chunk | None = None
    objects: list[Chunk] = field(default_factory=list)
    recipient: Chunk | None = None
    agent: Chunk | None = None
    adjuncts: list[Chunk] = field(default_factory=list)


def assign(
    chunks: Sequence[Chunk], group: VerbGroup, rules: ClauseWords, subject: str = "own"
) -> Roles:
    """Return the roles of a clause's phrases.

    `subject` says where the subject stands: "own" (in the clause), "shared" (in the clause
    before, so that every phrase here is an object), "relative" (the relative pronoun, unless
    another phrase must be the subject).
    """
    roles = Roles()
    bare = [c for c in chunks if _bare(c) and not _time(c, rules)]
    roles.adjuncts = [c for c in chunks if not any(c is b for b in bare)]
    _agent(roles, chunks, group, rules)
    if rules.language == "en":
        _english(roles, bare, group, rules, subject)
    else:
        _german(roles, bare, group, rules, subject)
    return roles


def _bare(chunk: Chunk) -> bool:
    """Say whether the phrase can be subject or object."""
    hangs = chunk.preposition or chunk.genitive or chunk.temporal
    return not (hangs or chunk.coordinated or chunk.apposition or chunk.head.kind == "refl")


def _time(chunk: Chunk, rules: ClauseWords) -> bool:
    """ "Wenige Tage vor der Wahl": so many of a time are no party."""
    counted = any(w.kind in ("num", "adj", "det") for w in chunk.words)
    counted = counted and not rules.has("definite", chunk.determiner)
    return (
        counted
        and chunk.head.mention is None
        and rules.has("time_nouns", chunk.head.token.lemma.lower())
    )


def _agent(roles: Roles, chunks: Sequence[Chunk], group: VerbGroup, rules: ClauseWords) -> None:
    if not group.passive:
        return
    named = [c for c in roles.adjuncts if rules.has("by", c.preposition) and _acting(c, rules)]
    named = [c for c in named if not _hangs_before(c, chunks, group)]
    if group.finite is not None and len(named) > 1:  # "dass der Chef von X von Y entlassen wurde"
        named = [c for c in named if c.start > group.finite.start] or named[-1:]
    roles.agent = named[0] if named else None


def _acting(chunk: Chunk, rules: ClauseWords) -> bool:
    """Neither a time nor what somebody is freed or taken from ("vom Vorwurf freigesprochen")."""
    return not (chunk.temporal or rules.has("no_agent", chunk.head.token.lemma.lower()))


def _hangs_before(agent: Chunk, chunks: Sequence[Chunk], group: VerbGroup) -> bool:
    """ "Der Chef von X wurde entlassen": right behind a noun before the auxiliary, no agent."""
    finite, main = group.finite, group.main
    if finite is None or main is None or not agent.end < finite.start < main.start:
        return False
    return any(0 < agent.start - c.end <= len(agent.preposition) + 2 for c in chunks)


def _english(
    roles: Roles, bare: list[Chunk], group: VerbGroup, rules: ClauseWords, subject: str
) -> None:
    if group.main is None:
        roles.subject, roles.objects = (bare[0] if bare else None), bare[1:]
        return
    anchor = group.finite or group.main
    before = [c for c in bare if c.start < anchor.start]
    after = [c for c in bare if c.start > group.main.start]
    roles.subject = before[-1] if before and subject != "shared" else None
    roles.objects = after
    if len(after) >= 2 and rules.has("giving", group.lemma) and after[0].end + 1 >= after[1].start:
        roles.recipient, roles.objects = after[0], after[1:]


def _german(
    roles: Roles, bare: list[Chunk], group: VerbGroup, rules: ClauseWords, place: str
) -> None:
    joined = {c.start for c in bare if any(_goes_on(c, other) for other in roles.adjuncts)}
    subject = subject_among(bare, group, rules, place, joined)
    rest = [chunk for chunk in bare if chunk is not subject]
    roles.subject = subject
    if group.lemma in rules.maps["copula"]:
        roles.objects = rest
        return
    datives = [chunk for chunk in rest if case_of(chunk, rules) == "dat"]
    if not datives and len(rest) >= 2:
        datives = [c for c in rest if rules.has("feminine_oblique", c.determiner)][:1]
    roles.recipient = datives[0] if datives else None
    roles.objects = [chunk for chunk in rest if chunk is not roles.recipient]


_AND = 5  # letters that may stand between two joined phrases (" und ", " & ")


def _goes_on(chunk: Chunk, other: Chunk) -> bool:
    """Say whether "und" joins the other phrase to this one."""
    return other.coordinated and 0 < other.start - chunk.end <= _AND
