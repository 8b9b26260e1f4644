"""A draft's own older version in the archive: the same against a folder and against an index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import archive, pipeline, versions
from factcheck.read import read_paths
from factcheck.report import FORMATS, render

CORPUS = Path(__file__).parent.parent / "corpus"
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


def test_what_several_papers_printed_is_no_version_of_a_draft_of_no_paper(tmp_path):
    agency = (CORPUS / "nibelungenbruecke-gesperrt.txt").read_text(encoding="utf-8")
    copy = (CORPUS / "rheinquerung-dicht.txt").read_text(encoding="utf-8")
    body = agency.split("---\n", 2)[2]
    draft = tmp_path / "draft.txt"
    draft.write_text(body, encoding="utf-8")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(agency, encoding="utf-8")
    documents = read_paths([draft]).documents
    alone = versions.older_versions(documents, read_paths([folder]).documents)
    (folder / "two.txt").write_text(copy, encoding="utf-8")
    both = versions.older_versions(documents, read_paths([folder]).documents)
    assert (len(alone), len(both)) == (1, 0)
