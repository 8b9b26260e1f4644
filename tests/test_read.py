"""Reading: paths to documents, whatever the bytes are."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.lang.headline import find_title, is_headline
from factcheck.model import Document
from factcheck.read import Buffer, read_paths
from factcheck.read.decoding import decode
from factcheck.read.frontmatter import parse
from factcheck.split import split

BODY = "Das Werk streicht 300 Stellen. Die Kosten steigen um 4 Prozent auf 3 Mio. Euro für Öfen."
FRONT = '---\ntitle: Werk: "300" Stellen weg\nsource: Blatt\npublished: 2025-03-03\n---\n'


def _read(folder: Path, data: bytes, name: str = "a.txt") -> Document:
    (folder / name).write_bytes(data)
    result = read_paths([folder / name])
    assert result.skipped == []
    return result.documents[0]


def _problem(folder: Path, data: bytes, name: str = "a.txt") -> str:
    (folder / name).write_bytes(data)
    result = read_paths([folder / name])
    assert result.documents == []
    assert len(result.skipped) == len(result.failed) == 1
    return result.skipped[0].reason


def test_front_matter_is_literal(tmp_path: Path) -> None:
    text = FRONT.replace("source: Blatt", 'source: Blatt: der "Osten" #1') + BODY
    document = _read(tmp_path, text.encode())
    assert document.title == 'Werk: "300" Stellen weg'
    assert document.source == 'Blatt: der "Osten" #1'
    assert document.published == date(2025, 3, 3)
    assert not document.published_inferred
    assert document.text[document.body_start :] == BODY


@pytest.mark.parametrize("line", ["trusted: true", "Trusted: Yes", "trusted:  TRUE  "])
def test_trusted(tmp_path: Path, line: str) -> None:
    assert _read(tmp_path, f"---\n{line}\n---\n{BODY}".encode()).trusted


def test_unknown_keys_lists_and_comments_in_front_matter_are_passed_over(tmp_path: Path) -> None:
    text = f"---\n# note\ntags:\n  - a\n- b\nauthor: x\n\nurl: https://e.org/?a=b:c\n---\n{BODY}"
    document = _read(tmp_path, text.encode())
    assert document.url == document.id == "https://e.org/?a=b:c"


@pytest.mark.parametrize(
    ("written", "language"), [("de", "de"), ("en-GB", "en"), ("DE", "de"), ("fr", "de"), ("", "de")]
)
def test_language(tmp_path: Path, written: str, language: str) -> None:
    assert _read(tmp_path, f"---\nlanguage: {written}\n---\n{BODY}".encode()).language == language


def test_language_is_detected(tmp_path: Path) -> None:
    text = "The plant will cut 300 jobs, the company said on Monday."
    assert _read(tmp_path, text.encode()).language == "en"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: x\n\nBody without an end.", "line 4"),
        ("---\ntitle: x\nsource: y\n", "line 1: front matter is never closed"),
        ("---\npublished: 2025-02-30\n---\nBody.", "line 2: published: '2025-02-30' is not a date"),
        ("---\ntitle: x\npublished: morgen\n---\nBody.", "line 3: published: 'morgen'"),
        ("---\ntitle: x\n---\n \n", "after its front matter"),
        ("---", "line 1"),
    ],
)
def test_wrong_front_matter_is_named_by_its_line(tmp_path: Path, text: str, message: str) -> None:
    assert message in _problem(tmp_path, text.encode())


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-03-03T08:15:00+01:00", date(2025, 3, 3)),
        ("2025-03-03 08:15", date(2025, 3, 3)),
        ('"2025-03-03"', date(2025, 3, 3)),
        ("", None),
    ],
)
def test_published(value: str, day: date | None) -> None:
    assert parse(f"---\npublished: {value}\n---\nx").published == day


@pytest.mark.parametrize(
    ("encoding", "notice"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, notice: str) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode(encoding))
    result = read_paths([tmp_path / "a.txt"])
    assert [d.text for d in result.documents] == [BODY]
    assert [notice in n for n in result.notices] == ([True] if notice else [])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        bytes(range(256)) * 4,
        b"text\x00with a NUL",
        b"\xff\xfe\x00\xd8x",
        "Umlaut ä".encode("utf-32"),
        b"PK\x03\x04abc",
        b"%PDF-1.7\nabc",
        b"\x1f\x8babc",
        b"\x81\x8d\x8f" * 10,
        b"\x01\x02\x03\x04\x05\x06" * 20,
    ],
)
def test_binary_is_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"binary|not plain text"):
        decode(data)


def test_control_characters_are_ignored_with_a_notice(tmp_path: Path) -> None:
    text = "Das Werk\x07 streicht \x1b[31m300 Stellen\x1b[0m."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = read_paths([tmp_path])
    assert result.documents[0].text == text
    assert "3 invalid control characters" in result.notices[0]


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_count_the_decoded_file(tmp_path: Path, breaks: str, mark: str) -> None:
    body = f"Ölpreis steigt 📈 stark{breaks}{breaks}Der Ölpreis 🛢️ stieg um 4 %. Café zu.{breaks}"
    text = FRONT.replace("\n", breaks) + body
    document = _read(tmp_path, (mark + text).encode())
    assert document.text == text
    sentences = split(document)
    assert [s.text for s in sentences] == [text[s.start : s.end] for s in sentences]
    assert [s.kind.value for s in sentences] == ["title", "heading", "body", "body"]
    assert text[sentences[2].start :].startswith("Der Ölpreis 🛢️")


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", " \n".encode("utf-16"), b"***\n...", "🚀".encode()],
)
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert "empty" in _problem(tmp_path, data)


def test_folders_are_read_in_order_and_once(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.md",
        "a.txt",
        ".hidden.txt",
        ".git/c.txt",
        "gold.json",
        "noend",
        "i/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Der Text von {name} hier.", encoding="utf-8")
    (tmp_path / "i" / "factcheck.sqlite").touch()
    result = read_paths([tmp_path / "b", tmp_path, tmp_path / "b" / "2.txt"])
    assert [Path(d.path).name for d in result.documents] == ["1.md", "2.txt", "a.txt", "noend"]


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)))
    (tmp_path / "front.md").write_text("---\npublished: 2025-13-01\n---\nx", encoding="utf-8")
    result = read_paths([tmp_path, tmp_path / "missing.txt"])
    assert len(result.documents) == 1
    skipped = {Path(skip.path).name for skip in result.skipped}
    assert skipped == {"empty.txt", "binary.bin", "front.md", "missing.txt"}
    assert [Path(path).name for path in result.failed] == ["missing.txt"]


def test_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("{}")
    result = read_paths([tmp_path])
    assert result.failed
    assert "holds no articles" in result.skipped[0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read" in read_paths([tmp_path / "a.txt"]).skipped[0].reason


def test_special_files_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in read_paths([tmp_path / "pipe.txt"]).skipped[0].reason
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert len(read_paths([tmp_path]).documents) == 1


def test_size_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101)
    assert "too large" in read_paths([tmp_path / "a.txt"], size_limit=100).skipped[0].reason


def test_buffers_are_read_like_files() -> None:
    result = read_paths([Buffer("-", BODY.encode())], published=date(2025, 1, 2))
    (document,) = result.documents
    assert (document.path, document.published, document.published_inferred) == (
        "-",
        date(2025, 1, 2),
        True,
    )


def test_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    front = "---\n{}---\nWerk spart viel\n\nDas Werk spart."
    texts = {
        "id.txt": front.format("id: x-1\nurl: https://e.org\n"),
        "url.txt": front.format("url: https://e.org\n"),
        "all.txt": front.format("source: Das Blatt\npublished: 2025-03-03\n"),
        "title.txt": front.format(""),
        "path.txt": "Das Werk spart. Sehr sogar.",
    }
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")
    ids = {d.path: d.id for d in read_paths(["."]).documents}
    assert ids == {
        "id.txt": "x-1",
        "url.txt": "https://e.org",
        "all.txt": "das-blatt/2025-03-03/werk-spart-viel",
        "title.txt": "werk-spart-viel",
        "path.txt": "path.txt",
    }


def test_ids_are_unique_and_do_not_depend_on_names(tmp_path: Path) -> None:
    for name, text in (("a", "Eins und eins."), ("b", "Zwei und zwei.")):
        (tmp_path / f"{name}.txt").write_text(f"---\nid: x\n---\n{text}")
    before = {d.text: d.id for d in read_paths([tmp_path]).documents}
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    result = read_paths([tmp_path])
    assert {d.text: d.id for d in result.documents} == before
    assert sorted(before.values()) == ["x", "x#2"]
    assert "share the id 'x'" in result.notices[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Werk streicht 300 Stellen", True),
        ("Kommt der Zoll?", True),
        ("Rekord für das Werk!", True),
        ("Das Werk streicht 300 Stellen.", False),
        ("Kurz gesagt:", False),
        ("Das Werk spart. Der Umsatz steigt", False),
        ("2025", False),
        ("x " * 30, False),
        ("Prozess gegen Dr. Beck beginnt", True),
    ],
)
def test_headlines(line: str, expected: bool) -> None:
    assert is_headline(line) is expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\nWerk spart\n\nText.", "Werk spart"),
        ("# Werk *spart* #\n\nText.", "Werk *spart*"),
        ("- Punkt eins\n- Punkt zwei", ""),
        ("Werk spart", ""),
        ("Das Werk spart.\nText.", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert find_title(text) == title


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    result = read_paths([Buffer("a.txt", data)])
    assert len(result.documents) + len(result.skipped) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200).filter(lambda t: "\x00" not in t))
def test_utf8_is_kept_as_it_is(text: str) -> None:
    data = ("Wort " + text).encode("utf-8", "surrogatepass")
    for document in read_paths([Buffer("a.txt", data)]).documents:
        assert document.text.encode("utf-8", "surrogatepass") == data


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\udce4.txt"])
def test_names_that_no_file_can_have(name: str) -> None:
    result = read_paths([name])
    assert len(result.skipped) == len(result.failed) == 1


def test_links_in_circles_stop_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("nowhere")
    (tmp_path / "d.txt").write_text(BODY, encoding="utf-8")
    result = read_paths([tmp_path])
    assert len(result.documents) == 1
    assert {Path(skip.path).name for skip in result.skipped} == {"a.txt", "b.txt", "c.txt"}


def test_folders_that_cannot_be_opened_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = read_paths([tmp_path])
    assert len(result.documents) == 1
    assert "Permission denied" in result.skipped[0].reason
    assert result.failed == []
    assert read_paths([tmp_path / "closed"]).failed
