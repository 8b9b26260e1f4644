"""Splitting: examples as data, then laws that hold for any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lang.base import languages, load_words
from factcheck.lang.boilerplate import BoilerplateRow
from factcheck.model import Document
from factcheck.read.frontmatter import parse
from factcheck.split import split, split_all

SPECS = Path(__file__).parent / "specs" / "splitting"
SHARED = Path(__file__).parent.parent.parent / "shared"


def _rows(name: str) -> list[pytest.param]:
    rows = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["id"]) for row in rows]


def _document(text: str, **values: object) -> Document:
    values.setdefault("body_start", parse(text).body_start)
    return Document(id="a", path="a", text=text, **values)


@pytest.mark.parametrize("row", _rows("de"))
def test_german(row: dict) -> None:
    assert [s.text for s in split(_document(row["text"], language="de"))] == row["sentences"]


@pytest.mark.parametrize("row", _rows("en"))
def test_english(row: dict) -> None:
    assert [s.text for s in split(_document(row["text"], language="en"))] == row["sentences"]


@pytest.mark.parametrize("row", _rows("pages"))
def test_pages(row: dict) -> None:
    document = _document(
        row["text"], title=row.get("title", ""), origin=row.get("origin", "text"), language="de"
    )
    found = split(document)
    kinds = [("question" if s.question else s.kind.value, s.text) for s in found]
    assert kinds == [tuple(pair) for pair in row["sentences"]]
    if "languages" in row:
        assert [s.language for s in found] == row["languages"]


BOILERPLATE = [
    pytest.param(row, id=f"{code}-{row.id}")
    for code in languages()
    for row in load_words(code, "boilerplate", BoilerplateRow).values()
]


@pytest.mark.parametrize("row", BOILERPLATE)
def test_boilerplate_row_leaves_out_its_example(row: BoilerplateRow) -> None:
    assert any(hint in row.example.lower() for hint in row.hints)
    example = row.example + "Der Umsatz sank." if row.scope == "prefix" else row.example
    kept = [s.text for s in split(_document(f"Der Gewinn stieg.\n\n{example}"))]
    rest = ["Der Umsatz sank."] if row.scope == "prefix" else []
    assert kept == ["Der Gewinn stieg.", *rest]


@pytest.mark.parametrize("row", BOILERPLATE)
def test_boilerplate_row_keeps_prose_that_looks_like_it(row: BoilerplateRow) -> None:
    kept = [s.text for s in split(_document(f"Der Gewinn stieg.\n\n{row.keep}"))]
    assert kept == ["Der Gewinn stieg.", row.keep]


def test_paragraphs_that_many_articles_share_are_left_out() -> None:
    frame = "Das Blatt aus der Mitte des Landes berichtet seit hundert Jahren für Sie."
    names = ("Kassel", "Fulda", "Gera", "Jena")
    documents = [
        Document(id=n, path=n, text=f"In {n} steigt der Umsatz.\n\nMehr folgt aus {n}.\n\n{frame}")
        for n in names
    ]
    assert all(frame not in [s.text for s in sentences] for sentences in split_all(documents))


def test_versions_of_one_article_keep_what_they_share() -> None:
    text = "Der Umsatz steigt.\n\nDer Gewinn sinkt.\n\nDie Zahl der Stellen ist {}."
    documents = [Document(id=str(n), path=str(n), text=text.format(n)) for n in range(4)]
    assert [len(sentences) for sentences in split_all(documents)] == [3, 3, 3, 3]


TEXTS = st.text(
    alphabet=st.sampled_from("aBc ÄöÜß.!?:,;-–—•*#_`[]()<>\"'„“0123\n\r\t\x07\u2028\u00a0😀"),
    max_size=300,
) | st.text(max_size=200)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown"]), st.sampled_from(["de", "en"]))
def test_sentences_and_gaps_give_the_text_back(text: str, origin: str, language: str) -> None:
    found = split(Document(id="a", path="a", text=text, origin=origin, language=language))
    position = 0
    rebuilt = ""
    for sentence in found:
        assert position <= sentence.start < sentence.end <= len(text)
        assert len(sentence.text) == sentence.end - sentence.start
        assert sentence.text == sentence.text.strip()
        rebuilt += text[position : sentence.start] + text[sentence.start : sentence.end]
        position = sentence.end
    assert rebuilt + text[position:] == text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_sentence_shows_the_text_that_it_spans(text: str) -> None:
    for sentence in split(Document(id="a", path="a", text=text)):
        written = text[sentence.start : sentence.end]
        assert all(a == b or b == " " for a, b in zip(written, sentence.text, strict=True))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_front_matter_yields_nothing_but_the_title(text: str) -> None:
    front = "---\nsource: Das Blatt schreibt viel.\n---\n"
    document = Document(id="a", path="a", text=front + text, body_start=len(front))
    assert all(sentence.start >= len(front) for sentence in split(document))


HOSTILE = {
    "letters": "x" * 5_000_000,
    "full stops": "a. " * 1_500_000,
    "abbreviations": "Mrd. " * 1_000_000,
    "ordinals": "3. " * 1_500_000,
    "lines": "Zeile ohne Ende\n" * 300_000,
    "brackets": "[" * 3_000_000,
    "comments": "<!--" * 1_000_000,
    "emphasis": "*a" * 1_500_000,
    "bullets": "- a\n" * 700_000,
    "colons": "a: " * 1_000_000 + "?",
    "spaces": " " * 5_000_000,
    "quotes": "> " * 2_000_000,
    "fences": "```\n" * 700_000,
    "tags": "<a" * 2_000_000,
}


@pytest.mark.parametrize("origin", ["text", "markdown"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_split(monkeypatch: pytest.MonkeyPatch, text: str, origin: str) -> None:
    """Half a megabyte would keep a quadratic pattern busy for minutes; benchmarks measure time."""
    monkeypatch.setattr("factcheck.split.CHECKED_LENGTH", 20_000)
    document = Document(id="a", path="a", text=text[:500_000], origin=origin)
    assert all(s.text == document.text[s.start : s.end] for s in split(document))


NOT_OURS = {
    "pysbd-de-10": "the number of a list item belongs to no sentence",
    "pysbd-de-32": "the number of a list item belongs to no sentence",
    "pysbd-de-23": "copyright lines are left out",
}


def test_german_golden_rules() -> None:
    path = SHARED / "data" / "pysbd_de_sentences" / "data.jsonl"
    if not path.exists():
        pytest.skip("the shared sentence examples are not here")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["id"] not in NOT_OURS]
    right = sum(_same(row) for row in rows)
    assert right >= 0.9 * len(rows)


def _same(row: dict) -> bool:
    def bare(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    found = [bare(s.text) for s in split(_document(row["text"], language="de"))]
    wanted = list(dict.fromkeys(bare(s) for s in row["expected"]))
    return list(dict.fromkeys(found)) == wanted
