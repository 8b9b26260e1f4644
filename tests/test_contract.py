"""What scripts rely on: commands, options, keys, base units and functions keep their names."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.cli import main
from factcheck.cli.root import COMMANDS

FRONT = "---\nid: {0}\nsource: Blatt {0}\npublished: 2025-03-0{1}\nlanguage: de\n---\n"
LEFT = FRONT.format("a", 3) + (
    "Der Umsatz von Siemens 🚀 lag im Jahr 2024 bei über 75 Milliarden Euro. "
    "Microsoft hat sein exklusives Erstzugriffsrecht auf OpenAI verloren.\n"
)
RIGHT = FRONT.format("b", 4) + ("Der Umsatz von Siemens lag im Jahr 2024 bei 62 Milliarden Euro.\n")
REPORT = "schema tool settings documents findings suppressed skipped counts"
DOCUMENT = "id path title source published published_inferred language claims"
FINDING = "id rule name verdict severity confidence kind message claims evidence proposed_by"
MEMBER = "role document title source published start end line column quote sentence normalized"
CLAIM = (
    "document start end quote sentence type subject metric aspect quantity predicate polarity "
    "object period modality attribution negated"
)
QUANTITY = "low high low_open high_open value unit dimension hedge"
PERIOD = "start end label resolved"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes(
        b"\xef\xbb\xbf" + LEFT.replace("\n", "\r\n").encode()
    )
    (tmp_path / "articles" / "b.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main([*arguments, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def _has(keys: str, found: dict[str, Any]) -> None:
    assert set(keys.split()) <= set(found)


def test_report_keys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = _json(capsys, "scan", "articles")
    assert code == 1
    assert report["schema"] == "factcheck/report@1"
    assert list(report) == REPORT.split()
    for document in report["documents"]:
        _has(DOCUMENT, document)
        assert isinstance(document["claims"], int)
    (finding,) = report["findings"]
    _has(FINDING, finding)
    assert len(finding["id"]) == 64
    assert [claim["role"] for claim in finding["claims"]] == ["primary", "counterpart"]
    for claim in finding["claims"]:
        _has(MEMBER, claim)
        text = Path(claim["document"]).read_bytes().removeprefix(b"\xef\xbb\xbf").decode()
        assert text[claim["start"] : claim["end"]] == claim["quote"]
    for aspect in finding["evidence"]:
        _has("aspect left right level", aspect)


def test_claims_keys_and_base_units(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, listed = _json(capsys, "claims", "articles/a.txt")
    assert (code, listed["schema"]) == (0, "factcheck/claims@1")
    for claim in listed["claims"]:
        assert list(claim) == CLAIM.split()
        assert list(claim["period"]) == PERIOD.split()
    number = next(c for c in listed["claims"] if c["type"] == "numeric")
    assert list(number["quantity"]) == QUANTITY.split()
    assert (number["quantity"]["low"], number["quantity"]["high"]) == (75e9, None)
    assert (number["period"]["start"], number["period"]["end"]) == ("2024-01-01", "2024-12-31")
    assert number["quote"] == "über 75 Milliarden Euro"
    relation = next(c for c in listed["claims"] if c["type"] == "relational")
    assert relation["quantity"] is None
    assert relation["polarity"] == -1


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("34 Milliarden Dollar", 34e9, "money"),
        ("20 Prozent", 20.0, "percent"),
        ("2 Prozentpunkte", 2.0, "percentage_point"),
        ("25 Basispunkte", 0.25, "percentage_point"),
        ("jeder Dritte", 33.3333, "percent"),
        ("ein Drittel der Wähler", 33.3333, "percent"),
        ("300 Stellen", 300.0, "count"),
        ("3 Kilometer", 3000.0, "length"),
        ("zwei Wochen lang", 14.0, "time"),
    ],
)
def test_base_units(text: str, value: float, dimension: str) -> None:
    (mention,) = factcheck.quantities(text, "de")
    assert mention.quantity.value == pytest.approx(value, abs=1e-4)
    assert mention.quantity.dimension == dimension


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("im Januar 2025", "2025-01-01", "2025-01-31"),
        ("Anfang 2025", "2025-01-01", "2025-04-30"),
        ("Mitte 2025", "2025-05-01", "2025-08-31"),
        ("Ende 2025", "2025-09-01", "2025-12-31"),
        ("Anfang Februar 2025", "2025-02-01", "2025-02-10"),
        ("Mitte Februar 2025", "2025-02-11", "2025-02-20"),
        ("Ende Februar 2025", "2025-02-21", "2025-02-28"),
        ("bis mindestens 2030", None, "2030-12-31"),
        ("bis 2032", None, "2032-12-31"),
        ("seit Mai 2025", "2025-05-01", None),
    ],
)
def test_periods_are_inclusive_dates(text: str, start: str | None, end: str | None) -> None:
    (mention,) = factcheck.periods(text, "de")
    found = mention.period
    assert (found.start, found.end) == tuple(
        day and date.fromisoformat(day) for day in (start, end)
    )


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("quantities", "text language"),
        ("periods", "text language published"),
        ("extract", "text language published"),
        ("compare", "left right left_published right_published language"),
        ("scan", "paths options"),
        ("check", "drafts against options"),
    ],
)
def test_functions(name: str, parameters: str) -> None:
    signature = inspect.signature(getattr(factcheck, name))
    assert list(signature.parameters) == parameters.split()


def test_compare_gives_findings_with_a_string_enum() -> None:
    (finding,) = factcheck.compare(
        "Der Umsatz von Siemens lag 2024 bei 75 Milliarden Euro.",
        "Siemens erzielte 2024 einen Umsatz von 62 Milliarden Euro.",
    )
    assert finding.verdict == "contradiction"
    assert isinstance(finding.verdict, Enum)
    assert f"{finding.verdict}" == "contradiction"


def test_scan_and_check_return_reports(folder: Path) -> None:
    assert factcheck.scan(["articles"]).findings
    assert factcheck.check(["articles/a.txt"], ["articles"]).findings


@pytest.mark.parametrize("command", ["scan", "check"])
def test_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    for option in (
        *("--format", "--output", "--model", "--fail-on", "--min-confidence"),
        *("--show-agreements", "--published", "--config"),
    ):
        assert option in shown


def test_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"scan", "check", "index", "claims", "explain", "baseline"} <= set(COMMANDS)
    for group, names in (("index", "build add remove info"), ("baseline", "update show")):
        for name in names.split():
            assert main([group, name, "--help"]) == 0
    assert "--report" in (main(["explain", "--help"]), capsys.readouterr().out)[1]


def test_a_low_confidence_asks_for_more(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "articles", "--min-confidence", "1"]) == 0
    assert main(["scan", "articles", "--fail-on", "never"]) == 0


def test_importing_loads_nothing() -> None:
    """Under 50 ms is what loading no package of others costs."""
    code = (
        "import sys; before = set(sys.modules); import factcheck;"
        "print({n.partition('.')[0] for n in set(sys.modules) - before} - sys.stdlib_module_names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'factcheck'}"
