"""Builds and checks archives of growing size, and writes docs/performance.md.

python -m benchmarks.archive            100, 1,000 and 10,000 articles
BENCH_N=100000 python -m benchmarks.archive    one size more
python -m benchmarks.archive 100 1000   these sizes; nothing is written
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

from benchmarks import make_archive, performance_page

SIZES = [100, 1000, 10000]
OUTPUT = Path("bench-out")
DRAFT_WORDS = 600
TIMED = ("build", "check", "add_none", "add_ten", "verify", "scan")
COUNTED = ("planted", "recall")
Result = dict[str, Any]


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]]
    write = not sizes
    sizes = sizes or SIZES + ([int(os.environ["BENCH_N"])] if "BENCH_N" in os.environ else [])
    results = [run(size) for size in sizes]
    print(performance_page.table(results))
    print(performance_page.exponents(results))
    if write:
        performance_page.write(results)


def run(size: int) -> Result:
    """Make, build, check and scan an archive of one size; prints as it goes."""
    folder = OUTPUT / f"archive-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    make_archive.make(size, 1, folder)
    _make_drafts(folder)
    result: Result = {"size": size}
    for step in TIMED:
        result[step] = _step(step, folder)
        _tell(size, step, result[step])
    result["cold"] = _cold(folder)
    with ThreadPoolExecutor(len(COUNTED)) as pool:  # one core each; what they count, not how fast
        for step, found in zip(COUNTED, pool.map(_step, COUNTED, repeat(folder)), strict=True):
            result[step] = found
            _tell(size, step, found)
    return result


def _tell(size: int, step: str, result: Result) -> None:
    print(f"{size:>7,} {step:<9} {json.dumps(result)[:300]}", flush=True)


def _make_drafts(folder: Path) -> None:
    """Write two drafts of 600 words about companies of the archive, and ten more articles."""
    words = make_archive.WORDS
    for name, seed, count in (("draft", 1, 2), ("more", 2, 10)):
        make_archive.WORDS = DRAFT_WORDS if name == "draft" else words
        make_archive.make(count, seed, folder / f"new-{name}")
    make_archive.WORDS = words
    for number, name in enumerate(("draft.txt", "draft-2.txt")):
        text = (folder / "new-draft" / "articles" / f"{number:06d}.txt").read_text("utf-8")
        (folder / name).write_text(text.replace("id: ", "id: draft-"), "utf-8")
    (folder / "more").mkdir()
    for path in (folder / "new-more" / "articles").iterdir():
        text = path.read_text("utf-8").replace("id: ", "id: more-")
        (folder / "more" / path.name).write_text(text, "utf-8")


def _step(step: str, folder: Path) -> Result:
    command = [sys.executable, "-m", "benchmarks.measure", step, str(folder)]
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        raise SystemExit(f"{step} failed on {folder}")
    result: Result = json.loads(done.stdout)
    result["wall"] = time.perf_counter() - started
    return result


def _cold(folder: Path) -> Result:
    """Time `factcheck check` as a user runs it: a new process, from the command line."""
    command = [sys.executable, "-m", "factcheck", "check", str(folder / "draft.txt")]
    command += ["--against", str(folder / "index"), "--fail-on", "never"]
    runs = sorted(_timed(command) for _ in range(3))
    seconds, cpu = runs[1]
    return {"seconds": seconds, "cpu": cpu}


def _timed(command: list[str]) -> tuple[float, float]:
    """Return wall and CPU seconds of a command."""
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - started, cpu


if __name__ == "__main__":
    main()
