"""How many articles of about 400 words a second give up their claims, in one process and in all.

    python -m benchmarks.extraction_speed [--articles 200]
    python -m benchmarks.extraction_speed --memory [--articles 10000]

With --memory it prints what one process holds after each thousand articles, and fails when that
still grows once the caches are full. The articles are made up by benchmarks.make_archive; reading
the files is not counted. It fails when all cores together do fewer than 25 articles a second, or
when the processes differ from one.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.make_archive import make
from factcheck import pipeline, processes
from factcheck.model import Claim, Document
from factcheck.read import read_paths

FEWEST = 25.0  # articles a second
SEED = 11
STEP = 1_000  # articles between two looks at the memory
MOST_GROWTH = 40.0  # MB over the second half, when the caches of words are full
OPTIONS = pipeline.Options()
Claims = list[tuple[Claim, ...]]


def main() -> int:
    """Print articles a second and the memory; return 1 when a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    if options.memory:
        return hold(options.articles or 10_000)
    count = options.articles or 200
    documents = articles(count)
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} articles, {words / len(documents):.0f} words each")
    shared, all_rate = measure("all cores", pipeline.extract, documents)
    alone, _ = measure("one process, first", pipeline.extract_here, documents)
    measure("one process, again", pipeline.extract_here, documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of one process {memory:.0f} MB")
    if shared != alone:
        print("the processes give other claims than one")
    if all_rate < FEWEST:
        print(f"fewer than {FEWEST:.0f} articles a second on {processes.cores()} cores")
    return shared != alone or all_rate < FEWEST


def hold(count: int) -> int:
    """Print the memory after each thousand of `count` articles; return 1 when it is not flat."""
    held: list[float] = []
    for number in range(0, count, STEP):
        pipeline.extract_here(articles(min(STEP, count - number), SEED + number), OPTIONS)
        held.append(resident())
        print(f"{min(number + STEP, count):6} articles  {held[-1]:6.0f} MB", flush=True)
    settled = held[len(held) // 2 :]
    growth = settled[-1] - settled[0]
    print(f"grown by {growth:.0f} MB over the second half (at most {MOST_GROWTH:.0f})")
    return int(growth > MOST_GROWTH)


def resident() -> float:
    """Return the memory of this process in megabytes, without what it gave back."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def articles(count: int, seed: int = SEED) -> list[Document]:
    """Return made-up articles, German and English."""
    with tempfile.TemporaryDirectory() as folder:
        make(count, seed, Path(folder))
        return list(read_paths([Path(folder) / "articles"]).documents)


def measure(
    name: str,
    extract: Callable[[Sequence[Document], pipeline.Options], Claims],
    documents: Sequence[Document],
) -> tuple[Claims, float]:
    """Return the claims and the articles a second, printed by the way."""
    started, busy = time.perf_counter(), _processor()
    claims = extract(documents, pipeline.Options())
    wall, used = time.perf_counter() - started, _processor() - busy
    rate = len(documents) / wall
    print(f"{name:20} {rate:6.1f} articles/s  {wall:6.2f} s wall  {used:6.2f} s CPU")
    return claims, rate


def _processor() -> float:
    """Return the processor seconds of this process and of those that it has ended."""
    parts = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, parts))


if __name__ == "__main__":
    sys.exit(main())
