"""The tables behind the amounts: every unit has words, and a new language needs no code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import TableError
from factcheck.extract.quantities import find, lexicon
from factcheck.lang import base, digits
from factcheck.lang.amounts import amount_words, hedges
from factcheck.tables.units import Unit, units
from factcheck.vocab import quantities as vocab

LANG = Path(base.__file__).parent


@pytest.mark.parametrize("unit", units().values(), ids=lambda unit: unit.id)
def test_every_unit_can_be_said(unit: Unit) -> None:
    assert unit.de or unit.en or unit.symbols
    assert unit.factor > 0


@pytest.mark.parametrize("unit", units().values(), ids=lambda unit: unit.id)
def test_every_unit_is_read_in_a_sentence(unit: Unit) -> None:
    for language, frame in (("de", "Gemessen wurden 12 {}."), ("en", "It came to 12 {}.")):
        for word in unit.words(language)[-1:]:
            found = find(frame.format(word), language)
            assert len(found) == 1, word
            assert found[0].quantity.dimension in (unit.dimension, "money"), word


def test_both_languages_have_the_same_hedges() -> None:
    assert {h.id for h in hedges("de").values() if not h.kind} == {
        h.id for h in hedges("en").values() if not h.kind
    }
    rates = [{r.id for r in amount_words(c).values() if r.kind == "per"} for c in ("de", "en")]
    assert rates[0] <= rates[1]


@pytest.fixture
def new_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(LANG / "en", tmp_path / "xx")
    monkeypatch.setattr(base, "_HERE", tmp_path)
    monkeypatch.setattr(lexicon, "function_words", lambda language: frozenset())
    yield tmp_path / "xx"
    digits.unit_words.cache_clear()
    vocab.vocabulary.cache_clear()
    lexicon.lexicon.cache_clear()


def test_a_language_brings_words_for_known_units(new_language: Path) -> None:
    (new_language / "units.toml").write_text('[kilometre]\nwords = ["versty"]\n')
    found = find("The road is 12 versty long.", "xx")
    assert [(m.text, m.quantity.unit) for m in found] == [("12 versty", "kilometre")]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[verst]\nwords = ["versty"]\n', "no such row"),
        ('[mile]\nwords = ["versty"]\n[kilometre]\nwords = ["versty"]\n', "already names mile"),
    ],
)
def test_a_clash_is_an_error(new_language: Path, table: str, message: str) -> None:
    (new_language / "units.toml").write_text(table)
    with pytest.raises(TableError, match=message):
        find("12 versty", "xx")
