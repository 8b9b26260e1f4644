"""Killed at any moment, read while written, written by two: nothing is lost, nothing breaks."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time

import pytest

from claim_samples import number
from factcheck.errors import IndexDamagedError
from factcheck.index import archive, create_index, open_index
from factcheck.keys import about
from test_index import CODER, DRAFT, ENTRIES, entry, fill, look_up, outcome

KILLS = 100
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
FORK = multiprocessing.get_context("fork") if hasattr(os, "fork") else multiprocessing


@pytest.fixture
def path(tmp_path):
    create_index(tmp_path / "index", CODER)
    return tmp_path / "index"


def _keep_adding(path, entries) -> None:
    archive.BATCH, archive.UNSAVED = 3, 4
    with open_index(path, CODER, write=True, wait=60) as index:
        known = index.files()
        index.add(e for e in entries if known.get(e.path, ("", b""))[1] != e.digest)


@pytest.mark.parametrize("chunk", range(4))
def test_random_kills_lose_nothing(path, tmp_path, chunk):
    """A quarter of the kills; each comes at a random moment of a run that takes the rest up."""
    moments = random.Random(chunk)
    entries = [entry(f"n{n}", number(n), number(n + 1, metric="", start=50)) for n in range(400)]
    before = 0
    for _ in range(KILLS // 4):
        process = FORK.Process(target=_keep_adding, args=(path, entries))
        process.start()
        time.sleep(moments.uniform(0, 0.06))
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        with open_index(path, CODER) as index:
            count = len(index.files())
            assert count >= before, "a completed batch was lost"
            assert count % 3 == 0 or count == len(entries), "half a batch"
            assert [f for f in index.info(verify=True).faults if "yet" not in f] == []
            before = count
    _finish(path, tmp_path / "whole", entries)


def _finish(path, whole, entries) -> None:
    _keep_adding(path, entries)
    create_index(whole, CODER)
    fill(whole, entries)
    draft = [number(7.5, document="draft"), number(9.5, metric="", document="draft", start=60)]
    assert outcome(path, draft) == outcome(whole, draft)
    with open_index(path, CODER) as index:
        assert index.info(verify=True).faults == ()


def _hold(path, ready, go) -> None:
    with open_index(path, CODER, write=True) as index:
        index.add(ENTRIES[:1])
        ready.set()
        go.wait(20)


@pytest.fixture
def held(path):
    """An index that another process is writing, until `go` is set."""
    ready, go = FORK.Event(), FORK.Event()
    process = FORK.Process(target=_hold, args=(path, ready, go))
    process.start()
    assert ready.wait(20)
    yield process, go
    go.set()
    process.join()


def test_second_writer_learns_who_writes(path, held):
    process, _ = held
    message = f"written by process {process.pid} on "
    with (
        pytest.raises(IndexDamagedError, match=message),
        open_index(path, CODER, write=True, wait=0.2),
    ):
        pass


def test_second_writer_waits(path, held):
    process, go = held
    go.set()
    with open_index(path, CODER, write=True, wait=20) as index:
        index.add(ENTRIES[1:2])
        assert len(index.files()) == 2
    process.join()


def test_readers_need_no_lock(path, held):
    assert [document.id for document in look_up(path)[1]] == ["id-a"]


def test_a_reader_keeps_its_view_while_another_writes(path):
    fill(path, ENTRIES[:2])
    expected = outcome(path)
    vectors = CODER.encode([about(claim).text for claim in DRAFT])
    with open_index(path, CODER) as index:
        first = index.candidates([about(claim) for claim in DRAFT], vectors)
        documents = index.documents(first)
        fill(path, ENTRIES[2:])
        with open_index(path, CODER, write=True) as writer:
            writer.remove(["/news/a.txt"])
        second = index.candidates([about(claim) for claim in DRAFT], vectors)
        assert documents == index.documents(second) == expected[0]
    assert first.claims == second.claims
    assert outcome(path) != expected
