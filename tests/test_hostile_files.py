"""Hostile files harm no run: every file named or read, every format sound, the rest done."""

from __future__ import annotations

import json
import time

import pytest

from factcheck import archive, pipeline
from factcheck.cli import main
from factcheck.read import Buffer, read_paths, shown_path
from factcheck.report import FORMATS, render
from hostile_files import EITHER, FILES, GOOD, READ, SKIPPED
from test_report_hostile import BAD

for package in ("docx", "trafilatura", "pypdf", "feedparser"):
    pytest.importorskip(package)
PATIENCE = 20  # seconds of processor time that one file may take


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, hostile in FILES.items():
        (place / name).write_bytes(hostile.data)
    for name, text in GOOD.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def report(folder):
    return pipeline.scan([folder])


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_read_or_named_in_bounded_time(folder, name):
    began = time.process_time()
    result = read_paths([folder / name])
    pipeline.extract(result.documents, pipeline.Options())
    assert time.process_time() - began < PATIENCE
    shown = shown_path(folder / name)
    skipped = [skip for skip in result.skipped if skip.path == shown]
    outcome = READ if result.documents else SKIPPED
    assert FILES[name].outcome in (EITHER, outcome), skipped
    assert result.documents or skipped
    for skip in skipped:
        assert len(skip.reason) < 300
        assert "\n" not in skip.reason


def test_the_sound_articles_beside_them_are_compared(report):
    pairs = [{m.claim.document for m in f.claims} for f in report.findings]
    assert any({"good-a", "good-b"} <= pair for pair in pairs)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_of_the_whole_scan_is_sound(report, format):
    written = render(report, format, show_agreements=True)
    written.encode("utf-8")
    assert not BAD.search(written)
    if format in ("json", "sarif"):
        json.loads(written, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_the_command_line_says_a_line_a_file(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    assert main(["scan", ".", "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert not BAD.search(captured.err)
    skipped = [line for line in captured.err.splitlines() if ": skipped: " in line]
    must = [name for name, hostile in FILES.items() if hostile.outcome == SKIPPED]
    assert len(skipped) >= len(must)
    assert len(json.loads(captured.out)["skipped"]) == len(skipped)


def test_an_index_takes_them_all(folder, tmp_path):
    summary = archive.build(tmp_path / "index", [folder], workers=1)
    assert summary.failed == []
    report = archive.check([folder / "good-a.txt"], tmp_path / "index")
    assert any(f.rule == "FC101" for f in report.findings)


@pytest.mark.parametrize("name", ["-", "draft.jsonl", "draft.txt"])
def test_what_comes_without_a_file_is_limited_too(name):
    (skip,) = read_paths([Buffer(name, b"x" * 2_000)], size_limit=1_000).skipped
    assert "too large" in skip.reason


def test_a_line_of_a_hundred_megabytes_is_named(tmp_path):
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        file.write(b"x" * 100_000_000)
        file.write(b'"}\n')
    (skip,) = read_paths([path]).skipped
    assert "too large" in skip.reason
