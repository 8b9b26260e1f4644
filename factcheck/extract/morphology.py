"""HanTa's two searches through the parts of one word: the same results in half the time.

HanTa asks anew for each part, state and tag how likely the part is, mostly in vain. Here a part
knows the tags that it can have, and what a new part gains from its ending and its length is worked
out once. Sums are built in HanTa's order, so that not even the last bit differs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

State = tuple[int, int]
Row = dict[State, float]
_Back = dict[State, tuple[State, int]]
_Parts = Mapping[int, float]  # what a part gains by tag
_Open = tuple[int, int, float, int]  # place in HanTa's order, tag, score, column of the guesses
_Step = tuple[int, int, float, float]  # place in HanTa's order, tag, score of the tag, of the part

_START: State = (0, 1)
_END: State = (0, 0)
_UNKNOWN = 3
_END_UNKNOWN = -3
_LOWEST = -1e6
_BEAM = 3  # states after which a state must be nearly as likely as the best to be followed
_LONGEST = 24  # the length beyond which all parts count as equally long
_WHOLE = 4.6  # what an unknown part loses when it is the whole word
_SHORTEST = 4  # letters of a word that may have unknown parts of one or two letters
_ENDING = 4
_ENDINGS_KEPT = 50_000
_NOTHING: _Parts = {}


@dataclass(frozen=True, slots=True)
class _Followers:
    """The tags that may follow a state: each with its place in HanTa's order and its score."""

    by_tag: Mapping[int, tuple[int, float]]
    open: tuple[_Open, ...]

    def steps(self, known: _Parts, guesses: Sequence[float]) -> list[_Step]:
        """Return the tags that a known part can have here with what they score."""
        found = []
        for tag, gain in known.items():
            follower = self.by_tag.get(tag)
            if follower is not None:
                found.append((follower[0], tag, follower[1], gain))
        if guesses:
            for place, tag, score, number in self.open:
                if tag not in known:
                    found.append((place, tag, score, guesses[number]))
        if len(found) > 1:
            found.sort()
        return found

    def guessed(self, guesses: Sequence[float]) -> list[_Step]:
        """Return the tags that a new part can have here with what they score."""
        return [(place, tag, score, guesses[number]) for place, tag, score, number in self.open]


class Morphology:
    """The searches of one tagger, on its own tables."""

    def __init__(self, tagger: Any) -> None:
        self._tagger = tagger
        self._open = [tag for tag in tagger.LP_hapax_t if tag in tagger.LP_s_t]
        self._parts = frozenset().union(*tagger.LP_m_t.values())
        self._known: dict[str, _Parts] = {}
        self._lengths = [self._by_length(length) for length in range(_LONGEST + 1)]
        self._endings = lru_cache(_ENDINGS_KEPT)(self._by_ending)
        self._followers: dict[tuple[State, int | None], _Followers] = {}

    def forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech that the word can have, likeliest first."""
        table: list[Row] = [{_START: 0}, *({} for _ in word)]
        self._fill(table, word, None, guess=True)
        scores: dict[int, float] = {}
        for (_, end), score in self._ends(table[-1]).items():
            scores[-end] = _joined(scores[-end], score) if -end in scores else score
        return sorted(scores.items(), key=itemgetter(1), reverse=True) or [(_UNKNOWN, 0)]

    def viterbi(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return the likeliest parts that lead to the end tag, each as its tag and its end.

        New parts are only thought of when the known ones do not make the word.
        """
        for guess in (False, True):
            table: list[Row] = [{_START: 0}, *({} for _ in word)]
            back: list[_Back] = [{} for _ in table]
            self._fill(table, word, target, guess=guess, back=back)
            ends = self._ends_at(table[-1], target)
            if ends:
                best = max(ends.values(), key=itemgetter(0))
                return [*_trace(best[1], back), (target, len(word) + 1)]
        return [(_UNKNOWN, len(word)), (_END_UNKNOWN, len(word) + 1)]

    def _fill(
        self,
        table: Sequence[Row],
        word: str,
        target: int | None,
        *,
        guess: bool,
        back: Sequence[_Back] | None = None,
    ) -> None:
        """Score each way to cut the word into parts, row by row of its letters."""
        for start, row in enumerate(table):
            parts = self._parts_at(word, start, guess) if row else []
            for state, score in _likely(row):
                followers = self._after(state, target)
                for end, known, guesses in parts:
                    if known:
                        steps = followers.steps(known, guesses)
                    elif followers.open:
                        steps = followers.guessed(guesses)
                    else:
                        continue
                    for _, tag, more, gain in steps:
                        total = score + more + gain
                        new = (state[1], tag)
                        if total > table[end].get(new, _LOWEST):
                            table[end][new] = total
                            if back is not None:
                                back[end][new] = (state, start)

    def _parts_at(
        self, word: str, start: int, guess: bool
    ) -> list[tuple[int, _Parts, Sequence[float]]]:
        """Return the parts that begin there: end, gain by tag, and gain of the open tags."""
        found = []
        for end in range(start + 1, len(word) + 1):
            part = word[start:end]
            known = self._known_part(part) if part in self._parts else _NOTHING
            guesses = self._guesses(part, len(word)) if guess else ()
            if known or guesses:
                found.append((end, known, guesses))
        return found

    def _known_part(self, part: str) -> _Parts:
        known = self._known.get(part)
        if known is None:
            tables = self._tagger.LP_m_t.items()
            known = {tag: scores[part] for tag, scores in tables if part in scores}
            self._known[part] = known
        return known

    def _guesses(self, part: str, length: int) -> Sequence[float]:
        """Return what a new part gains under each open tag in a word of that length."""
        own = len(part)
        if length >= _SHORTEST and own <= 2:
            return ()
        by_length = self._lengths[min(own, _LONGEST)]
        by_ending = self._endings(part[1:][-_ENDING:])
        loss = _WHOLE if own == length else 0.0
        return [a + b - loss for a, b in zip(by_length, by_ending, strict=True)]

    def _after(self, state: State, target: int | None) -> _Followers:
        """Return the followers of a state; with a target only those that can lead to it."""
        found = self._followers.get((state, target))
        if found is None:
            pairs = self._tagger.LP_trans_nonfinal.get(state, ())
            if target is not None:
                leading = self._tagger.reachability.get(target, ())
                pairs = [(tag, score) for tag, score in pairs if tag in leading]
            found = self._followers[state, target] = self._indexed(pairs)
        return found

    def _indexed(self, pairs: Sequence[tuple[int, float]]) -> _Followers:
        number = {tag: n for n, tag in enumerate(self._open)}
        return _Followers(
            {tag: (place, score) for place, (tag, score) in enumerate(pairs)},
            tuple(
                (place, tag, score, number[tag])
                for place, (tag, score) in enumerate(pairs)
                if tag in number
            ),
        )

    def _ends(self, row: Row) -> Row:
        ends: Row = {}
        for state, score in row.items():
            for tag, more in self._tagger.LP_trans_final.get(state, ()):
                total = score + more
                if total > ends.get((state[1], tag), _LOWEST):
                    ends[state[1], tag] = total
        return ends

    def _ends_at(self, row: Row, target: int) -> dict[int, tuple[float, State]]:
        """Return for each last tag its best score and state before the end tag."""
        ends: dict[int, tuple[float, State]] = {}
        for state, score in row.items():
            more = dict(self._tagger.LP_trans_final.get(state, ())).get(target, -math.inf)
            if score + more > ends.get(state[1], (_LOWEST, state))[0]:
                ends[state[1]] = (score + more, state)
        return ends

    def _by_length(self, length: int) -> list[float]:
        tagger = self._tagger
        return [
            tagger.Int_t + tagger.LP_hapax_t[tag] + tagger.LP_len_t[tag][length]
            for tag in self._open
        ]

    def _by_ending(self, ending: str) -> list[float]:
        """Return for each open tag what the longest known ending gains."""
        return [_longest(self._tagger.LP_s_t[tag], ending) for tag in self._open]


def _likely(row: Row) -> list[tuple[State, float]]:
    """Return the states nearly as likely as the best few, in their order."""
    if len(row) <= _BEAM:
        return list(row.items())
    bound = sorted(row.values(), reverse=True)[_BEAM] - 1
    return [(state, score) for state, score in row.items() if score >= bound]


def _trace(state: State, back: Sequence[_Back]) -> list[tuple[int, int]]:
    """Return tag and end of each part on the way that led to the state."""
    parts: list[tuple[int, int]] = []
    end = len(back) - 1
    while end > 0:
        parts.append((state[1], end))
        state, end = back[end][state]
    return parts[::-1]


def _longest(scores: Mapping[str, float], ending: str) -> float:
    """Return the score of the longest listed end of the ending; the empty one is listed."""
    while ending not in scores:
        ending = ending[1:]
    return scores[ending]


def _joined(left: float, right: float) -> float:
    from numpy import logaddexp

    return float(logaddexp(left, right))
