"""What is said about a run: one catalogue, in English as a string, in German when told so."""

from __future__ import annotations

import json
import pickle
import re
import string
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.read import Buffer, read_paths
from factcheck.report import FORMATS, render
from factcheck.rows import load_rows
from factcheck.tables import notices
from factcheck.tables.catalogue import Message
from factcheck.tables.notices import Notice, told

PACKAGE = Path(notices.__file__).parent.parent
ROWS = load_rows(Path(notices.__file__).with_suffix(".toml"), Message)
USED = re.compile(r'Notice\(\s*"(\w+)"')


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_both_languages_say_the_same_things(row):
    assert placeholders(row.de) == placeholders(row.en)
    assert row.de != row.en or row.id == "notice_about"


def test_every_notice_in_the_code_is_in_the_catalogue_and_the_other_way_round():
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert {f"notice_{key}" for key in USED.findall(code)} <= set(ROWS)
    assert not [key for key in ROWS if f'"{key.removeprefix("notice_")}"' not in code]


def test_a_notice_is_its_english_sentence_and_survives_a_process():
    notice = Notice("about", path="a.txt", what=Notice("long", most=500_000))
    assert notice == "a.txt: very long; only the first 500,000 characters are checked"
    again = pickle.loads(pickle.dumps(notice))
    assert again == notice
    assert told(again, "de") == "a.txt: sehr lang; nur die ersten 500.000 Zeichen werden geprüft"
    assert told("plain", "de") == "plain"


def test_braces_in_a_name_are_no_placeholders():
    assert told(Notice("about", path="{n}{0}", what="{x}"), "de") == "{n}{0}: {x}"


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_says_in_its_language_why_a_file_was_not_read(format):
    from factcheck.model import Report

    result = read_paths([Buffer("a.txt", b""), Buffer("b.txt", b"Es kostet 3 Euro.")])
    report = Report(tuple(result.documents), (), skipped=tuple(result.skipped))
    german = render(report, format, ui_language="de")
    assert "leer: enthält" in german.replace("\\u00e4", "ä")
    assert "empty: holds" in render(report, format, ui_language="en")


def test_the_command_line_speaks_german_where_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    Path("a.txt").write_text("Siemens hat 3.000 Mitarbeiter.", encoding="utf-8")
    Path("alt.txt").write_bytes("Öl für 3 Euro.".encode("cp1252"))
    code = main(["check", "a.txt", "nix", "--against", ".", "--ui-language", "de"])
    err = capsys.readouterr().err
    assert code == 2
    assert "nix: übersprungen: keine solche Datei" in err
    assert "a.txt: nennt kein Datum; als " in err
    assert "alt.txt: als Windows-1252 gelesen" in err


def test_json_stays_json(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Es kostet 3 Euro.", encoding="utf-8")
    Path("b.txt").touch()
    assert main(["scan", ".", "--format", "json"]) == 0
    (skip,) = json.loads(capsys.readouterr().out)["skipped"]
    assert skip["path"] == "b.txt"
