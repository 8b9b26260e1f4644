"""Publication dates that the text reveals, and those of the articles read with it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck.lang.base import languages, load_words
from factcheck.lang.publication import PageDateRow, page_dates
from factcheck.read import read_paths
from factcheck.read.publication import find_page_date, infer_all

SPECS = Path(__file__).parent / "specs" / "publication" / "dates.json"
SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
ADVERT = "Gratis-Analyse vom 13. November"


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["id"]) for row in json.loads(SPECS.read_text("utf-8"))]
)
def test_inferred_date(row: dict) -> None:
    (found,) = infer_all([row["text"]], [None])
    assert found == (date.fromisoformat(row["published"]) if row["published"] else None)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{code}-{row.id}")
        for code in languages()
        for row in load_words(code, "publication", PageDateRow).values()
        if row.pattern and row.id != "later_years"
    ],
)
def test_each_pattern_finds_its_example(row: PageDateRow) -> None:
    found = find_page_date(row.example)
    assert found is not None
    assert (found.day, found.month) == (3, 3)


@pytest.mark.parametrize("code", languages())
def test_years_to_come_are_told_by_what_stands_before_them(code: str) -> None:
    row = load_words(code, "publication", PageDateRow)["later_years"]
    assert page_dates(code).later.search(row.example)


def test_year_comes_from_the_articles_read_with_it() -> None:
    known = [None, date(2025, 12, 17), date(2025, 9, 12)]
    assert infer_all([ADVERT, "", ""], known)[0] == date(2025, 11, 13)


def test_articles_of_many_years_tell_no_year() -> None:
    known = [None, date(2019, 12, 17), date(2025, 9, 12)]
    assert infer_all([ADVERT, "", ""], known)[0] is None


def test_a_stated_date_is_never_overruled() -> None:
    assert infer_all(["Stand: 3. März 2025"], [date(2020, 1, 1)]) == [date(2020, 1, 1)]


def test_seeds() -> None:
    if not SEEDS.exists():
        pytest.skip("the five shared articles are not here")
    documents = read_paths([SEEDS]).documents
    dates = {Path(d.path).name[:3]: d.published for d in documents}
    assert dates == {
        "000": date(2025, 12, 17),
        "001": date(2025, 9, 12),
        "002": date(2025, 11, 13),
        "003": date(2025, 12, 18),
        "004": date(2025, 9, 15),
    }
    assert all(d.published_inferred and d.language == "de" for d in documents)
    assert [bool(d.title) for d in documents] == [False, True, True, True, False]
