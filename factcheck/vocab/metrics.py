"""Finds the words that name a metric. How a row's words match stands at the top of metrics.toml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from factcheck.lang.endings import endings
from factcheck.lang.measure import words_of
from factcheck.tables.metrics import metrics

_WORD = re.compile(r"[^\W\d_]+(?:[-&’'][^\W\d_]+)*")
_LINKS = ("", "s", "n", "en", "es")  # between the parts of a compound
# The phrases that a word opens, each as its rest and metric; then metrics, modifier, turn of it.
_Readings = tuple[Sequence[tuple[tuple[str, ...], str]], tuple[tuple[str, ...], str, int]]
_SHORTEST_FIRST = 2  # and its first part two: "Verträge" are no "Erträge"
_SHORTEST_HEAD = 5  # a compound's head has at least this many letters, or "Investoren" are goals


@dataclass(frozen=True, slots=True)
class MetricMention:
    """Words that name a metric; `modifier` is a compound's rest ("Cloud" in "Cloud-Umsatz").

    `turn` is 1 or -1 where the words name a rise or fall of it ("Umsatzrückgang"), else 0.
    """

    start: int
    end: int
    text: str
    metrics: tuple[str, ...]
    modifier: str = ""
    turn: int = 0


@dataclass(slots=True)
class _Lexicon:
    whole: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    prefixes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    verbs: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))


def find_metrics(text: str, language: str) -> list[MetricMention]:
    """Return the metric words of a text in order; of overlapping ones the longest."""
    words = [(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    found: list[MetricMention] = []
    position = 0
    while position < len(words):
        readings = _readings(words[position][2], language)
        mention, used = _at(text, words, position, language, readings) if readings else (None, 1)
        if mention is not None:
            found.append(mention)
        position += used
    return found


def verb_metrics(verb: str, language: str) -> list[tuple[str, str]]:
    """Return (metric id, words that must stand with it or "") for an infinitive.

    A particle that is read as part of the verb ("hand over") is no word to look for any more.
    """
    verbs = _lexicon(language).verbs
    bare, _, particle = verb.lower().partition(" ")
    if not particle:
        return verbs.get(bare, [])
    rests = verbs.get(bare, ())
    joined = [(metric, "") for metric, rest in rests if rest == particle]
    return joined + [(metric, rest) for metric, rest in rests if len(rest) > len(particle)]


def participle_metric(lemma: str, language: str) -> str:
    """Return the metric of dates that a participle asks for: "gegründet", "found"; else ""."""
    return _participles(language).get(lemma.lower(), "")


@lru_cache(maxsize=65536)
def is_participle(word: str, language: str) -> bool:
    """Say whether an inflected adjective is a participle of dates: "gegründete", "geborenen"."""
    return any(
        participle_metric(word.removesuffix(ending), language)
        for ending in endings("noun", language)
    )


@cache
def _participles(language: str) -> dict[str, str]:
    rows = [row for row in metrics().values() if "date" in row.dimensions and not row.weak]
    forms = [(row.id, getattr(row, f"participles_{language}", row.verbs(language))) for row in rows]
    return {form: metric for metric, words in reversed(forms) for form in words}


@cache
def metric_verbs(language: str) -> frozenset[str]:
    """Return the infinitives that name a metric, particles left out."""
    return frozenset(_lexicon(language).verbs)


def _at(
    text: str, words: list[tuple[int, int, str]], position: int, language: str, readings: _Readings
) -> tuple[MetricMention | None, int]:
    start, end, _ = words[position]
    phrases, (ids, modifier, turn) = readings
    best: tuple[int, tuple[str, ...]] | None = None
    for tail, metric in phrases:
        following = [w for _, _, w in words[position + 1 : position + 1 + len(tail)]]
        if len(following) == len(tail) and all(
            _is_form(w, t, language) for w, t in zip(following, tail, strict=True)
        ):
            length = len(tail) + 1
            if best is None or length > best[0]:
                best = (length, (metric,))
            elif length == best[0]:
                best = (length, (*best[1], metric))
    if best is not None:
        end = words[position + best[0] - 1][1]
        return MetricMention(start, end, text[start:end], best[1]), best[0]
    if not ids:
        return None, 1
    return MetricMention(start, end, text[start:end], ids, modifier, turn), 1


@lru_cache(maxsize=65536)
def _readings(word: str, language: str) -> _Readings | None:
    """Return the phrases that a word may open and what it names by itself; None for neither."""
    phrases = _lexicon(language).phrases.get(_first_stem(word, language), ())
    found = _word_metrics(word, language)
    return (phrases, found) if phrases or found[0] else None


@lru_cache(maxsize=65536)
def _word_metrics(word: str, language: str) -> tuple[tuple[str, ...], str, int]:
    """Return the metrics that a single word names, the compound's modifier, and its turn."""
    lexicon = _lexicon(language)
    if word in lexicon.whole:
        return tuple(lexicon.whole[word]), "", 0
    return _turned(word, language) or (*_part_metrics(word, language), 0)


def _turned(word: str, language: str) -> tuple[tuple[str, ...], str, int] | None:
    """Return what a compound ending in a rise or fall names: "Umsatzrückgang", "Gewinnplus"."""
    for row, turn in (("rise_nouns", 1), ("fall_nouns", -1)):
        for tail in words_of(row, language) | words_of(row.replace("nouns", "tails"), language):
            if not word.endswith(tail):
                continue
            for link in _LINKS:
                head = word[: -len(tail)].removesuffix("-").removesuffix(link)
                ids, modifier = _head_metrics(head, language)
                if ids:
                    return ids, modifier, turn
    return None


def _head_metrics(head: str, language: str) -> tuple[tuple[str, ...], str]:
    """Return what the first part of a compound names, with the "e" that it may lose ("Miet-")."""
    for form in (head, head + "e"):
        if len(head) >= _SHORTEST_HEAD - 1:
            ids, modifier, _ = _word_metrics(form, language)
            if ids:
                return ids, modifier
    return (), ""


def _part_metrics(word: str, language: str) -> tuple[tuple[str, ...], str]:
    """Return the metrics that the end or the beginning of a word names."""
    lexicon = _lexicon(language)
    if language == "de" or "-" in word:
        for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_HEAD + 1):
            if word[cut:] in lexicon.heads:
                return tuple(lexicon.heads[word[cut:]]), word[:cut].rstrip("-’'")
    for length in range(len(word), _SHORTEST_HEAD - 1, -1):
        if word[:length] in lexicon.prefixes:
            return tuple(lexicon.prefixes[word[:length]]), ""
    return (), ""


@lru_cache(maxsize=65536)
def _first_stem(word: str, language: str) -> str:
    """Return the phrase-initial word as the table writes it, or the word itself."""
    phrases = _lexicon(language).phrases
    for ending in sorted(endings("noun", language), key=len, reverse=True):
        if ending and word.endswith(ending) and word[: -len(ending)] in phrases:
            return word[: -len(ending)]
    return word


def _is_form(word: str, base: str, language: str) -> bool:
    """Say whether the word is the base with an ending, or a compound that ends with it."""
    at = word.rfind(base)
    if at < 0 or (at > 0 and language == "en"):
        return False
    return word[at + len(base) :] in endings("noun", language)


@cache
def _lexicon(language: str) -> _Lexicon:
    lexicon = _Lexicon()
    for row in metrics().values():
        for word in row.words(language):
            _add(lexicon, word, row.id, language)
        for verb in row.verbs(language):
            infinitive, _, rest = verb.partition(" ")
            for other in rest.split("|"):
                lexicon.verbs[infinitive].append((row.id, other))
    return lexicon


def _add(lexicon: _Lexicon, word: str, metric: str, language: str) -> None:
    if " " in word:
        first, *rest = word.split()
        lexicon.phrases[first.lstrip("=")].append((tuple(rest), metric))
    elif word.endswith("*"):
        lexicon.prefixes[word[:-1]].append(metric)
    else:
        forms = {word.lstrip("=") + ending for ending in endings("noun", language)}
        for form in forms:
            lexicon.whole[form].append(metric)
            if not word.startswith("=") and len(word) >= _SHORTEST_HEAD:
                lexicon.heads[form].append(metric)
