"""Runs the commands whose output the pages show, and writes the output; --check compares.

A block that begins with "```console findings=2 last=7" holds one command. Of its output the first
two findings and the last 7 lines are shown, with "…" for what is left out. The commands of a page
run in order, in a folder with a copy of corpus/ and the sample files that the page shows.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import doc_pages  # noqa: E402

_LIMITS = re.compile(r"\b(findings|last)=(\d+)")
_HEAD = re.compile(r"^ *\d+ [✖▲↻✔] ")
DEMO = "factcheck scan corpus --fail-on never"


def refreshed(page: Path, folder: Path) -> str:
    """Return the page's text with each shown output replaced by the real one."""
    lines = page.read_text(encoding="utf-8").splitlines()
    changes = []
    for block in doc_pages.blocks(page):
        name = doc_pages.sample_file(block)
        if name:
            (folder / name).write_text("\n".join(block.lines) + "\n", encoding="utf-8")
        limits = {key: int(count) for key, count in _LIMITS.findall(block.info)}
        if limits:
            new = [block.lines[0], *_shown(_output(block.lines[0][2:], folder), limits)]
            changes.append((block.line - 1, block.line - 1 + len(block.lines), new))
    for start, end, new in reversed(changes):
        lines[start:end] = new
    return "\n".join(lines) + "\n"


def _output(command: str, folder: Path) -> list[str]:
    """Return the command's standard output; `make demo` shows the line that it runs as well."""
    is_demo = command == "make demo"
    arguments = shlex.split(DEMO if is_demo else command, comments=True)[1:]
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "FACTCHECK_CACHE_DIR": str(folder / ".cache")},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: exit code {done.returncode}\n{done.stderr}")
    head = [f".venv/bin/{DEMO}"] if is_demo else []
    return [*head, *(line.rstrip() for line in done.stdout.splitlines())]


def _shown(output: list[str], limits: dict[str, int]) -> list[str]:
    heads = [number for number, line in enumerate(output) if _HEAD.match(line)]
    wanted, last = limits.get("findings", 0), limits.get("last", 0)
    if len(heads) <= wanted:
        return output
    tail = output[-last:] if last else []
    return [*output[: heads[wanted]], "…", *tail]


def main() -> int:
    """Refresh every page that shows output, or with --check say which are stale."""
    stale = []
    for page in doc_pages.pages():
        if not any(_LIMITS.search(b.info) for b in doc_pages.blocks(page)):
            continue
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(ROOT / "corpus", Path(name) / "corpus")
            text = refreshed(page, Path(name))
        if text != page.read_text(encoding="utf-8"):
            stale.append(page)
            if "--check" not in sys.argv[1:]:
                page.write_text(text, encoding="utf-8")
    if "--check" not in sys.argv[1:]:
        return 0
    for page in stale:
        print(f"{page.relative_to(ROOT)} shows old output: make docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
