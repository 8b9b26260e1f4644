"""Single number words, and words made by rule for every number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.numerals import cardinal, ordinal

ONES = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
]
TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
IRREGULAR = {13: "dreizehn", 16: "sechzehn", 17: "siebzehn"}


def german(number: int) -> str:
    """Return the number below a million as one German word."""
    if number >= 1000:
        rest = german(number % 1000) if number % 1000 else ""
        return stem(number // 1000) + "tausend" + rest
    if number >= 100:
        rest = german(number % 100) if number % 100 else ""
        return stem(number // 100) + "hundert" + rest
    if number >= 20:
        ten, unit = TENS[number // 10 - 2], number % 10
        return f"{stem(unit)}und{ten}" if unit else ten
    if number > 12:
        return IRREGULAR.get(number, ONES[number - 10] + "zehn")
    return ONES[number]


def stem(number: int) -> str:
    word = german(number)
    return word.removesuffix("s") if word.endswith("eins") else word


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 999_999))
def test_every_german_number(number: int) -> None:
    assert cardinal(german(number), "de") == number
    assert cardinal(german(number).upper().replace("SS", "ß"), "de") == number


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 999_999))
def test_every_german_ordinal(number: int) -> None:
    irregular = {3: "dritt", 7: "siebt", 8: "acht"}
    head, last = german(number - number % 100) if number > 100 else "", number % 100
    if last == 0:
        assert ordinal(german(number) + "ste", "de") == number
    elif last > 1:
        tail = irregular.get(last, german(last) + ("t" if last < 20 else "st"))
        assert ordinal(head + tail + "en", "de") == number


@given(st.integers(20, 99))
def test_every_english_number_below_a_hundred(number: int) -> None:
    ten, unit = EN_TENS[number // 10 - 2], number % 10
    word = f"{ten}-{EN_ONES[unit]}" if unit else ten
    assert cardinal(word, "en") == number


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("anderthalb", 1.5),
        ("eineinhalb", 1.5),
        ("zweieinhalb", 2.5),
        ("dreißig", 30),
        ("dreissig", 30),
        ("zwoelf", 12),
        ("fu\u0308nf", 5),
        ("achtzehnhundertzweiundfünfzig", 1852),
        ("siebenhunderteinundzwanzigtausendundzwölf", 721012),
        ("eine", 1),
        ("Million", 1e6),
        ("Billion", 1e12),
    ],
)
def test_german_words(word: str, value: float) -> None:
    assert cardinal(word, "de") == value


def test_billion_is_not_billion() -> None:
    assert cardinal("billion", "en") == 1e9


@pytest.mark.parametrize(
    "word",
    ["tausendtausend", "sechzigfünfzehn", "sechzighundert", "fünfzignullzwei", "Haus", "dreist",
     "Einheit", "achtung", "", "und", "Zehnkampf", "zwei" * 100],
)  # fmt: skip
def test_no_numbers(word: str) -> None:
    assert cardinal(word, "de") is None


@pytest.mark.parametrize(
    ("word", "language", "rank"),
    [
        ("dritte", "de", 3),
        ("dritten", "de", 3),
        ("erstes", "de", 1),
        ("siebter", "de", 7),
        ("einhunderttausendste", "de", 100_000),
        ("milliardsten", "de", 10**9),
        ("third", "en", 3),
        ("twenty-first", "en", 21),
        ("twelfth", "en", 12),
        ("zweite", "en", None),
        ("erst", "de", None),
        ("drei", "de", None),
    ],
)
def test_ordinals(word: str, language: str, rank: int | None) -> None:
    assert ordinal(word, language) == rank
