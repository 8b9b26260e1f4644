"""The command line: what goes where, and which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main, root
from factcheck.cli.run import locale_language
from factcheck.report import FORMATS
from factcheck.tables.settings import settings

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
FRONT = "---\nid: {id}\nsource: {source}\npublished: {published}\nlanguage: de\n---\n"
LEFT = FRONT.format(id="a", source="Blatt A", published="2025-03-03") + (
    "Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro.\n"
)
RIGHT = FRONT.format(id="b", source="Blatt B", published="2025-03-04") + (
    "Der Umsatz von Siemens lag im Jahr 2024 bei 62 Milliarden Euro.\n"
)
OTHER = FRONT.format(id="c", source="Blatt C", published="2025-03-04") + (
    "Der Stadtrat von Fulda tagte am Montag.\n"
)


@dataclass
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in an empty folder that holds two articles that disagree."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setattr("factcheck.cli.progress.PATIENCE", 600)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("a.txt", LEFT), ("b.txt", RIGHT), ("c.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def call(*arguments: object, stdin: bytes | None = None) -> Result:
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


def test_findings_are_exit_code_1(run: Run) -> None:
    result = run("scan", "a.txt", "b.txt")
    assert result.code == 1
    assert "75" in result.out
    assert "62" in result.out
    assert result.err == ""


def test_nothing_to_report_is_exit_code_0(run: Run) -> None:
    assert run("scan", "a.txt", "c.txt").code == 0


@pytest.mark.parametrize(
    ("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_fail_on(run: Run, level: str, code: int) -> None:
    assert run("scan", "a.txt", "b.txt", "--fail-on", level).code == code


def test_standard_output_holds_only_the_report(run: Run) -> None:
    Path("bad.txt").write_bytes(bytes(range(256)))
    Path("old.txt").write_bytes("Umlaute wie ä und ö stehen hier.".encode("cp1252"))
    result = run("scan", ".", "--format", "json")
    assert result.code == 1
    report = json.loads(result.out)
    assert [skip["path"] for skip in report["skipped"]] == ["bad.txt"]
    assert "bad.txt: skipped: binary" in result.err
    assert "old.txt: read as Windows-1252" in result.err


def test_two_runs_give_the_same_bytes(run: Run) -> None:
    assert run("scan", ".", "--format", "json").out == run("scan", ".", "--format", "json").out


@pytest.mark.parametrize("format", FORMATS)
def test_every_format(run: Run, format: str) -> None:
    result = run("scan", ".", "--format", format)
    assert result.code == 1
    assert result.out.endswith("\n")


def test_the_formats_are_those_of_the_reports() -> None:
    assert set(settings()["format"].choices) == set(FORMATS)


def test_output_files_by_their_ending(run: Run) -> None:
    result = run("scan", ".", "--output", "r.json", "--output", "r.sarif", "--output", "r.html")
    assert (result.code, result.out) == (1, "")
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["schema"] == "factcheck/report@1"
    assert json.loads(Path("r.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "<html" in Path("r.html").read_text(encoding="utf-8")


def test_output_in_the_format_asked_for(run: Run) -> None:
    run("scan", ".", "--output", "report", "--format", "json")
    assert json.loads(Path("report").read_text(encoding="utf-8"))["findings"]


def test_check_finds_only_what_touches_the_draft(run: Run) -> None:
    Path("archive").mkdir()
    Path("b.txt").rename("archive/b.txt")
    Path("archive/d.txt").write_text(
        FRONT.format(id="d", source="Blatt D", published="2025-03-04")
        + "Der Umsatz von Siemens lag im Jahr 2024 bei 90 Milliarden Euro.\n",
        encoding="utf-8",
    )
    result = run("check", "a.txt", "--against", "archive", "--format", "json")
    assert result.code == 1
    for finding in json.loads(result.out)["findings"]:
        assert "a.txt" in [claim["document"] for claim in finding["claims"]]


def test_check_reads_standard_input_and_prints_the_date_it_assumes(run: Run) -> None:
    draft = b"Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro."
    result = run("check", "-", "--against", "b.txt", "--format", "json", stdin=draft)
    assert result.code == 1
    assert json.loads(result.out)["documents"][0]["path"] == "-"
    assert "states no publication date; taken as" in result.err


def test_published_sets_the_date_of_drafts_without_one(run: Run) -> None:
    draft = b"Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro."
    arguments = ("check", "-", "--against", "b.txt", "--format", "json")
    result = run(*arguments, "--published", "2025-03-05", stdin=draft)
    assert json.loads(result.out)["documents"][0]["published"] == "2025-03-05"
    assert result.err == ""


def test_claims(run: Run) -> None:
    result = run("claims", "a.txt", "--format", "json")
    assert result.code == 0
    (claim,) = [c for c in json.loads(result.out)["claims"] if c["type"] == "numeric"]
    assert LEFT[claim["start"] : claim["end"]] == claim["quote"]
    assert run("claims", "a.txt").out


def test_explain_a_rule_by_id_and_name(run: Run) -> None:
    by_id = run("explain", "fc101")
    assert by_id.code == 0
    assert "FC101 value-conflict" in by_id.out
    assert run("explain", "value-conflict").out == by_id.out


def test_explain_a_finding_of_the_last_report(run: Run) -> None:
    report = json.loads(run("scan", ".", "--format", "json").out)
    finding = report["findings"][0]["id"]
    result = run("explain", finding[:8])
    assert result.code == 0
    assert "75 Milliarden Euro" in result.out


def test_explain_a_finding_of_a_report(run: Run) -> None:
    run("scan", ".", "--output", "r.json")
    finding = json.loads(Path("r.json").read_text(encoding="utf-8"))["findings"][0]["id"]
    Path(".cache/last-report.json").unlink()
    assert run("explain", finding, "--report", "r.json").code == 0
    assert run("explain", finding).code == 2


def test_accepted_findings_are_set_apart_and_counted(run: Run) -> None:
    found = json.loads(run("scan", ".", "--format", "json").out)["findings"]
    text = Path("a.txt").read_text(encoding="utf-8").rstrip()
    rules = {finding["rule"] for finding in found}
    comments = "".join(f" <!-- factcheck: ignore[{rule}] checked -->" for rule in rules)
    Path("a.txt").write_text(text + comments + "\n", encoding="utf-8")
    result = run("scan", ".", "--format", "json")
    report = json.loads(result.out)
    assert (result.code, report["findings"]) == (0, [])
    assert len(report["suppressed"]) == len(found)


def test_report_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run("scan", ".").out
    german = run("scan", ".", "--ui-language", "de").out
    assert english != german
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert run("scan", ".").out == german


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "de_CH", "LANG": "fr_FR"}, "de"),
    ],
)
def test_locale(environ: dict[str, str], language: str) -> None:
    assert locale_language(environ) == language


def test_watch_checks_again_after_a_change(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(_: float) -> None:
        Path("a.txt").write_text(LEFT.replace("75", "62"), encoding="utf-8")

    monkeypatch.setattr("time.sleep", edit)
    result = run("watch", "a.txt", "--against", "b.txt", "--times", "2", "--format", "github")
    assert result.code == 0
    assert result.out.count("75 Milliarden") >= 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.code == 0
    assert "_FACTCHECK_COMPLETE" in result.out


@pytest.mark.parametrize("command", [None, *root.COMMANDS])
def test_help(run: Run, command: str | None) -> None:
    result = run(*([command] if command else []), "--help")
    assert result.code == 0
    assert result.out.startswith("Usage: factcheck")


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("factcheck, version ")


def _process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environ,
        check=False,
        timeout=120,
        **options,
    )


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from factcheck.cli import main; main(['--help']); print(sorted(sys.modules))"
    )
    loaded = _process("-c", code).stdout.splitlines()[-1]
    for name in ("numpy", "rich", "faiss", "lingua", "sentencex", "torch", "rapidfuzz", "HanTa"):
        assert f"'{name}'" not in loaded


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEFT, encoding="utf-8")
    code = (
        "import os, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1);"
        "from factcheck.cli import main; sys.exit(main(['claims', 'a.txt']))"
    )
    result = _process("-c", code, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_ascii_terminal_gets_every_letter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEFT.replace("Siemens", "Müller"), encoding="utf-8")
    code = "import sys; from factcheck.cli import main; sys.exit(main(['claims', 'a.txt']))"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "PYTHONIOENCODING": "ascii",
        },
        cwd=tmp_path,
        check=False,
    )
    assert result.returncode == 0
    assert "Müller" in result.stdout.decode("utf-8")


def test_interrupted_is_exit_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.pipeline.scan", interrupt)
    result = run("scan", "a.txt")
    assert (result.code, result.err.strip()) == (130, "factcheck: interrupted")


def test_an_error_of_our_own_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("factcheck.pipeline.scan", fail)
    result = run("scan", "a.txt")
    assert result.code == 2
    assert "Traceback" not in result.err
    assert "ZeroDivisionError: by zero" in result.err


def test_baseline_accepts_and_lapses_when_a_figure_changes(run: Run) -> None:
    found = json.loads(run("scan", ".", "--format", "json").out)["findings"]
    assert run("baseline", "update", "--reason", "checked", "--by", "Kern").code == 0
    assert run("scan", ".").code == 0
    assert len(json.loads(run("scan", ".", "--format", "json").out)["suppressed"]) == len(found)
    assert "checked" in run("baseline", "show").out
    Path("b.txt").write_text(RIGHT.replace("62", "50"), encoding="utf-8")
    assert run("scan", ".").code == 1


def test_baseline_entries_expire_and_can_be_dropped(run: Run) -> None:
    found = json.loads(run("scan", ".", "--format", "json").out)["findings"][0]["id"]
    run("baseline", "update", found[:8], "--reason", "x", "--until", "2020-01-01")
    result = run("scan", ".")
    assert result.code == 1
    assert "until 2020-01-01" in result.err
    run("baseline", "update", found, "--reason", "x", "--drop")
    assert run("baseline", "show").out == ""


def test_baseline_needs_a_reason(run: Run) -> None:
    run("scan", ".")
    assert run("baseline", "update").code == 2
    assert run("baseline", "update", "--reason", " ").code == 2


def test_progress_is_told_on_standard_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cli.progress.PATIENCE", 0)
    result = run("scan", ".", "--format", "json")
    assert result.err.startswith("factcheck: reading (3)\n")
    json.loads(result.out)


def test_index(run: Run) -> None:
    Path("archive").mkdir()
    Path("b.txt").rename("archive/b.txt")
    assert run("index", "build", "idx", "archive", "--workers", "1").code == 0
    assert run("index", "build", "idx", "archive").code == 2
    result = run("check", "a.txt", "--against", "idx", "--format", "json")
    assert result.code == 1
    assert json.loads(result.out)["findings"]
    Path("c.txt").rename("archive/c.txt")
    assert "1 files added, 1 unchanged" in run("index", "add", "idx", "archive").err
    shown = run("index", "info", "idx", "--verify")
    assert shown.code == 0
    assert "articles         2" in shown.out
    assert run("index", "remove", "idx", "archive/b.txt").code == 0
    assert run("check", "a.txt", "--against", "idx").code == 0
    assert run("index", "remove", "idx", "nothing").code == 2


def test_a_damaged_or_foreign_index_is_exit_code_2(run: Run) -> None:
    assert run("index", "info", "nowhere").code == 2
    run("index", "build", "idx", "a.txt")
    (Path("idx") / "factcheck.sqlite").write_bytes(b"something else")
    result = run("check", "b.txt", "--against", "idx")
    assert result.code == 2
    assert "idx" in result.err
    assert "of its own" not in result.err


def test_one_index_or_folders(run: Run) -> None:
    run("index", "build", "idx", "a.txt")
    result = run("check", "b.txt", "--against", "idx", "--against", "c.txt")
    assert result.code == 2
    assert "takes one index" in result.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_quotes_are_what_the_file_says(run: Run, encoding: str, breaks: str) -> None:
    rocket = "" if encoding == "cp1252" else " 🚀"
    text = (
        f"# Ölkonzern wächst{rocket}\n\nDer Umsatz von **Siemens** lag im Jahr 2024 bei\n"
        "**75 Milliarden** Euro, für Öl gab der Konzern nach eigenen Angaben\n"
        "noch rund\x07 4 Milliarden\nEuro aus. Der Gewinn fiel auf 3 Milliarden Euro.\n\n"
        "- Siemens baut 300 Stellen ab\n"
    ).replace("\n", breaks)
    Path("d.md").write_bytes(text.encode(encoding))
    claims = json.loads(run("claims", "d.md", "--format", "json").out)["claims"]
    assert len(claims) >= 3
    assert [text[c["start"] : c["end"]] for c in claims] == [c["quote"] for c in claims]
