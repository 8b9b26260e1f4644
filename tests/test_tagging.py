"""Tagging: the same answers as HanTa's own search, with offsets, and fast when repeated."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import tagging
from factcheck.vocab.words import words

SENTENCES = {
    "de": [
        "Der Konzern legte im dritten Quartal um 17,4 Prozent zu.",
        "Die Behörde hat die Übernahme nicht genehmigt, obwohl Merck zustimmte.",
        "US-Senator Ron Wyden rief die Federal Trade Commission zu einer Untersuchung auf.",
        "„Wir werden 2.000 Stellen streichen“, sagte z.B. der Chef.",
    ],
    "en": [
        "The company didn't confirm that it's losing its exclusive right.",
        "Jane Miller, who joined in 2010, said U.S. sales rose 3.5% to $34.9bn.",
    ],
}
ALL = [(language, text) for language, texts in SENTENCES.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), ALL)
def test_same_as_hanta(language: str, text: str) -> None:
    own = [(t.text, t.lemma, t.tag) for t in tagging.tag(text, language) if t.text not in "„“"]
    tagger = tagging._load(language)._tagger
    told = [w.text for w in words(text) if w.text not in "„“"]
    assert own == [tuple(found) for found in tagger.tag_sent(told)]


@pytest.mark.parametrize("marks", ["„“", "„”", "»«", "«»"])
def test_quotation_marks_hide_no_verb(marks: str) -> None:
    """The model knows no such mark, and takes what follows one for a foreign word."""
    tokens = tagging.tag(f"Regisseurin von {marks[0]}Seeluft{marks[1]} war Jana Roth.", "de")
    assert ("war", "sein", "VA(FIN)") in [(t.text, t.lemma, t.tag) for t in tokens]
    assert [t.tag for t in tokens if t.text in marks] == ["$(", "$("]


@pytest.mark.parametrize(("language", "text"), ALL)
def test_offsets(language: str, text: str) -> None:
    for token in tagging.tag(text, language):
        assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("legte zu.", ["legte", "zu", "."]),
        ("z.B. 17,4 Mrd.", ["z.B.", "17,4", "Mrd", "."]),
        ("ein 10-Milliarden-Dollar-Deal", ["ein", "10-Milliarden-Dollar-Deal"]),
        ("OpenAI-Partnerschaft", ["OpenAI-Partnerschaft"]),
        ("it didn't", ["it", "did", "n't"]),
        ("Apple's shares", ["Apple", "'s", "shares"]),
        ("the U.S. dollar", ["the", "U.S.", "dollar"]),
        ("AT&T (USA)", ["AT&T", "(", "USA", ")"]),
    ],
)
def test_cut(text: str, cut: list[str]) -> None:
    assert [word.text for word in words(text)] == cut


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["de", "en", "fr"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    tokens = tagging.tag(text, language)
    assert "".join(t.text for t in tokens) == "".join(text.split()) or not tokens


@given(st.text(max_size=200))
def test_words_lose_nothing_but_blanks(text: str) -> None:
    position = 0
    for word in words(text):
        assert text[position : word.start].strip() == ""
        assert text[word.start : word.end] == word.text
        position = word.end
    assert text[position:].strip() == ""


def test_long_line_takes_linear_time() -> None:
    started = time.process_time()
    assert words("a-" * 100_000)
    assert words("x." * 100_000)
    assert words("n't" * 50_000)
    assert time.process_time() - started < 3


@pytest.mark.parametrize("language", ["de", "en"])
def test_loads_what_hanta_loads(language: str) -> None:
    from HanTa.HanoverTagger import HanoverTagger

    own = tagging._load(language)._tagger
    theirs = HanoverTagger(tagging._MODELS[language])
    assert own.reachability == theirs.reachability
    assert own.atomic_class == theirs.atomic_class


def test_empty() -> None:
    assert tagging.tag("", "de") == []
