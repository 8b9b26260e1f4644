"""Entities: every row of specs/entities says which mentions a text holds, in order."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import entities
from factcheck.model import Document, EntityMention, Sentence, SentenceKind
from factcheck.vocab.entities import lexicon

SPECS = Path(__file__).parent / "specs" / "entities"
ROWS = [
    pytest.param(row, id=f"{path.stem}: {' '.join(row.get('de') or row['en'])[:60]}")
    for path in sorted(SPECS.glob("*.json"))
    for row in json.loads(path.read_text(encoding="utf-8"))
]


def read(lines: list[str], language: str) -> tuple[Document, list[Sentence]]:
    """Make an article whose sentences are the lines."""
    text = "\n".join(lines)
    sentences, start = [], 0
    for line in lines:
        sentences.append(Sentence(start, start + len(line), line, language=language))
        start += len(line) + 1
    return Document(id="x", path="x", text=text, language=language), sentences


def find(lines: list[str], language: str = "de") -> list[EntityMention]:
    document, sentences = read(lines, language)
    return [m for found in entities.find(document, sentences) for m in found]


def split_row(row: dict[str, Any]) -> tuple[list[str], str]:
    language = "de" if "de" in row else "en"
    return row[language], language


@pytest.mark.parametrize("row", ROWS)
def test_spec(row: dict[str, Any]) -> None:
    lines, language = split_row(row)
    found = find(lines, language)
    assert [[m.text, m.entity.id] for m in found if m.how != "text"] == row["is"]
    if "text" in row:
        texts = [[m.text, m.entity.id, m.entity.kind] for m in found if m.how == "text"]
        assert texts == row["text"]


def test_there_are_enough_specs() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("row", ROWS)
def test_mentions_quote_their_sentence_and_do_not_overlap(row: dict[str, Any]) -> None:
    lines, language = split_row(row)
    document, sentences = read(lines, language)
    for sentence, found in zip(sentences, entities.find(document, sentences), strict=True):
        for mention in found:
            assert sentence.text[mention.start : mention.end] == mention.text
        for left, right in itertools.pairwise(found):
            assert left.end <= right.start or (left.start, left.end) == (right.start, right.end)


@pytest.mark.parametrize("row", ROWS[::4])
def test_an_unrelated_sentence_before_or_after_changes_nothing(row: dict[str, Any]) -> None:
    lines, language = split_row(row)
    other = "Gestern regnete es." if language == "de" else "Yesterday it rained."
    alone = [(m.text, m.entity.id) for m in find(lines, language)]
    assert [(m.text, m.entity.id) for m in find([*lines, other], language)] == alone
    assert [(m.text, m.entity.id) for m in find([other, *lines], language)] == alone


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["de", "en"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    for mention in find([text], language):
        assert text[mention.start : mention.end] == mention.text


def company_names() -> list[str]:
    rows = lexicon("de").rows.values()
    return sorted(row.name for row in rows if row.kind == "company" and not row.common)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(company_names()))
def test_every_company_is_found_in_every_case(name: str) -> None:
    wanted = find([f"Gestern meldete {name} Zahlen."])[0].entity.id
    for text in (f"Die {name}-Aktie fiel.", f"Mit {name} wird verhandelt."):
        assert wanted in [m.entity.id for m in find([text])], text


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(company_names()), st.sampled_from(company_names()))
def test_two_companies_stay_apart(left: str, right: str) -> None:
    ids = [m.entity.id for m in find([f"Gestern trafen sich {left} und {right}."])]
    assert len(ids) == 2
    assert (ids[0] == ids[1]) == (left == right)


def test_topic_is_what_the_title_names() -> None:
    lines = ["Amazon baut aus", "Microsoft und OpenAI reden.", "Amazon wartet auf OpenAI."]
    document, sentences = read(lines, "de")
    title = Sentence(
        sentences[0].start, sentences[0].end, sentences[0].text, kind=SentenceKind.TITLE
    )
    sentences = [title, *sentences[1:]]
    topic = entities.topic(document, sentences, entities.find(document, sentences))
    assert topic is not None
    assert topic.entity.id == "amazon"


def test_no_entity_no_topic() -> None:
    document, sentences = read(["Es regnete."], "de")
    assert entities.topic(document, sentences, entities.find(document, sentences)) is None
