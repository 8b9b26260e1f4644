"""Noun phrases with the preposition before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.clauses.words import Word
from factcheck.extract.context import Phrase
from factcheck.lang.clauses import ClauseWords
from factcheck.model import EntityMention

_HEADS = frozenset({"noun", "pron", "refl"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase; `words` leave the preposition out."""

    words: tuple[Word, ...]
    preposition: str = ""
    coordinated: bool = False  # joined by "und" to the chunk before
    genitive: bool = False  # stands under the chunk before
    apposition: bool = False  # behind a comma, says who the chunk before is

    @property
    def start(self) -> int:
        """Return where the phrase starts, without its preposition."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Return where the phrase ends."""
        return self.words[-1].end

    @property
    def determiner(self) -> str:
        """Return the lower-case first word when it is a determiner or pronoun."""
        return self.words[0].lower if self.words[0].kind in ("det", "pron") else ""

    @property
    def head(self) -> Word:
        """Return the last noun or pronoun."""
        for word in reversed(self.words):
            if word.kind in _HEADS:
                return word
        return self.words[-1]

    @property
    def temporal(self) -> bool:
        """Say whether the phrase is a time."""
        return self.head.temporal


def chunk(words: Sequence[Word], rules: ClauseWords) -> list[Chunk]:
    """Return the noun phrases of a clause's words, in order."""
    chunks: list[Chunk] = []
    position = 0
    while position < len(words):
        preposition, start = _preposition(words, position, rules)
        behind = behind_attribute(words, start)
        end = phrase_end(words, behind)
        if end == behind:
            position += 1
            continue
        determiner = tuple(words[start : start + 1]) if behind > start else ()
        inner = (*determiner, *words[behind:end])
        chunks.extend(_chunks_of(words, (position, end), inner, preposition, chunks, rules))
        if determiner:
            chunks.extend(chunk(words[start + 1 : behind], rules))
        position = end
    return chunks


def behind_attribute(words: Sequence[Word], start: int) -> int:
    """Skip what stands between an article and its noun ("den | mit 10 Euro dotierten Preis")."""
    if words[start].kind != "det" or len(words) < start + 2 or words[start + 1].kind != "prep":
        return start
    for index in range(start + 2, min(start + _LONGEST_ATTRIBUTE, len(words) - 1)):
        if words[index].kind in ("fin", "inf", "izu", "conj") or words[index].cut:
            return start
        if (
            words[index].kind == "adj"
            and words[index + 1].kind == "noun"
            and words[index - 1].kind == "noun"
        ):
            return index
    return start


_LONGEST_ATTRIBUTE = 10


def _chunks_of(
    words: Sequence[Word],
    span: tuple[int, int],
    inner: tuple[Word, ...],
    preposition: str,
    chunks: list[Chunk],
    rules: ClauseWords,
) -> list[Chunk]:
    position, end = span
    before = words[position - 1] if position else None
    return [
        Chunk(
            inner,
            preposition or _postposition(words, end),
            _coordinated(words, position, chunks),
            not preposition and _genitive(inner, before, chunks, rules),
            not preposition and _apposition(inner, before, chunks, words[end : end + 1]),
        )
    ]


def _preposition(words: Sequence[Word], position: int, rules: ClauseWords) -> tuple[str, int]:
    """Return the preposition that opens here ("bis zu" counts as "bis") and what follows it."""
    start = position
    while start < len(words) and words[start].kind == "prep":
        start += 1
    if start == position or start >= len(words):
        return "", position
    first = words[position].lower
    return (first if rules.has("leading", first) else words[start - 1].lower), start


def phrase_end(words: Sequence[Word], start: int) -> int:
    """Return the end of the phrase that starts here, or `start` when none does."""
    if start < len(words) and words[start].kind in ("pron", "refl"):
        return start + 1
    end, heads = start, 0
    while end < len(words) and _fits(words, start, end, heads > 0):
        kind = words[end].kind
        heads = 0 if kind == "poss" else heads + (kind == "noun")
        end += 1
    return end if any(word.kind in ("noun", "num") for word in words[start:end]) else start


def _fits(words: Sequence[Word], start: int, index: int, has_head: bool) -> bool:
    """Say whether the word goes on with the phrase that began at `start`."""
    word, kind, first = words[index], words[index].kind, index == start
    if not first and word.mention is not None and words[index - 1].mention is word.mention:
        return kind != "punct"
    if not first and (word.cut or _new_time(words, index) or _time_over(words, start, index)):
        return False
    if kind == "noun":
        return not (has_head and _dative_before(words, start, index))
    if kind == "poss":
        return has_head
    if has_head:
        return False
    return kind in ("adj", "num", "det") or (not first and _modifies(words, index))


def _new_time(words: Sequence[Word], index: int) -> bool:
    """A time right behind a noun is no part of it ("das Unternehmen | Ende 2025")."""
    return words[index].temporal and not words[index - 1].temporal


def _time_over(words: Sequence[Word], start: int, index: int) -> bool:
    """A year or day that opens goes on only with more of the time ("1969 | die Firma")."""
    return words[start].temporal and not words[index].temporal


def _dative_before(words: Sequence[Word], start: int, index: int) -> bool:
    """ "dem Konzern | Zugang": a common noun behind a dative is the next phrase."""
    return (
        words[start].lower in ("dem", "einem")
        and words[index].token.tag == "NN"
        and words[index].mention is None
        and words[index - 1].token.tag == "NN"
        and words[start].token.tag == "ART"
    )


def _modifies(words: Sequence[Word], index: int) -> bool:
    """An adverb or participle between a determiner and an adjective or noun is part of it."""
    if words[index].kind not in ("adv", "pp", "ger") or index + 1 >= len(words):
        return False
    inside = words[index - 1].kind in ("det", "adj", "adv", "num")
    return inside and words[index + 1].kind in ("adj", "num", "noun", "pp")


def _postposition(words: Sequence[Word], end: int) -> str:
    return words[end].lower if end < len(words) and words[end].kind == "post" else ""


def _coordinated(words: Sequence[Word], position: int, chunks: list[Chunk]) -> bool:
    if not chunks or position == 0 or words[position - 1].lower not in ("und", "sowie", "and", "&"):
        return False
    return position >= 2 and words[position - 2] is chunks[-1].words[-1]


def _genitive(
    inner: Sequence[Word], before: Word | None, chunks: list[Chunk], rules: ClauseWords
) -> bool:
    """A phrase in the genitive right behind a noun stands under it."""
    if not chunks or before is not chunks[-1].words[-1] or before.kind != "noun":
        return False
    if inner[0].kind != "det" or inner[0].cut:
        return False
    lower = inner[0].lower
    return rules.maps["case"].get(lower) == "gen" or rules.has("feminine_oblique", lower)


def _apposition(
    inner: Sequence[Word], before: Word | None, chunks: list[Chunk], after: Sequence[Word]
) -> bool:
    """Behind a comma right after a phrase; "According to Reuters, the bank said ..." is none."""
    if inner[0].cut in ("", ")") or not chunks or before is not chunks[-1].words[-1]:
        return False
    stands_alone = chunks[-1].preposition and (len(chunks) < 2 or chunks[-2].preposition)
    acts = bool(after) and after[0].kind == "fin" and not after[0].cut
    return inner[0].cut == "(" or not stands_alone or (inner[0].kind == "det" and not acts)


def phrase(found: Chunk, sentence: str) -> Phrase:
    """Return the phrase of a chunk; its entity is the one that its head names."""
    start, end, head = found.start, found.end, found.head
    return Phrase(start, end, sentence[start:end], head.token.lemma, _entity(head))


def _entity(head: Word) -> EntityMention | None:
    """The mention over the head; in "Google-Mutter Alphabet" that is the name behind."""
    mention = head.mention
    if mention is None or (mention.how == "compound" and mention.end < head.end):
        return None
    return mention
