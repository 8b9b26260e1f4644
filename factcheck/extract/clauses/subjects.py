"""Which phrase of a German clause is its subject: by case, by number, then by who can do things."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from factcheck.extract.clauses.chunks import Chunk
from factcheck.extract.clauses.verbs import VerbGroup
from factcheck.extract.clauses.words import Word
from factcheck.lang.clauses import ClauseWords
from factcheck.vocab.predicates import predicate_words
from factcheck.vocab.things import acts, thing

_DOERS = frozenset({"person", "company", "institution", "place", "party", "club", "media"})


def subject_among(
    bare: Sequence[Chunk],
    group: VerbGroup,
    rules: ClauseWords,
    place: str,
    joined: Collection[int] = (),
) -> Chunk | None:
    """Return the subject, or None when it stands elsewhere.

    `place` is as in `roles.assign`; `joined` holds the starts of phrases that "und" goes on from.
    """
    if place == "shared":
        return None
    possible = [chunk for chunk in bare if _may_be_subject(chunk, group, rules, joined)]
    if place == "relative":
        possible = [chunk for chunk in possible if _opens_as_subject(chunk)]
    if not possible:
        return None
    first, *others = possible
    both_nominative = group.lemma in rules.maps["copula"]
    if place == "own" and others and not (both_nominative or _surely_subject(first, rules)):
        return next((c for c in others if _surely_subject(c, rules)), None) or (
            others[0] if _object_first(bare, first, others[0], group, rules) else first
        )
    return first


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(words)


def case_of(chunk: Chunk, rules: ClauseWords) -> str:
    """Return "acc", "dat" or "gen" where the phrase's first word shows it, else ""."""
    return rules.maps["case"].get(chunk.determiner, "")


def _opens_as_subject(chunk: Chunk) -> bool:
    return chunk.head.kind == "pron" or chunk.determiner == "der"


def _surely_subject(chunk: Chunk, rules: ClauseWords) -> bool:
    """ "er", or "der" before a noun that is surely masculine."""
    if chunk.head.kind == "pron":
        return chunk.head.lower == "er"
    return chunk.determiner == "der" and _masculine(chunk.head.token.lemma.lower(), rules)


def _masculine(noun: str, rules: ClauseWords) -> bool:
    if noun.endswith(_endings(rules.sets["feminine_er"])):
        return False
    return noun.endswith(_endings(rules.sets["masculine_endings"]))


def _object_first(
    bare: Sequence[Chunk], first: Chunk, second: Chunk, group: VerbGroup, rules: ClauseWords
) -> bool:
    """ "Die Genehmigung verweigert das Amt": a thing before the verb, right behind it who acts.

    Some verbs are done to people by things ("das Urteil trifft Siemens").
    """
    finite = group.finite
    if finite is None or group.passive or len(bare) != 2:
        return False
    if not first.end < finite.start < second.start or rules.has("done_by_things", group.lemma):
        return False
    if group.lemma in rules.maps["auxiliary"]:
        return False
    made = rules.has("made_by_doers", group.lemma) and not _doer(first, rules)
    return (made or _lifeless(first, rules)) and _doer(second, rules)


def _lifeless(chunk: Chunk, rules: ClauseWords) -> bool:
    """A thing or a deed that the tables or its ending know, and nobody who acts."""
    if _doer(chunk, rules) or chunk.head.kind != "noun":
        return False
    noun = chunk.head.token.lemma.lower()
    known = ":" not in thing(noun, noun, rules.language)
    deed = bool(predicate_words(rules.language).noun_forms(noun))
    return known or deed or noun.endswith(_endings(rules.sets["abstract_endings"]))


def _doer(chunk: Chunk, rules: ClauseWords) -> bool:
    mention = chunk.head.mention
    if mention is not None and mention.how != "compound":
        return mention.entity.kind in _DOERS or mention.how == "text"
    noun = chunk.head.token.lemma.lower()
    return noun.endswith(_endings(rules.sets["doers"])) or acts(thing(noun, noun, rules.language))


def _may_be_subject(
    chunk: Chunk, group: VerbGroup, rules: ClauseWords, joined: Collection[int]
) -> bool:
    oblique = rules.has("feminine_oblique", chunk.determiner)
    if case_of(chunk, rules) or (oblique and chunk.determiner != "der"):
        return False
    if chunk.determiner == "der" and _feminine(chunk, rules):
        return False
    finite = group.finite
    if finite is None:
        return True
    if _plural_verb(finite.lower, rules):
        return chunk.start in joined or not _singular(chunk, rules)
    equated = group.lemma in rules.maps["copula"]  # "das sind", "die Folge ist"
    return equated or finite.kind != "fin" or not _plural(chunk, rules)


def _feminine(chunk: Chunk, rules: ClauseWords) -> bool:
    """ "der" before a noun that is surely feminine is a genitive or dative."""
    return chunk.head.lower.endswith(_endings(rules.sets["feminine_endings"]))


def _plural_verb(form: str, rules: ClauseWords) -> bool:
    if rules.has("plural_finite", form):
        return True
    return form.endswith("en") and form != "en" and len(form) > 3


def _singular(chunk: Chunk, rules: ClauseWords) -> bool:
    """A phrase that surely is one thing: "der Konzern", "Kurzarbeit" (not "Fahrer")."""
    if rules.has("singular", chunk.determiner):
        return True
    head = chunk.head
    if chunk.determiner == "die" and _sure_feminine(head, rules):
        return True
    alone = len(chunk.words) == 1 and head.token.tag == "NN" and head.mention is None
    same = alone and head.token.text == head.token.lemma
    return same and not head.lower.endswith(_endings(rules.sets["plural_as_singular"]))


def _sure_feminine(head: Word, rules: ClauseWords) -> bool:
    """ "die Zeitung" is one: the plural of such a noun ends otherwise."""
    return head.mention is None and head.lower.endswith(_endings(rules.sets["feminine_endings"]))


def _plural(chunk: Chunk, rules: ClauseWords) -> bool:
    """A phrase that surely is several things: "die Klagen" (not "die Klage", "die Angeklagte")."""
    head = chunk.head
    if not rules.has("before_plural", chunk.determiner) or head.token.tag != "NN":
        return False
    if head.mention is not None or any(word.kind == "num" for word in chunk.words):
        return False
    text, lemma = head.lower, head.token.lemma.lower()
    return text != lemma and text.removeprefix(lemma) in rules.sets["plural_endings"]
