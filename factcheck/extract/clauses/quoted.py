"""Who says "I": in '"I have not resigned", said X' the one who resigns or not is X."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.context import Clause, Phrase
from factcheck.lang.clauses import ClauseWords
from factcheck.vocab.modality import modality_words


def told_by_speakers(clauses: list[Clause], rules: ClauseWords) -> list[Clause]:
    """Give the clauses whose subject is "I" to the one speaker that the sentence names."""
    own = [_speaks(clause.subject, rules) for clause in clauses]
    if not any(own):
        return clauses
    named = _speakers(clauses, rules)
    if len(named) != 1:
        return clauses
    return [
        replace(clause, subject=named[0], attribution=named[0].text) if mine else clause
        for clause, mine in zip(clauses, own, strict=True)
        if not (mine and _says(clause, rules))
    ]


def _speakers(clauses: Sequence[Clause], rules: ClauseWords) -> list[Phrase]:
    """Return who says something; behind the verb a name stands where objects do ("said X")."""
    found = []
    for clause in clauses:
        if _says(clause, rules):
            subject = clause.subject if not _speaks(clause.subject, rules) else None
            phrase = subject or next(iter(clause.objects), None)
            found += [phrase] if phrase is not None else []
    return found


def _says(clause: Clause, rules: ClauseWords) -> bool:
    row = modality_words(rules.language).control.get(clause.verb)
    return row is not None and row.id == "reported"


def _speaks(phrase: Phrase | None, rules: ClauseWords) -> bool:
    return phrase is not None and rules.has("first_person", phrase.text.lower())
