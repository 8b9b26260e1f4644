"""The entity table itself, and an editor's own file beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import TableError
from factcheck.extract import entities
from factcheck.lang.entities import word_groups
from factcheck.model import Document, Sentence
from factcheck.tables import entities as table
from factcheck.vocab.entities import check_clashes, lexicon, use_extra
from factcheck.vocab.listed import is_legal_form, listed, strip_form


@pytest.fixture(autouse=True)
def _without_extra() -> Iterator[None]:
    yield
    use_extra(None)


def ids(text: str, language: str = "de") -> list[str]:
    document = Document(id="x", path="x", text=text, language=language)
    sentences = [Sentence(0, len(text), text, language=language)]
    return [m.entity.id for m in entities.find(document, sentences)[0]]


def write(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_name_is_added_to_a_known_row(tmp_path: Path) -> None:
    use_extra(write(tmp_path, '[microsoft]\nde = ["Kleinweich"]\n'))
    assert ids("Kleinweich und Microsoft wachsen.") == ["microsoft", "microsoft"]


def test_a_new_entity(tmp_path: Path) -> None:
    text = 'blitz-gmbh = { name = "Blitz Logistik", kind = "company", headquarters = ["Gera"] }'
    use_extra(write(tmp_path, text))
    assert ids("Blitz Logistik baut an.") == ["blitz-gmbh"]
    assert ids("Der Geraer Konzern baut an.") == ["blitz-gmbh"]


def test_the_file_counts_no_longer_when_taken_away(tmp_path: Path) -> None:
    use_extra(write(tmp_path, '[microsoft]\nde = ["Kleinweich"]\n'))
    use_extra(None)
    assert "microsoft" not in ids("Gestern wuchs Kleinweich.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[acme]\nkind = "company"\n', ["own.toml", "[acme]", "name"]),
        ('[acme]\nname = "Acme"\n', ["own.toml", "[acme]", "kind"]),
        ('[acme]\nname = "Acme"\nkind = "firm"\n', ["own.toml", "[acme]", "firm"]),
        ('[acme]\nname = "Acme"\nkind = "company"\nsector = ["ai"]\n', ["sector", "sectors"]),
        ('[acme]\nname = "OpenAI"\nkind = "company"\n', ["own.toml", "OpenAI", "[openai]"]),
        ('[acme]\nname = ""\nkind = "company"\n', ["own.toml", "[acme]", "name"]),
        ('[acme]\nname = "-"\nkind = "company"\n', ["own.toml", "[acme]", "'-'"]),
        ('[acme]\nname = "Acme"\nkind = "company"\nowner = "nobody"\n', ["[acme]", "nobody"]),
        ("[acme\n", ["own.toml"]),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: list[str]) -> None:
    path = write(tmp_path, text)
    with pytest.raises(TableError) as error:
        use_extra(path)
    for word in words:
        assert word in str(error.value)
    assert ids("Microsoft wächst.") == ["microsoft"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.toml"):
        use_extra(tmp_path / "none.toml")


def test_owners_exist() -> None:
    rows = table.entities()
    assert [row.id for row in rows.values() if row.owner and row.owner not in rows] == []


def test_every_row_is_right() -> None:
    table.entities().check()


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_name_means_two_entities(language: str) -> None:
    check_clashes(table.entities().values(), language, None)


def test_a_file_is_read_again_only_when_it_changed(tmp_path: Path) -> None:
    path = write(tmp_path, '[microsoft]\nde = ["Kleinweich"]\n')
    use_extra(path)
    before = lexicon("de")
    use_extra(path)
    assert lexicon("de") is before
    path.write_text('[microsoft]\nde = ["Winzigweich"]\n', encoding="utf-8")
    use_extra(path)
    assert ids("Winzigweich wächst.") == ["microsoft"]


def test_sectors_of_epithets_have_companies() -> None:
    known = {sector for row in table.entities().values() for sector in row.sectors}
    for language in ("de", "en"):
        for group in word_groups(language).values():
            assert set(group.sectors) <= known, group.id


def test_common_names_are_names() -> None:
    for row in table.entities().values():
        assert set(row.common) <= {*row.words("de"), *row.words("en")}, row.id


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nebius Group N.V.", "Nebius Group"),
        ("Dürr Aktiengesellschaft", "Dürr"),
        ("Merck & Co., Inc.", "Merck & Co."),
        ("Klinik Nord gGmbH", "Klinik Nord"),
        ("Laden e.K.", "Laden"),
        ("Viasat (American company)", "Viasat"),
        ("SE", "SE"),
    ],
)
def test_legal_forms(name: str, short: str) -> None:
    assert strip_form(name) == short


def test_listed_company() -> None:
    company = listed("Dürr")
    assert company is not None
    assert company.id == "duerr"
    assert listed("Gibtesnicht") is None
    assert is_legal_form("KGaA")


def test_languages_have_their_own_names() -> None:
    assert "Kommission" not in {
        a for name in lexicon("en").starting("Europäische") for a in name.atoms
    }
    assert ids("Germany and Deutschland", "en").count("deutschland") == 2
