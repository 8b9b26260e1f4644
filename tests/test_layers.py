"""The layers of the design, as setup.cfg states them, hold for every import."""

from __future__ import annotations

from pathlib import Path

from importlinter import cli

ROOT = Path(__file__).parent.parent


def test_stages_never_import_each_other(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = cli.lint_imports(config_filename=str(ROOT / "setup.cfg"), no_cache=True)
    assert status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_has_a_layer():
    """A new module at the top must be placed, or the contract would not see it."""
    contract = (ROOT / "setup.cfg").read_text(encoding="utf-8").partition("layers =\n")[2]
    placed = {word for word in contract.replace("|", " ").split() if word.startswith("factcheck.")}
    package = ROOT / "factcheck"
    modules = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    assert {f"factcheck.{name}" for name in modules - {"__init__"}} <= placed | {
        "factcheck.__main__"
    }
