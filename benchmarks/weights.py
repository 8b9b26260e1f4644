"""Estimates the weights of the comparison levels: `python -m benchmarks.weights [--write]`.

Each level's weight is log2(m/u): how much likelier it is between two claims about one thing than
between claims about two things (Fellegi and Sunter 1969), counted on the "tune" part of our own
pairs. Look-alikes and pairs of sentences from different rows are the claims about two things. As
the aspects are not independent, the sum is scaled by a logistic fit (Platt 1999). A level that
was seen fewer than five times keeps the weight that it has.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np

from benchmarks.accuracy import own_rows
from factcheck import evaluate, pipeline
from factcheck.compare.numeric import weigh
from factcheck.compare.statement import Statement, state
from factcheck.compare.values import compare_values
from factcheck.model import Document, Evidence, NumericClaim, Verdict
from factcheck.tables.weights import PATH, weights

SEEN = 5
SMOOTHING = 0.5
Levels = tuple[Evidence, ...]
Said = Statement[NumericClaim]


def statements(row: dict[str, Any], side: str, day: date | None) -> list[Said]:
    """Return the numeric statements of one side of a row."""
    document = Document(
        id=f"{row['id']}-{side}",
        path="",
        text=row[side],
        published=day,
        language=_language(row[side]),
    )
    claims = pipeline.extract([document], pipeline.Options())[0]
    return [state(c, document, frozenset()) for c in claims if isinstance(c, NumericClaim)]


def observations(part: str, seed: int = 1) -> Iterator[tuple[bool, Levels]]:
    """Yield (about one thing, evidence) for each pair of claims that no aspect keeps apart."""
    sides: list[tuple[str, list[Said], list[Said]]] = []
    for rows in own_rows(part).values():
        for row in rows:
            days = [evaluate.published(row.get(f"{side}_published")) for side in "ab"]
            if None in days:
                days = [days[0] or days[1]] * 2
            a, b = (statements(row, side, day) for side, day in zip("ab", days, strict=True))
            sides.append((row["label"], a, b))
    for label, a, b in sides:
        yield from _within_row(label, a, b)
    shuffled = random.Random(seed)
    for _ in range(40 * len(sides)):
        (_, a, _), (_, _, b) = shuffled.sample(sides, 2)
        yield from ((False, levels) for levels in _levels(a, b))


def _within_row(label: str, a: list[Said], b: list[Said]) -> Iterator[tuple[bool, Levels]]:
    for left in a:
        for right in b:
            weighed = weigh(left, right)
            if weighed is None:
                continue
            agrees = (
                compare_values(left.claim.quantity, right.claim.quantity).verdict
                is Verdict.AGREEMENT
            )
            if label == "none":
                yield False, weighed[0]
            elif agrees == (label == "agreement") or len(a) == len(b) == 1:
                yield True, weighed[0]


def _levels(a: list[Said], b: list[Said]) -> Iterator[Levels]:
    for left in a:
        for right in b:
            weighed = weigh(left, right)
            if weighed is not None:
                yield weighed[0]


def estimate(seen: Iterable[tuple[bool, Levels]]) -> dict[str, dict[str, float]]:
    """Return aspect -> level -> bits, scaled, with the prior."""
    seen = list(seen)
    counts: dict[str, dict[bool, Counter[str]]] = defaultdict(
        lambda: {True: Counter(), False: Counter()}
    )
    for same, levels in seen:
        for evidence in levels:
            counts[evidence.aspect][same][evidence.level] += 1
    ratios = {aspect: _log_ratios(by_class) for aspect, by_class in counts.items()}
    raw = np.array([sum(ratios[e.aspect].get(e.level, 0.0) for e in levels) for _, levels in seen])
    truth = np.array([same for same, _ in seen], dtype=float)
    slope, intercept = _logistic(raw, truth)
    table = {aspect: dict(levels) for aspect, levels in weights().items()}
    for aspect, levels in ratios.items():
        table[aspect].update({name: round(bits * slope, 2) for name, bits in levels.items()})
    table["prior"]["numeric"] = round(intercept, 2)
    print(f"{int(truth.sum())} pairs about one thing, {len(truth) - int(truth.sum())} about two")
    return table


def _log_ratios(by_class: dict[bool, Counter[str]]) -> dict[str, float]:
    names = set(by_class[True]) | set(by_class[False])
    totals = {same: sum(c.values()) + SMOOTHING * len(names) for same, c in by_class.items()}
    return {
        name: float(
            np.log2(
                ((by_class[True][name] + SMOOTHING) / totals[True])
                / ((by_class[False][name] + SMOOTHING) / totals[False])
            )
        )
        for name in names
        if by_class[True][name] + by_class[False][name] >= SEEN
    }


def _logistic(raw: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept in bits of the logistic fit; the classes weigh the same."""
    x = np.stack([raw * np.log(2), np.ones_like(raw)], axis=1)
    weight = np.where(truth > 0, 0.5 / truth.sum(), 0.5 / (len(truth) - truth.sum()))
    beta = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weight * (truth - p))
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + 1e-9 * np.eye(2)
        beta += np.linalg.solve(hessian, gradient)
    return float(beta[0]), float(beta[1] / np.log(2))


def _language(text: str) -> str:
    from factcheck.lang.detect import detect

    return detect(text)


def write(table: dict[str, dict[str, float]]) -> None:
    """Write the table, with where it comes from."""
    lines = [
        "# log2(m/u) per comparison level: how much likelier the level is when two claims speak of",
        "# one thing than when they do not. Estimated by `python -m benchmarks.weights --write` on",
        f"# the tune part of tests/specs/pairs, {date.today().isoformat()}; levels seen fewer than",
        f"# {SEEN} times keep what was written by hand.",
    ]
    for aspect, levels in table.items():
        body = ", ".join(f"{name} = {bits}" for name, bits in sorted(levels.items()))
        lines += ["", f"[{aspect}]", f"levels = {{ {body} }}"]
    PATH.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write tables/weights.toml")
    options = parser.parse_args()
    table = estimate(observations("tune"))
    for aspect, levels in table.items():
        print(aspect, dict(sorted(levels.items())))
    if options.write:
        write(table)


if __name__ == "__main__":
    main()
