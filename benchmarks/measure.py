"""One step of the archive benchmark in a process of its own, so that its memory is its own.

python -m benchmarks.measure STEP FOLDER      prints one JSON object
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Result = dict[str, Any]


def build(folder: Path) -> Result:
    from factcheck import archive

    summary = archive.build(folder / "index", [folder / "articles"])
    info = archive.info(folder / "index")
    return {
        "added": summary.added,
        "claims": info.claims,
        "texts": info.texts,
        "bytes": info.bytes,
        "exact": info.exact,
    }


def add_none(folder: Path) -> Result:
    from factcheck import archive

    summary = archive.add(folder / "index", [folder / "articles"])
    return {"added": summary.added, "unchanged": summary.unchanged}


def add_ten(folder: Path) -> Result:
    from factcheck import archive

    return {"added": archive.add(folder / "index", [folder / "more"]).added}


def check(folder: Path) -> Result:
    """Check the draft cold, then twice warm: another draft, then the first again."""
    from factcheck import archive, embed
    from factcheck.index import open_index
    from factcheck.pipeline import Options

    options = Options()
    report = archive.check([folder / "draft.txt"], folder / "index", options)
    with open_index(folder / "index", embed.load()) as index:
        archive.check_open([folder / "draft-2.txt"], index, options)
        started, busy = time.perf_counter(), time.process_time()
        archive.check_open([folder / "draft.txt"], index, options)
        warm, warm_cpu = time.perf_counter() - started, time.process_time() - busy
    return {"findings": len(report.findings), "warm": warm, "warm_cpu": warm_cpu}


def scan(folder: Path) -> Result:
    from factcheck import pipeline

    report = pipeline.scan([folder / "articles"])
    return {"findings": len(report.findings)}


def verify(folder: Path) -> Result:
    from factcheck import archive

    return {"faults": list(archive.info(folder / "index", verify=True).faults)}


def planted(folder: Path) -> Result:
    """Look for each planted pair by checking one of its articles against the archive."""
    from benchmarks.planted import score

    return score(folder)


def recall(folder: Path) -> Result:
    from benchmarks.oracle import candidate_recall

    return candidate_recall(folder, 200, random.Random(5))


STEPS: dict[str, Callable[[Path], Result]] = {
    step.__name__: step for step in (build, add_none, add_ten, check, scan, verify, planted, recall)
}


def main() -> None:
    started = time.perf_counter()
    result = STEPS[sys.argv[1]](Path(sys.argv[2]))
    result["seconds"] = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    result["memory"] = max(own.ru_maxrss, children.ru_maxrss) * 1024
    result["cpu"] = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps(result))


if __name__ == "__main__":
    main()
