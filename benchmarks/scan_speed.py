"""What a scan costs in a process of its own: wall time, processor time, memory, modules.

    python -m benchmarks.scan_speed [PATH...] [--runs 5]

Without a path it scans the real articles of ../shared/seeds, or corpus/ where there are none. The
first run has an empty cache folder; the later ones find what it left there. It fails when a later
run takes more than two seconds, or any run more than 350 MB, or loads a library of other models.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
NEVER = ("torch", "sentence_transformers", "transformers")
MOST_SECONDS = 2.0
MOST_MEGABYTES = 350
MOST_HELP = 0.3
_RUN = """
import json, resource, sys
from factcheck.cli import main
main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
names = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, names]), file=sys.stderr)
"""


@dataclass(frozen=True)
class Cost:
    """What one process used: seconds, megabytes, and the top-level modules that it loaded."""

    wall: float
    processor: float
    memory: float
    modules: frozenset[str]

    def __str__(self) -> str:
        return f"{self.wall:5.2f} s wall  {self.processor:5.2f} s CPU  {self.memory:4.0f} MB"


def main() -> int:
    """Print the costs; return 1 when a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    paths = options.paths or [str(SEEDS if SEEDS.is_dir() else ROOT / "corpus")]
    with tempfile.TemporaryDirectory() as folder:
        first = cost(["scan", *paths], folder)
        later = [cost(["scan", *paths], folder) for _ in range(options.runs)]
        help_page = min((cost(["--help"], folder) for _ in range(options.runs)), key=_wall)
    best = min(later, key=_wall)
    print(f"first run, empty cache   {first}")
    print(f"later runs, best of {options.runs}    {best}")
    print(f"--help, best of {options.runs}        {help_page}")
    problems = list(faults(first, best, help_page))
    print("\n".join(problems) or "all bounds kept")
    return bool(problems)


def cost(arguments: Sequence[str], folder: str) -> Cost:
    """Run the command line in a new process with that cache folder."""
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": folder, "OPENBLAS_NUM_THREADS": "1"}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    wall = time.perf_counter() - started
    processor, memory, names = json.loads(done.stderr.splitlines()[-1])
    return Cost(wall, processor, memory, frozenset(names))


def faults(first: Cost, best: Cost, help_page: Cost) -> list[str]:
    """Name each bound that is broken."""
    found = [f"loads {name}" for name in NEVER if name in first.modules | best.modules]
    if best.wall > MOST_SECONDS:
        found.append(f"a scan takes more than {MOST_SECONDS} s")
    if max(first.memory, best.memory) > MOST_MEGABYTES:
        found.append(f"a scan takes more than {MOST_MEGABYTES} MB")
    if help_page.wall > MOST_HELP:
        found.append(f"--help takes more than {MOST_HELP} s")
    return found


def _wall(found: Cost) -> float:
    return found.wall


if __name__ == "__main__":
    sys.exit(main())
