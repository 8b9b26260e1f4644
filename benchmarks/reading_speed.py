"""How fast quantities and periods are read together, on one core.

Ordinary text is news of our own corpus; hostile text repeats what a grammar could choke on. The
command fails when ordinary text is slower than a megabyte a second, or when one of the four
hostile texts costs more than three times as much per byte.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from factcheck.extract.periods import find as find_periods
from factcheck.extract.quantities import find as find_quantities

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MEGABYTE = 1_000_000
SLOWEST = 1.0  # megabytes a second
DEAREST = 3.0  # times the ordinary cost of a byte
ROUNDS = 3
HOSTILE = {
    "digits": "1234567890",
    "und": "und ",
    "bis zu": "bis zu ",
    "nested brackets": "([{",
}
WATCHED = {"digits and spaces": "1 ", "number words": "zwei ", "dots": "1.", "dashes": "1-"}
FALLBACK = (
    "Der Konzern meldete am Dienstag einen Umsatz von 3,4 Milliarden Euro, rund 5 Prozent mehr "
    "als im Vorjahr. Die Beschäftigten im Werk hoffen, dass die Leitung an ihren Plänen "
    "festhält und der Ausbau wie vereinbart weitergeht. Darüber will der Aufsichtsrat im "
    "Frühjahr beraten, wie ein Sprecher auf Anfrage sagte. "
)


def main() -> int:
    """Print megabytes a second of each text; return 1 when a bound is broken."""
    ordinary = cost(ordinary_text())
    print(f"{'ordinary':20} {1 / ordinary / MEGABYTE:6.2f} MB/s")
    failed = 1 / ordinary / MEGABYTE < SLOWEST
    for name, piece in HOSTILE.items():
        failed |= _show(name, piece, ordinary) > DEAREST
    for name, piece in WATCHED.items():
        _show(name, piece, ordinary)
    if failed:
        print("too slow", file=sys.stderr)
    return int(failed)


def _show(name: str, piece: str, ordinary: float) -> float:
    ratio = cost(repeated(piece)) / ordinary
    print(f"{name:20} {1 / ratio / ordinary / MEGABYTE:6.2f} MB/s  {ratio:5.2f} x ordinary")
    return ratio


def repeated(piece: str) -> str:
    """Return a megabyte of the piece."""
    return (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]


def ordinary_text() -> str:
    """Return a megabyte of our German sample articles."""
    paths = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".txt", ".md"))
    articles = [path.read_text(encoding="utf-8") for path in paths]
    german = [text for text in articles if " der " in text]
    return repeated("\n\n".join(german) or FALLBACK)


def cost(text: str) -> float:
    """Return the seconds that a byte costs, the best of some rounds."""
    read(text[:10_000])
    size = len(text.encode())
    return min(_timed(text) for _ in range(ROUNDS)) / size


def _timed(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def read(text: str) -> int:
    """Read the periods, then the quantities outside of them; return how many there are."""
    periods = find_periods(text, "de")
    return len(find_quantities(text, "de", [(p.start, p.end) for p in periods])) + len(periods)


if __name__ == "__main__":
    raise SystemExit(main())
