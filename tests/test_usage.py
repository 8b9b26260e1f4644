"""What is wrong with a command line is said in the language of the reports."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.rules import all_rules
from factcheck.tables.catalogue import LANGUAGES, Message, messages
from factcheck.tables.usage import usage_told

ROWS = {key: row for key, row in messages().items() if key.startswith("usage_")}
GERMAN = [
    ("scan", "Es fehlt die Angabe 'PATH...'"),
    ("scam", "Den Befehl 'scam' gibt es nicht. Gemeint war 'scan'?"),
    ("scan --formt json a.txt", "gibt es nicht. Gemeint war"),
    ("scan --format nope a.txt", "'--format' kann so nicht stehen: 'nope' ist keines von"),
    ("scan --min-confidence 3 a.txt", "liegt nicht im Bereich"),
    ("scan --min-confidence x a.txt", "'x' ist keine Zahl"),
    ("scan --published 2025-13-01 a.txt", "'2025-13-01' ist kein Datum"),
    ("check a.txt", "Es fehlt die Option '--against'"),
    ("check a.txt --against", "'--against' braucht einen Wert"),
    ("explain FC101 FC102", "Überzählige Angabe: FC102"),
    ("explain FC999", "'FC999' ist kein Befund in dem letzten Bericht, und keine Regel"),
    ("scan --config nix.cfg a.txt", "nix.cfg: kann nicht gelesen werden: keine solche Datei"),
    ("scan --config own.cfg a.txt", "unbekannte Einstellung 'modl'; gemeint war 'model'?"),
    ("scan a.txt --output a.foo", "a.foo: die Endung nennt keine Form"),
    ("baseline show --baseline nix.json", "nix.json: diese Baseline gibt es nicht"),
    ("index info nix", "nix ist kein Index von factcheck"),
]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_sentence_is_recognised_and_said_whole(row: Message):
    assert placeholders(row.de) == placeholders(row.en)
    values = {name: f"<{name}>" for name in placeholders(row.en)}
    assert usage_told(row.en.format(**values), "de") == row.de.format(**values)
    assert usage_told(row.en.format(**values), "en") == row.en.format(**values)


def test_what_no_row_knows_stays_as_it_is():
    assert usage_told("Usage: a [b]\n\nsomething else", "de") == "Aufruf: a [b]\n\nsomething else"


@pytest.mark.parametrize(("line", "said"), GERMAN)
def test_the_command_line_complains_in_german(line, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    Path("own.cfg").write_text("[factcheck]\nmodl = x\n", encoding="utf-8")
    assert main(line.split()) == 2
    assert said in capsys.readouterr().err


def test_the_option_counts_before_the_locale(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert main(["scan", "--ui-language", "en"]) == 2
    assert "Missing argument" in capsys.readouterr().err
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["scan", "--ui-language=de"]) == 2
    assert "Es fehlt die Angabe" in capsys.readouterr().err


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_every_rule_is_explained_in_every_language(rule, capsys):
    row = messages()[f"rule_{rule.id}"]
    assert row.en == rule.summary
    assert row.de != row.en
    for language in LANGUAGES:
        assert main(["explain", rule.id, "--ui-language", language]) == 0
        shown = " ".join(capsys.readouterr().out.split())
        assert getattr(row, language) in shown
