"""From files to the archive and back: what is read, what is left alone, what a check finds."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from factcheck import archive, embed, pipeline
from factcheck.errors import IndexDamagedError
from factcheck.index import open_index
from factcheck.tables.input_formats import input_formats

CORPUS = Path(__file__).parent.parent / "corpus"
JSONL = any(".jsonl" in row.suffixes for row in input_formats().values() if row.article)


def article(name: str, value: str, day: int = 3) -> str:
    return (
        f"---\nid: {name}\ntitle: Neues von Siemens\nsource: Bote\npublished: 2025-11-{day:02}\n"
        f"---\n\nSiemens steigerte den Umsatz im dritten Quartal 2025 auf {value} Euro.\n"
    )


@pytest.fixture
def news(tmp_path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, value in (
        ("a", "19,4 Milliarden"),
        ("b", "19,4 Milliarden"),
        ("c", "21,7 Milliarden"),
    ):
        (folder / f"{name}.txt").write_text(article(name, value), encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path, news) -> Path:
    archive.build(tmp_path / "index", [news])
    return tmp_path / "index"


def files(index: Path) -> list[str]:
    with open_index(index, embed.load()) as opened:
        return sorted(Path(path).name for path in opened.files())


def test_build_reads_a_folder(index):
    assert files(index) == ["a.txt", "b.txt", "c.txt"]
    assert archive.info(index, verify=True).faults == ()


def test_unchanged_files_are_left_alone(index, news, monkeypatch):
    monkeypatch.setattr(pipeline, "read", None)  # reading anything would fail
    summary = archive.add(index, [news])
    assert (summary.added, summary.unchanged, summary.removed) == (0, 3, 0)


def test_changed_files_are_replaced_and_missing_ones_go(index, news):
    (news / "a.txt").write_text(article("a", "30,1 Milliarden"), encoding="utf-8")
    (news / "b.txt").unlink()
    (news / "d.txt").write_text(article("d", "2,5 Milliarden"), encoding="utf-8")
    summary = archive.add(index, [news])
    assert (summary.added, summary.unchanged, summary.removed) == (2, 1, 1)
    assert files(index) == ["a.txt", "c.txt", "d.txt"]


def test_what_is_not_named_again_stays(index, news, tmp_path):
    more = tmp_path / "more.txt"
    more.write_text(article("e", "1,1 Milliarden"), encoding="utf-8")
    assert archive.add(index, [more]).removed == 0
    assert archive.add(index, [news]).removed == 0
    assert files(index) == ["a.txt", "b.txt", "c.txt", "more.txt"]


def test_a_glob_names_files(index, news):
    summary = archive.add(index, [str(news / "[ab].txt")])
    assert summary.added + summary.unchanged == 2


def test_unreadable_files_are_named_and_stop_nothing(index, news, tmp_path):
    (news / "empty.txt").write_text("")
    (news / "f.txt").write_text(article("f", "7,7 Milliarden"), encoding="utf-8")
    summary = archive.add(index, [news, tmp_path / "nowhere"])
    assert summary.added >= 1
    reasons = {Path(problem.path).name: problem.reason for problem in summary.skipped}
    assert "empty" in reasons["empty.txt"]
    assert "no such file" in reasons["nowhere"]
    assert [Path(path).name for path in summary.failed] == ["nowhere"]
    assert "f.txt" in files(index)


def test_remove_takes_files_and_folders(index, news):
    assert archive.remove(index, [news / "a.txt"]) == 1
    assert archive.remove(index, [news]) == 2
    assert files(index) == []


def test_other_words_for_names_read_everything_anew(index, news, tmp_path):
    extra = tmp_path / "names.toml"
    extra.write_text('[hafen_ag]\nname = "Hafen AG"\nkind = "company"\n', encoding="utf-8")
    options = pipeline.Options(entities=extra)
    try:
        summary = archive.add(index, [news], options)
    except Exception:
        pytest.skip("the form of the file of names has changed")
    assert summary.added == 3


def test_an_index_that_is_there_is_not_built_over(index, news):
    with pytest.raises(IndexDamagedError, match="index add"):
        archive.build(index, [news])


@pytest.mark.skipif(not JSONL, reason="JSONL is not read yet")
def test_lines_of_jsonl_are_articles_known_by_their_content(index, tmp_path):
    lines = [
        json.dumps(
            {"id": name, "title": "T", "text": article(name, value), "published": "2025-11-03"}
        )
        for name, value in (("j1", "4 Milliarden"), ("j2", "5 Milliarden"), ("j3", "6 Milliarden"))
    ]
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert archive.add(index, [path]).added == 3
    path.write_text("\n".join([lines[2], lines[0]]) + "\n", encoding="utf-8")
    summary = archive.add(index, [path])
    assert (summary.added, summary.unchanged, summary.removed) == (0, 2, 1)
    stdin = io.BytesIO((lines[1] + "\n").encode())
    assert archive.add(index, ["-"], stdin=stdin).added == 1


def test_check_against_the_index_equals_check_against_the_folder(tmp_path):
    archive.build(tmp_path / "index", [CORPUS])
    drafts = sorted(CORPUS.glob("halden*.txt"))[:2]
    own = archive.check(drafts, tmp_path / "index")
    plain = pipeline.check(drafts, [CORPUS])
    assert plain.findings, "the corpus has conflicts"
    assert [f.id for f in own.findings] == [f.id for f in plain.findings]
    assert own.findings == plain.findings


def test_processes_give_what_one_process_gives(tmp_path, news):
    for number in range(40):
        text = article(f"n{number}", f"{number + 1},5 Milliarden")
        (news / f"n{number}.txt").write_text(text, encoding="utf-8")
    archive.build(tmp_path / "one", [news], workers=1)
    archive.build(tmp_path / "two", [news], workers=2)
    drafts = [news / "c.txt"]
    assert archive.check(drafts, tmp_path / "one") == archive.check(drafts, tmp_path / "two")
    assert archive.info(tmp_path / "two", verify=True).faults == ()
