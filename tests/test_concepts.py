"""Words that newsrooms swap for each other, and translations, may mean one thing; siblings not."""

from __future__ import annotations

import pytest

from factcheck.tables.concepts import BAR, concepts, names_by_start
from factcheck.vocab.concepts import is_named, may_mean
from factcheck.vocab.content import stem


def _stems(left: str, right: str) -> tuple[str, str]:
    words = (word.split(":") for word in (left, right))
    first, second = (stem(word.lower(), language) for language, word in words)
    return first, second


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("de:Brand", "de:Feuer"),
        ("de:Fabriken", "de:Werk"),
        ("de:Steinbruch", "en:quarry"),
        ("en:workers", "en:employees"),
        ("de:Kupfermine", "en:mine"),  # the head of a compound
        ("en:poultry", "de:Geflügelhof"),  # its first part
    ],
)
def test_other_names_of_one_thing(left, right):
    a, b = _stems(left, right)
    assert may_mean(a, b)
    assert may_mean(b, a)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("de:Männer", "de:Frauen"),
        ("de:Weizen", "de:Gerste"),
        ("de:Tote", "de:Verletzte"),
        ("en:imports", "en:exports"),
        ("de:Nordmine", "de:Südmine"),  # two compounds with one head
        ("de:Fahrer", "de:Beifahrer"),  # what stands before it makes it another one
    ],
)
def test_siblings_are_two_things(left, right):
    assert not may_mean(*_stems(left, right))


def test_what_no_table_names():
    assert not is_named("xyzzyq")
    assert not may_mean("xyzzyq", "brand")


def test_every_row_has_names_and_none_stands_twice():
    rows = concepts()
    assert all(len(set(row)) == len(row) > 1 for row in rows)
    assert len(set(map(frozenset, rows))) == len(rows)


def test_every_name_is_found_by_how_it_begins_and_the_same_from_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    names_by_start.cache_clear()
    made = names_by_start()
    names_by_start.cache_clear()
    assert names_by_start() == made
    found = {tuple(line.split()) for lines in made.values() for line in lines.split(BAR)}
    rows = enumerate(concepts())
    assert found == {(w.lower(), lang, str(n)) for n, names in rows for lang, w in names}
    assert all(x.startswith(start) for start, lines in made.items() for x in lines.split(BAR))


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Raketen", "missiles", True),
        ("Preise", "prices", True),
        ("Wohnungen", "flats", True),
        ("Bürgern", "citizens", True),
        ("Preise", "circles", False),
        ("Männern", "women", False),
    ],
)
def test_a_table_knows_a_word_in_the_plural_too(left, right, alike):
    assert may_mean(stem(left, "de"), stem(right, "en")) is alike
