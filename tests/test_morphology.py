"""The searches through a word's parts, held to HanTa's own, which they replace."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.morphology import Morphology

LANGUAGES = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
WORDS = (
    "rechenzentrumsnetzwerk",
    "zugelegt",
    "kündigungen",
    "aufsichtsratsvorsitzende",
    "chipmakers",
    "restructured",
    "openai-partnerschaft",
    "17,4",
    "34.9bn",
    "ß",
    "x",
    "",
    "—",
    "q3-2025",
    "🚀",
)


@cache
def both(language: str) -> tuple[Any, Morphology]:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger(LANGUAGES[language])
    return tagger, Morphology(tagger)


def same(word: str, language: str) -> None:
    tagger, own = both(language)
    found = tagger.analyze_forward(word)
    assert own.forward(word) == found
    for tag, _ in found[:3]:
        assert own.viterbi(word, -tag) == tagger.analyze_viterbi(word, -tag)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", WORDS)
def test_words(word: str, language: str) -> None:
    same(word, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_model(language: str) -> None:
    tagger, _ = both(language)
    for word in sorted(tagger.cache)[::400]:
        same(word, language)


@settings(max_examples=100, deadline=None)
@given(st.text("abcdeghilmnorstuäößz-1", max_size=18), st.sampled_from(sorted(LANGUAGES)))
def test_any_word(word: str, language: str) -> None:
    same(word, language)


@settings(max_examples=50, deadline=None)
@given(st.data(), st.sampled_from(sorted(LANGUAGES)))
def test_any_compound(data: st.DataObject, language: str) -> None:
    parts = st.sampled_from(sorted(both(language)[0].cache))
    same(data.draw(parts) + data.draw(parts), language)
