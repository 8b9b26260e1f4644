"""What an editor waits for after a change: `python -m benchmarks.editor [N]`.

Checks a draft of 600 words as the language server does, against the archive of N articles (1,000
unless told) that `make bench` left in bench-out, with another figure and another sentence each
time. Prints the seconds of the first check, which opens the archive, and of the later ones.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from factcheck.cli.lsp.checking import Checker
from factcheck.cli.run import Settings

CHANGES = 8
ARCHIVES = Path("bench-out")


def main() -> None:
    folder = ARCHIVES / f"archive-{sys.argv[1] if len(sys.argv) > 1 else 1000}"
    if not (folder / "index").exists():
        raise SystemExit(f"{folder} has no index; `make bench` makes it")
    checker = Checker(Settings(), [str(folder / "index")])
    text = (folder / "draft.txt").read_text(encoding="utf-8")
    took = []
    for change in range(CHANGES):
        other = text.replace("2024", str(2017 + change), 1)
        changed = f"{other}\nRevenue rose {change + 3} percent.\n"
        began = time.perf_counter()
        checker.check(folder / "draft.txt", changed)
        took.append(time.perf_counter() - began)
    checker.close()
    later = sorted(took[1:])
    print(f"first {took[0]:.2f} s; after a change {later[0]:.2f} to {later[-1]:.2f} s")


if __name__ == "__main__":
    main()
