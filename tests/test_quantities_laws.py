"""Laws of reading amounts, checked on amounts that nobody wrote down."""

from __future__ import annotations

import math
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.extract.quantities import find
from factcheck.extract.quantities.formatted import digits, write
from factcheck.model import Quantity
from factcheck.tables.units import Unit, units

LANGUAGES = ("de", "en")
UNITS = [u for u in units().values() if u.de and u.en and u.id == u.code and not u.noun]
NOUNS = [u for u in units().values() if u.dimension == "count" and u.noun not in ("", "occasion")]
ALPHABET = "0123456789.,'-–+/:%€$ \n\t()abzZüß½§°" + "\u00a0\u2009\u0308"
WORDS = [
    "bis",
    "zu",
    "und",
    "ein",
    "eine",
    "zwei",
    "zwanzig",
    "hundert",
    "Milliarden",
    "Euro",
    "Prozent",
    "über",
    "fast",
    "von",
    "auf",
    "zwischen",
    "halb",
    "Drittel",
    "Dutzend",
    "minus",
    "Komma",
    "Million",
    "mal",
    "3,5",
    "1.000",
    "2025",
    "-",
    "–",
    "%",
    "€",
    "(",
    ")",
    ".",
    ",",
]


@st.composite
def intervals(draw: st.DrawFn) -> tuple[float, float, bool, bool]:
    ends = sorted(draw(st.tuples(values, values)))
    assume(ends[0] < ends[1])
    shape = draw(st.sampled_from(["both", "low", "high"]))
    low = ends[0] if shape != "high" else -math.inf
    high = ends[1] if shape != "low" else math.inf
    low_open = draw(st.booleans()) or math.isinf(low)
    high_open = draw(st.booleans()) or math.isinf(high)
    return low, high, low_open, high_open


values = st.builds(
    lambda n, places: round(n / 10**places, places),
    st.integers(1, 10**9),
    st.integers(0, 3),
)


def same(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def assert_same(found: Quantity, wanted: Quantity) -> None:
    assert same(found.low, wanted.low) and same(found.high, wanted.high)
    assert (found.unit, found.dimension) == (wanted.unit, wanted.dimension)
    assert (found.low_open or math.isinf(found.low)) == (wanted.low_open or math.isinf(wanted.low))


@settings(max_examples=100, deadline=None)
@given(intervals(), st.sampled_from(UNITS), st.sampled_from(LANGUAGES))
def test_any_interval_reads_back(
    ends: tuple[float, float, bool, bool], unit: Unit, language: str
) -> None:
    low, high, low_open, high_open = ends
    scaled = [e if math.isinf(e) else e * unit.factor + unit.offset for e in (low, high)]
    wanted = Quantity(*scaled, unit.code, unit.dimension, low_open, high_open)
    text = write(wanted, language)
    found = find(text, language)
    assert len(found) == 1, text
    assert_same(found[0].quantity, wanted)


@settings(max_examples=100, deadline=None)
@given(values, st.sampled_from(UNITS + NOUNS), st.sampled_from(LANGUAGES))
def test_what_was_read_reads_back(value: float, unit: Unit, language: str) -> None:
    number = digits(value, language)
    word = unit.words(language)[0] if unit.words(language) else unit.symbols[0]
    first = find(f"{number} {word}", language)
    assume(len(first) == 1)
    again = find(write(first[0].quantity, language), language)
    assert len(again) == 1
    assert_same(again[0].quantity, first[0].quantity)


HEDGES = {
    "de": ["über", "mindestens", "höchstens", "bis zu", "rund", "fast", "gut", "weniger als"],
    "en": ["over", "at least", "at most", "up to", "about", "nearly", "just over", "less than"],
}
FRAMES = {
    "de": ["Der Konzern meldete {} für das Vorjahr.", "Es waren {}, so der Bericht."],
    "en": ["The company reported {} for the year.", "It was {}, the report said."],
}


@settings(max_examples=100, deadline=None)
@given(values, st.sampled_from(UNITS), st.sampled_from(LANGUAGES), st.data())
def test_a_number_reads_in_a_sentence_as_alone(
    value: float, unit: Unit, language: str, data: st.DataObject
) -> None:
    hedge = data.draw(st.sampled_from(["", *HEDGES[language]]))
    frame = data.draw(st.sampled_from(FRAMES[language]))
    assume(unit.dimension != "time" or hedge != "over")
    word = unit.words(language)[0]
    alone = f"{hedge} {digits(value, language)} {word}".strip()
    found, inside = find(alone, language), find(frame.format(alone), language)
    assert [m.quantity for m in inside] == [m.quantity for m in found]
    assert [m.text for m in inside] == [m.text for m in found]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=ALPHABET, max_size=60),
        st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
        st.text(max_size=60),
    ),
    st.sampled_from(LANGUAGES),
)
def test_offsets_quote_the_text(text: str, language: str) -> None:
    end = 0
    for mention in find(text, language):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.quantity.low <= mention.quantity.high
        assert not math.isnan(mention.quantity.low)
        end = mention.end


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_decomposed_letters_read_alike(text: str) -> None:
    composed = find(unicodedata.normalize("NFC", text), "de")
    decomposed = find(unicodedata.normalize("NFD", text), "de")
    assert [m.quantity for m in composed] == [m.quantity for m in decomposed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_no_amounts(language: str) -> None:
    text = "12 Euro, 13 Euro"
    assert [m.text for m in find(text, language, dates=[(0, 7)])] == ["13 Euro"]


@pytest.mark.parametrize(
    "text",
    ["9" * 5000, "und " * 2000, "bis zu " * 2000, "([{" * 2000, "1 " * 2000, "zweiund" * 500],
)
def test_hostile_text_ends(text: str) -> None:
    assert find(text, "de") == []
