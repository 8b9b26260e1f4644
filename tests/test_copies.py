"""Copies and versions of one text are told from texts that only share their topic."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.copies import Versions, are_copies, body_shingles, shingles
from factcheck.model import Document
from factcheck.read import read_paths

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = read_paths([CORPUS]).documents
COPIES = {"nibelungenbruecke-gesperrt.txt", "rheinquerung-dicht.txt"}  # one agency text
ARTICLE = next(d for d in ARTICLES if d.path.endswith("halden-streicht-stellen.txt"))


def changed(text: str) -> str:
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text)


def test_no_two_articles_of_the_corpus_are_copies_but_the_agency_text():
    prints = [(Path(d.path).name, body_shingles(d)) for d in ARTICLES]
    found = {
        frozenset((a, b))
        for n, (a, left) in enumerate(prints)
        for b, right in prints[n + 1 :]
        if are_copies(left, right)
    }
    assert found == {frozenset(COPIES)}


def test_new_figures_and_new_line_breaks_leave_a_copy():
    text = ARTICLE.text
    assert shingles(changed(text)) == shingles(text)
    assert shingles("\n".join(text.split())) == shingles(text)


def test_a_sentence_more_and_another_headline_leave_a_copy():
    longer = "Eine neue Überschrift\n" + ARTICLE.text + "\nAm Abend kam noch eine Nachricht dazu."
    assert are_copies(shingles(longer), shingles(ARTICLE.text))


def test_a_teaser_is_no_copy_and_short_texts_have_no_wording_of_their_own():
    assert not are_copies(shingles(ARTICLE.text[:400]), shingles(ARTICLE.text * 2))
    short = "Der Umsatz von Halden lag 2025 bei 75 Millionen Euro."
    assert not are_copies(shingles(short), shingles(short))


def draft(**fields) -> Document:
    return replace(ARTICLE, id="draft", url="", **fields)


@pytest.mark.parametrize(
    ("fields", "is_version"),
    [
        ({}, True),
        ({"source": ""}, True),
        ({"source": "Another Paper"}, False),
        ({"published": date(2027, 1, 1)}, False),
        ({"published": date(2027, 1, 1), "published_inferred": True}, True),
        ({"text": "Etwas ganz anderes."}, False),
    ],
)
def test_a_near_copy_is_a_version_when_source_and_day_allow_it(fields, is_version):
    assert (Versions((draft(**fields),)).of(ARTICLE) is not None) is is_version


@pytest.mark.parametrize(
    ("own", "other", "is_version"),
    [
        ({"id": "x"}, {"id": "x"}, True),
        ({"id": "x"}, {"id": "x#2"}, True),
        ({"id": "x"}, {"id": "x#top"}, False),
        ({"id": "x"}, {"id": "xy"}, False),
        ({"url": "https://a.example/1"}, {"id": "y", "url": "https://a.example/1"}, True),
        ({"url": ""}, {"id": "y", "url": ""}, False),
    ],
)
def test_one_id_or_one_url_is_one_article_whatever_its_text(own, other, is_version):
    fields = {"id": "z", "path": "p", "text": "Kurz.", "url": ""}
    versions = Versions((Document(**{**fields, **own}),))
    found = versions.of(Document(**{**fields, "text": "Ganz anders.", **other}))
    assert (found is not None) is is_version
