"""Everything that a user can cause: one clear line, the right exit code, never a traceback."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from factcheck.cli import main

GOOD = "---\nid: good\n---\nDer Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro.\n"


def _write(name: str, data: bytes | str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        content = data if isinstance(data, bytes) else data.encode()
        (folder / name).write_bytes(content)

    return make


def _folder(folder: Path) -> None:
    (folder / "empty").mkdir()


def _index(folder: Path) -> None:
    (folder / "archive").mkdir()
    (folder / "archive" / "factcheck.sqlite").touch()


def _nothing(folder: Path) -> None:
    pass


CASES = [
    ("missing", _nothing, ["scan", "missing.txt"], 2, "missing.txt: skipped: no such file"),
    ("missing-and-good", _nothing, ["scan", "good.txt", "nix"], 2, "nix: skipped: no such file"),
    ("empty", _write("e.txt", ""), ["scan", "e.txt"], 2, "e.txt: skipped: empty"),
    ("blank", _write("e.txt", "\n \n"), ["scan", "e.txt"], 2, "e.txt: skipped: empty"),
    ("binary", _write("b.txt", bytes(range(256))), ["scan", "b.txt"], 2, "b.txt: skipped: binary"),
    ("binary-in-folder", _write("b.jpg", bytes(range(256))), ["scan", "."], 0, "b.jpg: skipped"),
    (
        "cp1252",
        _write("w.txt", "Öl für 3 Euro.".encode("cp1252")),
        ["scan", "."],
        0,
        "Windows-1252",
    ),
    ("utf-16", _write("w.txt", "Öl für 3 Euro.".encode("utf-16")), ["scan", "."], 0, "UTF-16"),
    (
        "unclosed-front-matter",
        _write("f.md", "---\ntitle: x\n\nText ohne Ende."),
        ["scan", "."],
        0,
        "f.md: skipped: line 4",
    ),
    (
        "impossible-date",
        _write("f.md", "---\npublished: 2025-02-30\n---\nText."),
        ["scan", "f.md"],
        2,
        "f.md: skipped: line 2: published: '2025-02-30'",
    ),
    ("no-articles", _folder, ["scan", "empty"], 2, "empty: skipped: holds no articles"),
    ("no-arguments", _nothing, ["scan"], 2, "Missing argument"),
    ("no-command", _nothing, [], 2, "Usage"),
    ("unknown-command", _nothing, ["scna"], 2, "No such command 'scna'. Did you mean 'scan'?"),
    ("nameless-file", _nothing, ["scan", ""], 2, "the name is empty"),
    ("nameless-archive", _nothing, ["check", "good.txt", "--against", ""], 2, "the name is empty"),
    ("nameless-index", _nothing, ["index", "build", "", "good.txt"], 2, "the name is empty"),
    ("nameless-source", _nothing, ["index", "build", "x", ""], 2, "the name is empty"),
    ("nameless-output", _nothing, ["scan", ".", "--output", ""], 2, "the name is empty"),
    ("output-ending", _nothing, ["scan", ".", "--output", "r.xyz"], 2, "r.xyz: the ending names"),
    ("no-draft", _nothing, ["check", "nix", "--against", "good.txt"], 2, "nix: skipped: no such"),
    ("no-archive", _nothing, ["check", "good.txt", "--against", "nix"], 2, "nix: skipped: no"),
    ("index-as-articles", _index, ["scan", "archive"], 2, "archive: skipped: an index, not a"),
    ("no-baseline", _nothing, ["baseline", "show"], 0, ""),
    ("unknown-option", _nothing, ["scan", ".", "--fromat", "json"], 2, "No such option"),
    ("unknown-format", _nothing, ["scan", ".", "--format", "yaml"], 2, "'yaml' is not one of"),
    ("wrong-date", _nothing, ["scan", ".", "--published", "3. März"], 2, "as YYYY-MM-DD"),
    ("wrong-number", _nothing, ["scan", ".", "--min-confidence", "2"], 2, "0.0<=x<=1.0"),
    ("unknown-model", _nothing, ["scan", ".", "--model", "no/such-model"], 2, "no/such-model"),
    ("check-without-archive", _nothing, ["check", "good.txt"], 2, "--against"),
    ("unknown-rule", _nothing, ["explain", "value-conflit"], 2, "did you mean value-conflict?"),
    (
        "no-report",
        _nothing,
        ["explain", "abcdef", "--report", "r.json"],
        2,
        "r.json: cannot be read",
    ),
    (
        "report-of-something-else",
        _write("r.json", "[1]"),
        ["explain", "abcdef", "--report", "r.json"],
        2,
        "r.json is not a JSON report",
    ),
    (
        "deep-report",
        _write("r.json", "[" * 100_000),
        ["explain", "abcdef", "--report", "r.json"],
        2,
        "r.json is not a JSON report",
    ),
    (
        "output-nowhere",
        _nothing,
        ["scan", ".", "--output", "no/such/folder/r.json"],
        2,
        "r.json: cannot be written",
    ),
    (
        "entities-wrong",
        _write("x.toml", "[a]\nnmae = 'x'\n"),
        ["scan", ".", "--entities", "x.toml"],
        2,
        "x.toml",
    ),
    (
        "entities-of-another-kind",
        _nothing,
        ["scan", ".", "--entities", "good.txt"],
        2,
        "good.txt: is no file of names; --entities takes TOML",
    ),
    ("entities-missing", _nothing, ["scan", ".", "--entities", "x.toml"], 2, "x.toml"),
    (
        "baseline-broken",
        _write("base.json", "{"),
        ["scan", ".", "--baseline", "base.json"],
        2,
        "base.json: is not JSON",
    ),
    (
        "baseline-missing",
        _nothing,
        ["scan", ".", "--baseline", "base.json"],
        2,
        "base.json: there is no such baseline",
    ),
    (
        "config-unknown-key",
        _write(".factcheck.cfg", "[factcheck]\nfail-onn = note\n"),
        ["scan", "."],
        2,
        "unknown setting 'fail-onn'; did you mean 'fail-on'?",
    ),
    (
        "config-wrong-value",
        _write(".factcheck.cfg", "[factcheck]\nfail-on = loud\n"),
        ["scan", "."],
        2,
        "must be one of error, warning, note, never",
    ),
    (
        "config-broken",
        _write("pyproject.toml", "[tool.factcheck\n"),
        ["scan", "."],
        2,
        "pyproject.toml: is not a configuration file",
    ),
    ("config-missing", _nothing, ["scan", ".", "--config", "x.cfg"], 2, "x.cfg: cannot be read"),
    (
        "config-and-isolated",
        _write("x.cfg", "[factcheck]\n"),
        ["scan", ".", "--config", "x.cfg", "--isolated"],
        2,
        "exclude each other",
    ),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("make", "arguments", "code", "message"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_one_clear_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], None],
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    make(folder)
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err
    assert "an error of its own" not in captured.err


@pytest.mark.parametrize("name", ["bad.txt", "bad.md"])
def test_the_other_files_are_still_read(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).write_text("---\npublished: 2025-13-01\n---\nText.", encoding="utf-8")
    assert main(["scan", name, "good.txt", "--format", "json"]) == 2
    assert '"good.txt"' in capsys.readouterr().out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "good.txt").chmod(0)
    assert main(["scan", "good.txt"]) == 2
    assert "good.txt: skipped: cannot be read" in capsys.readouterr().err


def test_names_of_files_cannot_act_on_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a\x1b[31m\nb.txt").touch()
    main(["scan", "."])
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    ["x" * 20_000_000, "Der Umsatz von Siemens lag bei 75 Milliarden Euro. " * 400_000],
    ids=["one-word", "sentences"],
)
def test_a_line_of_20_megabytes(
    folder: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    (folder / "long.txt").write_text(line, encoding="utf-8")
    start = time.perf_counter()
    assert main(["scan", ".", "--format", "json", "--fail-on", "never"]) == 0
    assert time.perf_counter() - start < 30
    captured = capsys.readouterr()
    assert '"long.txt"' in captured.out
    assert "only the first" in captured.err


@pytest.mark.parametrize(
    "arguments", [["nix", "--against", "good.txt"], ["good.txt", "--against", "nix"]]
)
def test_a_check_that_compared_nothing_reports_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().out == ""


def test_a_draft_of_several_that_is_missing_stops_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "draft.txt").write_text(GOOD.replace("good", "d").replace("75", "62"), "utf-8")
    assert main(["check", "draft.txt", "nix", "--against", "good.txt"]) == 2
    captured = capsys.readouterr()
    assert "FC101" in captured.out
    assert "nix: skipped" in captured.err


@pytest.mark.parametrize("package", ["platformdirs", "click"])
def test_a_package_that_is_missing_is_named(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    package: str,
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    assert main(["check", "good.txt", "--against", "good.txt"]) == 2
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert f"package '{package}' is not installed; install" in err


def test_an_empty_name_is_no_working_folder_for_scripts_either(folder: Path) -> None:
    assert [skip.reason for skip in factcheck.scan([""]).skipped] == [
        "the name is empty; name a file or a folder"
    ]
