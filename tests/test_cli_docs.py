"""The pages about commands and settings are those of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from factcheck.tables.input_formats import input_formats

ROOT = Path(__file__).parent.parent


def test_generated_pages_are_fresh() -> None:
    result = subprocess.run(
        [sys.executable, "docs/generate_cli.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "COLUMNS": "40"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_every_input_format_is_explained() -> None:
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    for suffix, row in input_formats().items():
        assert not row.article or not suffix or f"`{suffix}`" in page
