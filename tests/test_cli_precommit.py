"""The hooks that we offer to pre-commit, run by pre-commit itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"
ARTICLE = """---
id: {id}
published: 2025-03-0{id}
---
Der Umsatz von Siemens lag im Jahr 2024 bei {amount} Milliarden Euro.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    yaml = pytest.importorskip("yaml")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    hook = next(row for row in yaml.safe_load(HOOKS.read_text()) if row["id"] == "factcheck")
    hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    return tmp_path


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(folder / ".cache"),
    }
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_hook_fails_on_a_contradiction_and_passes_without(repository: Path) -> None:
    (repository / "a.md").write_text(ARTICLE.format(id=1, amount=75))
    (repository / "b.md").write_text(ARTICLE.format(id=2, amount=75))
    passing = _run(repository)
    assert (passing.returncode, "Passed" in passing.stdout) == (0, True), passing.stdout
    (repository / "b.md").write_text(ARTICLE.format(id=2, amount=62))
    failing = _run(repository)
    assert failing.returncode == 1
    assert "62 Milliarden" in failing.stdout


def test_hooks_name_commands_that_exist() -> None:
    yaml = pytest.importorskip("yaml")
    from factcheck.cli.root import COMMANDS

    for row in yaml.safe_load(HOOKS.read_text()):
        program, command = row["entry"].split()
        assert program == "factcheck"
        assert command in COMMANDS
