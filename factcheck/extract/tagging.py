"""Parts of speech and lemmas from HanTa's models, loaded once and remembered word by word.

HanTa's own sentence search visits every tag of every state; this one visits only the tags that
the word can have, and gives the same tags (a test compares them).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from factcheck.cache import version_of
from factcheck.extract.morphology import Morphology
from factcheck.extract.remembered import Remembered, Searches
from factcheck.model import Token
from factcheck.vocab.words import Word, words

_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_WORDS_KEPT = 60_000
_SENTENCES_KEPT = 1_000
_CUTOFF = 5  # as HanTa's own sentence search: tags e^-5 less likely than the best are left out
_BEAM = 5
_ATTRIBUTIVE = frozenset({"ADJ(A)", "AJ0", "AJC", "AJS"})
_NOUNS = frozenset({"NN", "NN1", "NN2"})
_PROPER = frozenset({"NE", "NP0"})


def tag(text: str, language: str) -> list[Token]:
    """Return the words and marks of a sentence with lemma and tag, offsets in `text`.

    German tags are STTS with HanTa's additions ("VV(FIN)"), English ones are CLAWS-5 ("NP0").
    A language without a model is tagged as German.
    """
    return list(_tag(text, language))


def is_name(word: str, language: str) -> bool:
    """Say whether the word by itself reads as a proper name rather than a noun."""
    return _model(language).best(word) in _PROPER


def is_adjective_form(word: str, language: str) -> bool:
    """Say whether the word by itself reads as an adjective before its noun."""
    return _model(language).best(word) in _ATTRIBUTIVE


def is_verb(word: str, language: str) -> bool:
    """Say whether the word by itself reads as a verb form in small letters."""
    return word.islower() and _model(language).best(word).startswith("V")


def is_noun(word: str, language: str, shortest: int = 9) -> bool:
    """Say whether the word by itself reads as a noun, and is too long for a first name."""
    return len(word) >= shortest and _model(language).best(word) in _NOUNS


def infinitive(participle: str, language: str) -> str:
    """Return the verb of a participle ("gegründet" is of "gründen"), else the word itself."""
    found = _model(language).verb_of(participle)
    return found if found != participle and is_verb(found, language) else participle


def is_known(word: str, language: str) -> bool:
    """Say whether the model met this very form in its training texts."""
    return _model(language).knows(word)


@lru_cache(maxsize=_SENTENCES_KEPT)
def _tag(text: str, language: str) -> tuple[Token, ...]:
    model = _model(language)
    cut = words(text)
    quoted = [word for word in cut if word.text in _QUOTES] if language == "de" else []
    told = [word for word in cut if word.text not in _QUOTES] if quoted else cut
    tags = model.tags([word.text for word in told])
    tokens = tuple(
        Token(word.start, word.end, word.text, model.lemma(word.text, number), model.name(number))
        for word, number in zip(told, tags, strict=True)
    )
    return _with_marks(tokens, quoted) if quoted else tokens


def _with_marks(tokens: Sequence[Token], quoted: Sequence[Word]) -> tuple[Token, ...]:
    marks = (Token(word.start, word.end, word.text, word.text, _QUOTE) for word in quoted)
    return tuple(sorted((*tokens, *marks), key=lambda token: token.start))


# The German model knows no such mark, and takes what stands behind one for a foreign word.
_QUOTES = frozenset("„“”»«")
_QUOTE = "$("


def _model(language: str) -> _Model:
    return _load(language if language in _MODELS else "de")


@cache
def _load(language: str) -> _Model:
    from HanTa.HanoverTagger import HanoverTagger

    quick = type("QuickTagger", (HanoverTagger,), {"reachable": _reachable})
    tagger = quick(_MODELS[language])
    return _Model(tagger, Remembered(Morphology(tagger), language, version_of("HanTa")))


def _reachable(tagger: Any) -> None:
    """Set which states can lead to each end; HanTa's own search takes a third of the start."""
    before: dict[int, set[int]] = defaultdict(set)
    for (_, state), followers in tagger.LP_trans.items():
        for follower in followers:
            before[follower].add(state)
    ends = (number for number in tagger.int2tag if number < 0)
    tagger.reachability = {end: _all_before(end, before) for end in ends}


def _all_before(end: int, before: Mapping[int, set[int]]) -> frozenset[int]:
    found = set(before[end])
    left = list(found)
    while left:
        new = before[left.pop()] - found
        found |= new
        left += new
    return frozenset(found)


class _Model:
    """One HanTa model with its answers remembered."""

    def __init__(self, tagger: Any, searches: Searches) -> None:
        self._tagger = tagger
        keep = lru_cache(maxsize=_WORDS_KEPT)
        tagger.analyze_forward = keep(searches.forward)
        tagger.analyze_viterbi = searches.viterbi
        self._candidates = keep(self._find_candidates)
        self.lemma = keep(self._find_lemma)
        self.best = keep(self._find_best)
        self._end = tagger.tag2int.get(*_STATES[-1])
        self._next: dict[Any, dict[int, float]] = {
            state: dict(followers) for state, followers in tagger.LP_trans_word.items()
        }
        self._closing = {  # what a state gains when the sentence ends
            state: followers.pop(self._end, -math.inf) for state, followers in self._next.items()
        }
        self._names = {number: str(name) for number, name in tagger.int2tag.items()}

    def name(self, number: int) -> str:
        """Return the tag that HanTa numbers so."""
        return self._names[number]

    def knows(self, word: str) -> bool:
        """Say whether the training texts held this form."""
        return word.lower() in self._tagger.cache

    def verb_of(self, participle: str) -> str:
        """Return the lemma of a word taken as a participle."""
        number = self._tagger.tag2int.get("VV(PP)")
        return participle if number is None else self.lemma(participle, number).lower()

    def _find_best(self, word: str) -> str:
        return str(self._tagger.tag_word(word)[0][0])

    def _find_lemma(self, word: str, number: int) -> str:
        return str(self._tagger._analyze(word, number)[0])

    def _find_candidates(self, word: str, first: bool) -> dict[int, float]:
        found = self._tagger._tag_word(
            word, cutoff=_CUTOFF, casesensitive=not first, conditional=True
        )
        if len(found) == 1 and found[0][0] == self._tagger.tag2int["UNKNOWN"]:
            return {}
        return {int(number): float(score) for number, score in found}

    def tags(self, sentence: Sequence[str]) -> list[int]:
        """Return the likeliest tag numbers, one a word (Viterbi over pairs of tags)."""
        empty, start, _ = (self._tagger.tag2int.get(n, i) for n, i in _STATES)
        row: dict[tuple[int, int], float] = {(empty, start): 0.0}
        back: list[dict[tuple[int, int], tuple[int, int]]] = []
        for position, word in enumerate(sentence):
            row, came_from = self._step(row, self._candidates(word, position == 0))
            back.append(came_from)
        if not row:
            return [self._fallback(word) for word in sentence]
        return self._trace(self._last(row), back)

    def _step(
        self, row: dict[tuple[int, int], float], candidates: dict[int, float]
    ) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], tuple[int, int]]]:
        new: dict[tuple[int, int], float] = {}
        came_from: dict[tuple[int, int], tuple[int, int]] = {}
        bound = sorted(row.values(), reverse=True)[_BEAM] - 1 if len(row) > _BEAM else -math.inf
        gains = candidates.items()
        for state, score in row.items():
            if score < bound:
                continue
            followers, last = self._next[state], state[1]
            for number, gain in gains or dict.fromkeys(followers, 0.0).items():
                step = followers.get(number)
                if step is None:
                    continue
                total = score + step + gain
                pair = (last, number)
                best = new.get(pair)
                if best is None or total > best:
                    new[pair] = total
                    came_from[pair] = state
        return new, came_from

    def _last(self, row: dict[tuple[int, int], float]) -> tuple[int, int]:
        return max(row, key=lambda state: row[state] + self._closing[state])

    def _trace(
        self, state: tuple[int, int], back: list[dict[tuple[int, int], tuple[int, int]]]
    ) -> list[int]:
        numbers = []
        for came_from in reversed(back):
            numbers.append(state[1])
            state = came_from[state]
        return numbers[::-1]

    def _fallback(self, word: str) -> int:
        return int(self._tagger._tag_word(word, cutoff=0)[0][0])


_STATES = (("EMPTY", 0), ("START", 1), ("END", 2))
