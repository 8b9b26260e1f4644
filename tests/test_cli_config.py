"""Configuration files: which one counts, what it may say, and what each value comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import config
from factcheck.cli import main
from factcheck.cli.run import Settings
from factcheck.errors import UsageError
from factcheck.tables.settings import settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return inner


def _shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, tuple[str, str]]:
    assert main(["config", "show", *arguments]) == 0
    rows = (line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines())
    return {name: (value, origin) for name, value, origin in rows}


def test_defaults(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _shown(capsys, "--isolated")
    assert set(shown) == set(settings())
    assert shown["fail-on"] == ("error", "default")
    assert shown["ui-language"] == ("en", "locale")


def test_nearest_file_with_our_section_wins(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "setup.cfg").write_text("[metadata]\nname = x\n")
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (folder.parent / "setup.cfg").write_text("[factcheck]\nfail-on = warning\n")
    (folder.parent.parent / ".factcheck.cfg").write_text("[factcheck]\nfail-on = note\n")
    assert _shown(capsys)["fail-on"] == ("warning", "../setup.cfg")
    (folder / "pyproject.toml").write_text("[tool.factcheck]\nfail_on = 'never'\n")
    assert _shown(capsys)["fail-on"] == ("never", "pyproject.toml")
    (folder / ".factcheck.cfg").write_text("[factcheck]\nfail-on = note\n")
    assert _shown(capsys)["fail-on"] == ("note", ".factcheck.cfg")
    assert _shown(capsys, "--isolated")["fail-on"] == ("error", "default")
    assert _shown(capsys, "--config", "../setup.cfg")["fail-on"] == ("warning", "../setup.cfg")


def test_the_command_line_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Settings] = []
    monkeypatch.setattr("factcheck.cli.run.finish", lambda report, used, named: seen.append(used))
    monkeypatch.setattr("factcheck.pipeline.scan", lambda paths, options: None)
    (folder / "names.toml").write_text("")
    (folder / ".factcheck.cfg").write_text(
        "[factcheck]\nfail-on = note\nmin-confidence = 0.7\nshow-agreements = yes\n"
        "output = a.json, sub/b.html\nentities = names.toml\npublished = 2025-03-03\n"
    )
    main(["scan", ".", "--fail-on", "never"])
    (used,) = seen
    assert used.fail_on == "never"
    assert used.min_confidence == 0.7
    assert used.show_agreements is True
    assert used.output == (folder / "a.json", folder / "sub" / "b.html")
    assert used.entities == folder / "names.toml"
    assert str(used.published) == "2025-03-03"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[factcheck]\nmin-confidenc = 1\n", "did you mean 'min-confidence'?"),
        ("[factcheck]\nzzz = 1\n", "known: format"),
        ("[factcheck]\nmin-confidence = 2\n", "must be a number from 0 to 1"),
        ("[factcheck]\nmin-confidence = much\n", "must be a number from 0 to 1"),
        ("[factcheck]\nshow-agreements = perhaps\n", "must be true or false"),
        ("[factcheck]\npublished = gestern\n", "must be a date"),
        ("[factcheck]\nformat = yaml\n", "must be one of terminal"),
        ("[other]\n", "has no section [factcheck]"),
        ("fail-on = note\n", "is not a configuration file"),
        ("[factcheck]\nfail-on = a\nfail-on = b\n", "is not a configuration file"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(folder: Path, text: str, message: str) -> None:
    path = folder / "x.cfg"
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        config.load(path)
    assert "x.cfg" in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize("setting", settings().values(), ids=lambda setting: setting.id)
def test_each_setting_takes_its_example_and_default(setting: object) -> None:
    for value in (setting.example, setting.default):
        if value:
            config.convert(setting, value, Path())


def test_typed_toml(folder: Path) -> None:
    path = folder / "pyproject.toml"
    path.write_text(
        "[tool.factcheck]\nmin-confidence = 0.6\nshow-agreements = true\nagainst=['a']\n"
    )
    assert config.load(path).values == {
        "min-confidence": 0.6,
        "show-agreements": True,
        "against": [str(folder / "a")],
    }
