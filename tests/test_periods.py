"""Times are read as the spec rows say, and obey laws that no list of examples can cover."""

from __future__ import annotations

import json
import time
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.periods import dates, find
from factcheck.model import Period, PeriodMention

SPECS = Path(__file__).parent / "specs" / "periods"
ROWS = [
    pytest.param(language, row, id=f"{language}:{row['text'][:60]}:{row.get('published', '')}")
    for language in ("de", "en")
    for row in json.loads((SPECS / f"{language}.json").read_text(encoding="utf-8"))
]
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
TODAY = date(2025, 11, 13)
GERMAN_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# Times that mean the same whatever stands around them, as long as it tells no tense.
STEADY = (
    *("Mai 2024", "12. September 2025", "drittes Quartal 2025", "bis 2032", "seit Mai 2024"),
    *("letzten Quartal", "gestern", "vor zwei Wochen", "Ende 2025", "ersten neun Monaten 2025"),
    *("von März bis Mai 2025", "binnen fünf Jahren", "zwischen 2019 und 2023", "kommendes Jahr"),
    *("H1 2025", "KW 12 2025", "Winter 2024/25", "Ostern 2024", "Anfang nächsten Jahres"),
)
FILLERS = ("Wetter", "Umsatz", "Konzern", "der", "und", "Brücke", "rot", "sehr", "Berlin")


def shown(mention: PeriodMention) -> dict[str, object]:
    period = mention.period
    found: dict[str, object] = {
        "text": mention.text,
        "start": period.start and period.start.isoformat(),
        "end": period.end and period.end.isoformat(),
        "granularity": period.granularity,
        "resolved": period.resolved.value,
    }
    return found | ({"anchor": period.anchor} if period.anchor else {})


def ends(period: Period) -> tuple[date | None, date | None]:
    return period.start, period.end


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_spec(language: str, row: dict[str, object]) -> None:
    published = row.get("published")
    day = date.fromisoformat(str(published)) if published else None
    found = find(str(row["text"]), language, day, str(row.get("company", "")))
    assert [shown(mention) for mention in found] == row["expected"]


def test_there_are_enough_rows_and_negative_ones() -> None:
    assert len(ROWS) >= 400
    assert sum(not param.values[1]["expected"] for param in ROWS) >= 50


@given(
    st.lists(
        st.one_of(
            st.sampled_from(STEADY + FILLERS + ("bis", "von", "12.", "2025", "§", "-", "\n", "(")),
            st.text(max_size=8),
        ),
        max_size=12,
    ),
    st.one_of(st.none(), DAYS),
)
@settings(max_examples=300, deadline=None)
def test_offsets_quote_the_text_and_dates_are_in_order(
    parts: list[str], published: date | None
) -> None:
    text, last = " ".join(parts), 0
    for mention in find(text, "de", published):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        start, end = ends(mention.period)
        assert start is None or end is None or start <= end
        assert (mention.period.resolved == "unknown") == (start is None and end is None)
        last = mention.end


@given(
    st.sampled_from(STEADY),
    st.lists(st.sampled_from(FILLERS), max_size=4),
    st.lists(st.sampled_from(FILLERS), max_size=4),
)
@settings(max_examples=200, deadline=None)
def test_a_time_in_a_sentence_reads_as_it_does_alone(
    words: str, before: list[str], after: list[str]
) -> None:
    alone = find(words, "de", TODAY)
    assert [m.text for m in alone] == [words]
    among = find(" ".join([*before, words, *after]) + ".", "de", TODAY)
    assert [(m.text, m.period) for m in among] == [(m.text, m.period) for m in alone]


def german(day: date) -> list[str]:
    month = GERMAN_MONTHS[day.month - 1]
    return [
        f"{day.day}. {month} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}. {day.month}. {day.year}",
        day.isoformat(),
    ]


def english(day: date) -> list[str]:
    month = ENGLISH_MONTHS[day.month - 1]
    return [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        day.isoformat(),
    ]


@given(DAYS)
@settings(max_examples=200, deadline=None)
def test_every_spelling_of_a_date_reads_back(day: date) -> None:
    for language, texts in (("de", german(day)), ("en", english(day))):
        for text in texts:
            found = find(f"Am {text} Ende" if language == "de" else f"On {text} it", language)
            assert [ends(m.period) for m in found] == [(day, day)], text


@given(DAYS, st.integers(-200, 200))
@settings(max_examples=150, deadline=None)
def test_a_yearless_day_is_near_and_leans_with_the_tense(day: date, apart: int) -> None:
    published = day + timedelta(days=apart)
    words = f"{day.day}. {GERMAN_MONTHS[day.month - 1]}"
    past = find(f"Am {words} wurde gewählt.", "de", published)[0].period.start
    coming = find(f"Am {words} wird gewählt.", "de", published)[0].period.start
    assert past is not None and coming is not None
    assert past <= published <= coming
    assert (past.month, past.day) == (coming.month, coming.day) == (day.month, day.day)


@given(st.sampled_from(ROWS))
@settings(max_examples=100, deadline=None)
def test_decomposed_letters_read_alike(param: object) -> None:
    language, row = param.values  # type: ignore[attr-defined]
    text = unicodedata.normalize("NFD", row["text"])
    found, plain = find(text, language, TODAY), find(row["text"], language, TODAY)
    assert [ends(m.period) for m in found] == [ends(m.period) for m in plain]
    assert all(text[m.start : m.end] == m.text for m in found)


@given(st.sampled_from(ROWS))
@settings(max_examples=100, deadline=None)
def test_the_cheap_reading_covers_every_period(param: object) -> None:
    language, row = param.values  # type: ignore[attr-defined]
    spans = {(span.start, span.end) for span in dates(row["text"], language)}
    assert {(m.start, m.end) for m in find(row["text"], language, TODAY)} <= spans


@pytest.mark.parametrize("unit", ["7", "und ", "bis zu ", "([", "2025 ", "1.", "im Jahr ", "§ "])
def test_hostile_text_costs_no_more_per_byte_as_it_grows(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find(text, "de", TODAY)
        return time.process_time() - start

    cost(1_000)
    small, large = max(cost(20_000), 0.002), cost(80_000)
    assert large < small * 4 * 3
