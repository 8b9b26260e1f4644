"""An archive that stays open: opened once, and never behind what stands in its place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from claim_samples import number
from factcheck import archive as whole
from factcheck.cli.lsp.checking import Checker
from factcheck.cli.run import Settings
from factcheck.errors import IndexDamagedError
from factcheck.index import KeptIndex, archive, create_index, open_index
from factcheck.keys import about
from test_index import CODER, ENTRIES, entry, fill

DRAFT = [number(31e9, document="draft")]
ARTICLE = "---\nid: old-{n}\npublished: 2026-02-01\n---\n{said}\n"
SAID = "Die Reederei Halmer beschäftigt {} Menschen."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_index(tmp_path / "index", CODER)
    fill(tmp_path / "index", ENTRIES[:1])
    return tmp_path / "index"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The stores that were opened, in order."""
    found: list[Path] = []

    class Counted(archive.Store):
        def __init__(self, path: Path, *, write: bool) -> None:
            found.append(path)
            super().__init__(path, write=write)

    monkeypatch.setattr(archive, "Store", Counted)
    return found


def met(kept: KeptIndex) -> set[str]:
    """Return the articles that the draft meets now."""
    asked = [about(claim) for claim in DRAFT]
    with kept.view() as index:
        found = index.candidates(asked, CODER.encode([row.text for row in asked]))
        return {document.id for document in index.documents(found)}


def test_looking_twice_opens_once(path, opened):
    kept = KeptIndex(path, CODER)
    assert met(kept) == met(kept) == {"id-a"}
    assert len(opened) == 1


def test_what_another_adds_replaces_and_removes_is_seen(path):
    kept = KeptIndex(path, CODER)
    assert met(kept) == {"id-a"}
    fill(path, [entry("b", number(35e9))])
    assert met(kept) == {"id-a", "id-b"}
    with open_index(path, CODER, write=True) as writer:
        writer.remove(["/news/a.txt"])
    assert met(kept) == {"id-b"}
    fill(path, [entry("c", number(36e9))])  # may be given the number of what went
    assert met(kept) == {"id-b", "id-c"}


def test_one_view_stays_as_it_was(path):
    kept = KeptIndex(path, CODER)
    with kept.view() as index:
        before = index.files()
        fill(path, ENTRIES[1:2])
        assert index.files() == before
    with kept.view() as index:
        assert len(index.files()) == 2


def test_another_archive_in_its_place_is_seen(path):
    kept = KeptIndex(path, CODER)
    assert met(kept) == {"id-a"}
    shutil.rmtree(path)
    create_index(path, CODER)
    fill(path, [entry("z", number(36e9))])
    assert met(kept) == {"id-z"}


def test_an_archive_that_goes_is_missed(path):
    kept = KeptIndex(path, CODER)
    met(kept)
    shutil.rmtree(path)
    with pytest.raises(IndexDamagedError, match="not a factcheck index"), kept.view():
        pass


def test_the_editor_opens_its_archive_once_and_sees_it_grow(tmp_path, opened):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "1.txt").write_text(
        ARTICLE.format(n=1, said=SAID.format("1.900")), encoding="utf-8"
    )
    whole.build(tmp_path / "index", [tmp_path / "articles"], workers=1)
    opened.clear()
    checker = Checker(Settings(published=date(2026, 2, 1)), [str(tmp_path / "index")])
    draft = tmp_path / "draft.txt"
    assert len(checker.check(draft, SAID.format("1.900")).findings) == 0
    assert len(checker.check(draft, SAID.format("2.400")).findings) == 1
    assert len(opened) == 1
    (tmp_path / "articles" / "2.txt").write_text(
        ARTICLE.format(n=2, said=SAID.format("1.900")), encoding="utf-8"
    )
    whole.add(tmp_path / "index", [tmp_path / "articles"], workers=1)
    (finding,) = checker.check(draft, SAID.format("2.400")).findings
    assert {"old-1", "old-2"} <= {member.claim.document for member in finding.claims}
    checker.close()
