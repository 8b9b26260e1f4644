"""Drafts read in a process of their own: the same answer as without, and as without a process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from factcheck import archive, processes
from factcheck.archive import beside, checking
from factcheck.cli.check import read_ahead
from factcheck.model import Report

ARTICLE = "---\nid: {}\npublished: 2026-02-0{}\n---\nDie Reederei Halmer beschäftigt {} Menschen.\n"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "1.txt").write_text(ARTICLE.format("old", 1, "1.900"), "utf-8")
    (tmp_path / "draft.txt").write_text(ARTICLE.format("draft", 2, "2.400"), "utf-8")
    archive.build(tmp_path / "index", [tmp_path / "articles"], workers=1)
    return tmp_path / "draft.txt", tmp_path / "index"


def as_if_just_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "pays", lambda: True)
    monkeypatch.setattr(checking, "pays", lambda: True)


def here(places: tuple[Path, Path]) -> Report:
    return archive.check([places[0]], places[1])


def test_a_process_that_has_checked_before_reads_by_itself(places):
    here(places)
    assert not beside.pays()


def test_the_same_report_with_a_process_and_a_rehearsal(places, monkeypatch):
    expected = here(places)
    assert len(expected.findings) == 1
    as_if_just_started(monkeypatch)
    assert here(places) == expected


def test_a_command_starts_the_process_before_all_else(places, monkeypatch):
    asked = []
    monkeypatch.setattr(processes, "foresee", asked.append)
    monkeypatch.setattr(processes, "cores", lambda: 2)
    read_ahead([str(places[1])])
    assert not asked, "this process has read before"
    monkeypatch.delitem(sys.modules, "factcheck.pipeline")
    read_ahead([str(places[0])])
    assert not asked, "articles are no index"
    read_ahead([str(places[1])])
    monkeypatch.undo()
    as_if_just_started(monkeypatch)
    monkeypatch.setattr(processes, "beside", lambda function, _: asked.append(function) or _none())
    here(places)
    assert asked == ["factcheck.pipeline:read_drafts"] * 2


@contextmanager
def _none() -> Iterator[Any]:
    raise OSError("started ahead only")
    yield


def test_no_process_can_start(places, monkeypatch):
    expected = here(places)
    as_if_just_started(monkeypatch)

    def fail(*_: object) -> None:
        raise OSError("no memory")

    monkeypatch.setattr(processes, "_Process", fail)
    assert here(places) == expected


def test_the_process_ends_too_early(places, monkeypatch):
    expected = here(places)
    as_if_just_started(monkeypatch)
    start = processes._Process
    monkeypatch.setattr(processes, "_Process", lambda _: start("no_such_module:read"))
    assert here(places) == expected


def test_the_process_ends_between_its_two_answers(places, monkeypatch):
    places[0].write_text(places[0].read_text("utf-8") + "Die Halmer hat 10 + 5 = 16 Schiffe.\n")
    expected = here(places)
    as_if_just_started(monkeypatch)
    ask = processes._Process.answer
    asked = []

    def once(process: processes._Process) -> object:
        asked.append(process)
        if len(asked) > 1:
            process._process.kill()
            raise OSError("a process ended too early")
        return ask(process)

    monkeypatch.setattr(processes._Process, "answer", once)
    assert here(places) == expected
    assert len(asked) == 2


def test_an_archive_without_claims(places, monkeypatch, tmp_path):
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "1.txt").write_text("Guten Tag.\n", encoding="utf-8")
    archive.build(tmp_path / "empty", [tmp_path / "none"], workers=1)
    as_if_just_started(monkeypatch)
    assert archive.check([places[0]], tmp_path / "empty").findings == ()
