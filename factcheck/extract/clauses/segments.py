"""Cuts a sentence's words into the clauses that hold one verb group each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.clauses.words import Word
from factcheck.lang.clauses import ClauseWords

_CUTS = frozenset(",;:–—-()[].!?…·•|/")
_FULL = frozenset({"fin", "pp", "inf", "izu"})


@dataclass(slots=True)
class Segment:
    """Words of one clause in text order, and how the clause hangs on the one before."""

    words: list[Word] = field(default_factory=list)
    opener: str = ""  # lower-case subordinator, relative pronoun, "um", "ohne"; "" in a main clause
    kind: str = "main"  # main, sub, rel, infinitive
    parent: int = -1  # index of the governing clause
    shares_subject: bool = False  # with the clause before: "X kauft Y und verkauft Z"
    shares_verb: bool = False  # "will X kaufen und Y verkaufen": the modal stands before

    def has(self, *kinds: str) -> bool:
        """Say whether a word of one of the classes is among the words."""
        return any(word.kind in kinds for word in self.words)


def segment(words: Sequence[Word], rules: ClauseWords) -> list[Segment]:
    """Return the clauses, the main parts joined around what is embedded in them."""
    clauses: list[Segment] = []
    for piece in _pieces(words):
        for part in _coordinates(piece, rules):
            _place(part, clauses, rules)
    return [clause for clause in clauses if clause.words]


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Cut at punctuation and before subordinators."""
    pieces: list[list[Word]] = [[]]
    mark = ""
    for index, word in enumerate(words):
        if word.kind == "punct" or word.token.text in _CUTS:
            pieces.append([])
            mark = word.token.text
            continue
        word, mark = (word._replace(cut=mark) if mark else word), ""
        if word.kind in ("sub", "rel") and pieces[-1] and not _pied(words, index):
            pieces.append([])
        pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def _pied(words: Sequence[Word], index: int) -> bool:
    """A relative pronoun behind a preposition that opens its piece ("mit dem", "in which")."""
    return words[index - 1].kind == "prep" and (index < 2 or words[index - 2].kind == "punct")


def _coordinates(piece: list[Word], rules: ClauseWords) -> list[list[Word]]:
    """Cut "X kauft Y und verkauft Z" before the second verb's conjunction."""
    at = _joint(piece, [i for i, word in enumerate(piece) if word.kind == "fin"], rules)
    if not at:
        full = [i for i, w in enumerate(piece) if w.kind in ("inf", "pp", "izu") and not w.aux]
        at = _joint(piece, full, None)
    if not at and rules.language == "en":
        at = _english_infinitive(piece)
    return [piece[:at], *_coordinates(piece[at:], rules)] if at else [piece]


def _english_infinitive(piece: list[Word]) -> int:
    """Where "to" opens a clause of its own behind a noun ("is in talks | to buy"), or 0."""
    verbs = [index for index, word in enumerate(piece) if word.kind == "fin"]
    for index in range(2, len(piece) - 1):
        opens = piece[index].kind == "to" and piece[index + 1].kind == "inf"
        if opens and verbs and verbs[0] < index and piece[index - 1].kind == "noun":
            return index
    return 0


def _joint(piece: list[Word], verbs: list[int], rules: ClauseWords | None) -> int:
    """Return where the second verb's clause begins, or 0."""
    for first, second in itertools.pairwise(verbs):
        joints = [i for i in range(first + 1, second) if piece[i].kind == "conj"]
        if joints:
            return joints[-1] if second - joints[-1] <= 3 else joints[0]
        if rules and rules.language == "en" and second - first > 1 and not piece[first].aux:
            at = _english_start(piece, first, second)
            if at > first:
                return at
    return 0


def _english_start(piece: list[Word], first: int, second: int) -> int:
    """Where the subject of a clause without "that" begins ("said it would buy")."""
    at = second
    while at - 1 > first and piece[at - 1].kind in (
        "noun",
        "pron",
        "det",
        "adj",
        "adv",
        "num",
        "poss",
    ):
        at -= 1
    return at if at < second else first


def _place(part: list[Word], clauses: list[Segment], rules: ClauseWords) -> None:
    """Open a clause with the words, or add them to the open one that lacks them."""
    opener, kind = _opening(part, rules)
    if _closes_open_clause(part, clauses):
        clauses[-1].words.extend(part)
        return
    if kind == "infinitive" and not any(_verbal(clause.words) for clause in clauses):
        kind = "main"  # "Adobe to buy Figma"
    if kind != "main":
        clauses.append(Segment(list(part), opener, kind, len(clauses) - 1))
        return
    joined = part[0].kind == "conj"
    if part[0].cut == ":" and clauses and not _verbal(clauses[-1].words):
        clauses.append(Segment(list(part)))  # "Ein Erfolg: Die EU ..." are two clauses
        return
    main = next((clause for clause in reversed(clauses) if clause.kind == "main"), None)
    if not _verbal(part):
        _attach(part, clauses, main)
    elif main is not None and not joined and _completes(part, main):
        main.words.extend(part)
    elif joined and clauses and _verbal(clauses[-1].words):
        clauses.append(_joined(part, clauses, rules))
    else:
        clauses.append(Segment(list(part), "", "main", len(clauses) - 1))


def _closes_open_clause(part: list[Word], clauses: list[Segment]) -> bool:
    """A subordinate clause goes on behind an insertion until its verb has come."""
    if not clauses or clauses[-1].kind not in ("sub", "rel") or _verbal(clauses[-1].words):
        return False
    after_preposition = part[0].kind == "prep"  # "für die CIA" opens no relative clause then
    return part[0].kind not in ("sub", "rel", "conj") and (
        after_preposition or not any(word.kind in ("sub", "rel") for word in part[:2])
    )


def _joined(part: list[Word], clauses: list[Segment], rules: ClauseWords) -> Segment:
    """A clause joined by "und": it goes on as the one before began."""
    before = clauses[-1]
    shares_verb = not any(word.kind == "fin" for word in part)
    goes_on = before.kind in ("sub", "rel") and part[-1].kind in _FULL
    kind, opener = (before.kind, before.opener) if goes_on else ("main", "")
    shares = shares_verb or goes_on or _verb_first(part[1:], rules)
    parent = before.parent if goes_on else len(clauses) - 1
    return Segment(list(part), opener, kind, parent, shares, shares_verb)


def _opening(part: list[Word], rules: ClauseWords) -> tuple[str, str]:
    first = part[0]
    if first.kind in ("sub", "rel"):
        return first.lower, first.kind
    if first.kind == "prep" and len(part) > 1 and part[1].kind == "rel":
        return part[1].lower, "rel"
    if first.kind == "conj" and len(part) > 1 and part[1].kind == "sub":
        return part[1].lower, "sub"
    bare = rules.has("before_infinitive", first.lower) or not any(w.kind == "fin" for w in part)
    if bare and (any(w.kind == "izu" for w in part) or _to_infinitive(part)):
        return first.lower, "infinitive"
    return "", "main"


def _to_infinitive(part: list[Word]) -> bool:
    return any(
        word.kind == "to" and part[index + 1].kind in ("inf", "fin")
        for index, word in enumerate(part[:-1])
    )


def _verbal(part: Sequence[Word]) -> bool:
    return any(word.kind in _FULL for word in part)


def _verb_first(part: Sequence[Word], rules: ClauseWords) -> bool:
    """Say whether a verb opens; in German an adverb before it makes room for a new subject."""
    skipped = ("neg", "adv") if rules.language == "en" else ("neg",)
    lead = next((word for word in part if word.kind not in skipped), None)
    return lead is not None and lead.kind in ("fin", "pp")


def _completes(part: list[Word], main: Segment) -> bool:
    """The rest of a main clause behind what was embedded in it."""
    if not _verbal(main.words):
        return True
    finite = any(word.kind == "fin" for word in part)
    waits = any(w.aux for w in main.words) and not any(
        w.kind in ("pp", "inf", "izu") for w in main.words
    )
    return waits and not finite


def _attach(part: list[Word], clauses: list[Segment], main: Segment | None) -> None:
    """Words without a verb go on with the last clause, or wait for the next verb."""
    if not clauses:
        clauses.append(Segment(list(part)))
    elif main is not None and not _verbal(main.words):
        main.words.extend(part)
    else:
        clauses[-1].words.extend(part)
