"""Calendar arithmetic, holidays and fiscal years against known dates and laws."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import TableError
from factcheck.extract.periods import as_fiscal, find
from factcheck.extract.periods.calendar import MONTHS, moved, nth_weekday, part_of, unit_at
from factcheck.extract.periods.fiscal import fiscal_dates, fiscal_year_at
from factcheck.extract.periods.holidays import holiday_dates
from factcheck.lang.time import TimeRow
from factcheck.model import Period, Resolution
from factcheck.rows import load_rows
from factcheck.tables.entities import entities
from factcheck.tables.fiscal import fiscal_calendars
from factcheck.tables.holidays import holidays

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
UNITS = st.sampled_from(sorted({*MONTHS, "day", "week"} - {"century"}))
KNOWN = [
    ("easter", 2024, date(2024, 3, 31)),
    ("easter", 2025, date(2025, 4, 20)),
    ("easter", 2038, date(2038, 4, 25)),
    ("orthodox_easter", 2024, date(2024, 5, 5)),
    ("orthodox_easter", 2025, date(2025, 4, 20)),
    ("pentecost", 2025, date(2025, 6, 8)),
    ("corpus_christi", 2025, date(2025, 6, 19)),
    ("first_advent", 2025, date(2025, 11, 30)),
    ("repentance", 2025, date(2025, 11, 19)),
    ("mothers_day", 2025, date(2025, 5, 11)),
    ("thanksgiving", 2025, date(2025, 11, 27)),
    ("black_friday", 2025, date(2025, 11, 28)),
    ("chinese_new_year", 2024, date(2024, 2, 10)),
    ("chinese_new_year", 2025, date(2025, 1, 29)),
    ("mid_autumn", 2025, date(2025, 10, 6)),
    ("yom_kippur", 2025, date(2025, 10, 1)),
    ("rosh_hashanah", 2024, date(2024, 10, 2)),
    ("hanukkah", 2025, date(2025, 12, 14)),
    ("passover", 2025, date(2025, 4, 12)),
    ("eid_al_fitr", 2025, date(2025, 3, 30)),
    ("eid_al_adha", 2025, date(2025, 6, 6)),
    ("ramadan", 2025, date(2025, 3, 1)),
    ("diwali", 2025, date(2025, 10, 20)),
    ("holi", 2025, date(2025, 3, 14)),
    ("summer_start", 2025, date(2025, 6, 21)),
    ("winter_start", 2025, date(2025, 12, 21)),
]


@given(DAYS, UNITS, st.integers(-20, 20))
def test_units_tile_the_calendar(day: date, unit: str, shift: int) -> None:
    here, there = unit_at(unit, day), unit_at(unit, day, shift)
    assert here is not None and there is not None
    assert here[0] <= day <= here[1]
    following = unit_at(unit, there[1] + timedelta(days=1))
    assert following == unit_at(unit, day, shift + 1)


@given(DAYS, UNITS)
def test_thirds_make_up_the_whole(day: date, unit: str) -> None:
    whole = unit_at(unit, day)
    assert whole is not None
    start, mid, end = (part_of(part, whole) for part in ("start", "mid", "end"))
    assert start[0] == whole[0] and end[1] == whole[1]
    if whole[1] - whole[0] > timedelta(days=2):
        assert start[1] + timedelta(days=1) == mid[0] and mid[1] + timedelta(days=1) == end[0]


@given(DAYS, st.integers(-400, 400))
def test_moving_there_and_back_by_days_returns(day: date, count: int) -> None:
    there = moved(day, "day", count)
    assert there is not None and moved(there, "day", -count) == day


@given(DAYS, st.integers(1, 7), st.sampled_from([1, 2, 3, 4, -1, -2]))
def test_the_nth_weekday_is_that_weekday_inside_the_month(day: date, number: int, nth: int) -> None:
    month = unit_at("month", day)
    assert month is not None
    found = nth_weekday(month, number, nth)
    assert found is not None and found[0].isoweekday() == number
    assert month[0] <= found[0] <= month[1]


@pytest.mark.parametrize(("name", "year", "day"), KNOWN)
def test_holidays_fall_on_known_days(name: str, year: int, day: date) -> None:
    found = holiday_dates(holidays()[name], year)
    assert found is not None and found[0] == day


@pytest.mark.parametrize("row", holidays().values(), ids=lambda row: row.id)
def test_every_holiday_has_a_name_and_comes_in_most_years(row: object) -> None:
    assert row.words  # type: ignore[attr-defined]
    years = [holiday_dates(row, year) for year in range(1995, 2045)]  # type: ignore[arg-type]
    # A day of a lunar year can miss the civil year that it would end, and fall into two others.
    assert sum(found is not None for found in years) >= 30


@pytest.mark.parametrize("company", fiscal_calendars())
def test_fiscal_quarters_make_up_the_fiscal_year(company: str) -> None:
    whole = fiscal_dates(company, 2025, "fiscal_year")
    quarters = [fiscal_dates(company, 2025, "fiscal_quarter", nth) for nth in (1, 2, 3, 4)]
    assert whole is not None and all(quarters)
    assert (quarters[0][0], quarters[3][1]) == whole  # type: ignore[index]
    assert fiscal_dates(company, 2025, "fiscal_quarter", 5) is None
    ends = fiscal_year_at(company, whole[0])
    assert ends == whole[1].year


def test_fiscal_rows_are_named_like_entities() -> None:
    assert [name for name in fiscal_calendars() if not re.fullmatch(r"[a-z0-9&-]+", name)] == []
    known = entities()
    assert sum(name in known for name in fiscal_calendars()) > 200


def test_fiscal_names_follow_the_company() -> None:
    assert fiscal_dates("microsoft", 2026, "fiscal_quarter", 1) == (
        date(2025, 7, 1),
        date(2025, 9, 30),
    )
    assert fiscal_dates("sony", 2024, "fiscal_year") == (date(2024, 4, 1), date(2025, 3, 31))
    assert fiscal_dates("nobody", 2024, "fiscal_year") is None


def quarter(start: date, end: date) -> Period:
    return Period(start, end, "quarter", Resolution.STATED, "ersten Quartal 2026")


def test_a_coming_quarter_told_as_done_is_fiscal() -> None:
    first = quarter(date(2026, 1, 1), date(2026, 3, 31))
    found = as_fiscal(first, "microsoft", date(2025, 12, 17))
    assert found is not None and found.resolved == Resolution.FISCAL
    assert (found.start, found.end) == (date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("company", "published"),
    [
        ("amazon", date(2025, 12, 17)),  # its year is the calendar's: the quarter is yet to come
        ("", date(2025, 12, 17)),
        ("microsoft", None),
        ("microsoft", date(2026, 2, 1)),  # the calendar quarter has begun
    ],
)
def test_what_stays_the_calendar_quarter(company: str, published: date | None) -> None:
    assert as_fiscal(quarter(date(2026, 1, 1), date(2026, 3, 31)), company, published) is None


def test_without_a_reference_date_nothing_is_guessed() -> None:
    for text in ("im letzten Quartal", "am Freitag", "seit Jahresbeginn", "im September"):
        (mention,) = find(text, "de")
        assert (mention.period.start, mention.period.end) == (None, None)
        assert mention.period.resolved == Resolution.UNKNOWN
        assert mention.period.label in text


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "time.toml"
    bad.write_text('may = { kind = "month", value = "fünf", words = ["Mai"] }', encoding="utf-8")
    with pytest.raises(TableError, match=r"time\.toml: \[may\]: value"):
        load_rows(bad, TimeRow)
