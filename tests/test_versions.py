"""A draft's own older version in the archive: the same against a folder and against an index."""

from __future__ import annotations

import json

import pytest

from factcheck import archive, pipeline
from factcheck.report import FORMATS, render

OPTIONS = pipeline.Options(show_agreements=True)
HEAD = "---\nid: {id}\nsource: {source}\npublished: 2026-02-0{day}\n---\n\n"
OWN = "Die Reederei Halmer beschäftigt {} Menschen. Im Jahr 2025 fuhren 41 Schiffe für Halmer."
OTHER = "Bei der Reederei Halmer arbeiten 2.400 Menschen."


def article(identity: str, text: str, day: int = 3) -> str:
    return HEAD.format(id=identity, source=identity.title(), day=day) + text + "\n"


@pytest.fixture
def places(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "own.txt").write_text(article("own", OWN.format("1.900"), day=2), encoding="utf-8")
    (folder / "other.txt").write_text(article("other", OTHER), encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text(article("own", OWN.format("1.700")), encoding="utf-8")
    index = tmp_path / "index"
    archive.build(index, [folder], OPTIONS)
    return draft, folder, index


def sides(report):
    return [(f.rule, f.verdict, [m.claim.document for m in f.claims]) for f in report.findings]


def test_a_folder_and_an_index_give_the_same(places):
    draft, folder, index = places
    by_folder = pipeline.check([draft], [folder], OPTIONS)
    by_index = archive.check([draft], index, OPTIONS)
    expected = [
        ("FC101", "contradiction", ["own", "other"]),
        ("FC105", "update", ["own", "own#archived"]),
    ]
    assert sides(by_folder) == sides(by_index) == expected
    assert [f.id for f in by_folder.findings] == [f.id for f in by_index.findings]


def test_the_older_version_is_shown_with_its_own_text(places):
    draft, folder, _ = places
    report = pipeline.check([draft], [folder], OPTIONS)
    older = report.findings[-1].secondary
    text = report.document(older.document).text
    assert text[older.start : older.end] == older.quote == "1.900 Menschen"
    assert report.document(older.document).path.endswith("own.txt")
    assert report.claim_counts["own#archived"] > 0


def test_what_the_older_version_says_too_is_no_corroboration(places):
    draft, folder, _ = places
    report = pipeline.check([draft], [folder], OPTIONS)
    assert not [f for f in report.findings if f.verdict == "agreement"]


def test_an_unchanged_article_gives_nothing_of_its_own(places):
    _, folder, index = places
    own = folder / "own.txt"
    for report in (pipeline.check([own], [folder]), archive.check([own], index)):
        assert [f.rule for f in report.findings] == ["FC101"]
        assert "own#archived" not in {document.id for document in report.documents}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_shows_a_correction(places, format):
    draft, folder, _ = places
    text = render(pipeline.check([draft], [folder], OPTIONS), format, ui_language="en")
    assert "1.900 Menschen" in text
    if format == "json":
        found = json.loads(text)["findings"][-1]
        assert (found["rule"], found["verdict"], found["severity"]) == ("FC105", "update", "note")
