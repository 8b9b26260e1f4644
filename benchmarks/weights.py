"""Estimates the weights of the comparison levels: `python -m benchmarks.weights [--write]`.

Each level's weight is log2(m/u): how much likelier it is between two claims about one thing than
between claims about two things (Fellegi and Sunter 1969), counted on the "tune" part of our own
pairs. Look-alikes and pairs of sentences from different rows are the claims about two things. As
the aspects are not independent, a logistic fit then moves the weights away from the counts. A
level that was seen fewer than five times keeps the weight that it has.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.accuracy import own_rows
from factcheck import embed, evaluate, pipeline
from factcheck.compare.meaning import Meaning
from factcheck.compare.numeric import Decided, weigh
from factcheck.compare.statement import Statement, state
from factcheck.compare.values import compare_values
from factcheck.keys import canonical
from factcheck.model import Document, NumericClaim, Verdict
from factcheck.tables.weights import PATH, weights

SEEN = 5
SMOOTHING = 0.5
CAUTION = 1.0  # bits: a wrong alarm costs an editor more than a missed one
RIDGE = 3.0
# Whole articles say one thing in other words more often than our pairs of sentences do, so no
# aspect of wording alone may settle a pair.
SOFT_ASPECTS = {"wording", "nearby", "nouns", "similarity", "meaning"}
SOFT = (-2.0, 2.5)
SHRINK = 0.5  # of log2(m/u), as aspects that go together count twice
Said = Statement[NumericClaim]
Vector = np.ndarray
MEANING = Meaning(embed.load("bundled").encode)
Stated = list[tuple[Said, Vector]]


def statements(row: dict[str, Any], side: str, day: date | None) -> list[tuple[Said, Vector]]:
    """Return the numeric statements of one side of a row with their canonical vectors."""
    document = Document(
        id=f"{row['id']}-{side}",
        path="",
        text=row[side],
        published=day,
        language=_language(row[side]),
    )
    claims = pipeline.extract([document], pipeline.Options())[0]
    numbers = [claim for claim in claims if isinstance(claim, NumericClaim)]
    vectors = embed.load("bundled").encode([canonical(claim) for claim in numbers])
    return [(state(c, document, frozenset()), v) for c, v in zip(numbers, vectors, strict=True)]


def observations(part: str, seed: int = 1) -> Iterator[tuple[bool, Decided]]:
    """Yield (about one thing, evidence) for each pair of claims that no aspect keeps apart."""
    sides: list[tuple[str, Stated, Stated]] = []
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
    for _ in range(80 * len(sides)):
        (_, a, _), (_, _, b) = shuffled.sample(sides, 2)
        yield from ((False, levels) for levels in _levels(a, b))


def _within_row(label: str, a: Stated, b: Stated) -> Iterator[tuple[bool, Decided]]:
    for left, one in a:
        for right, two in b:
            weighed = weigh(left, right, float(one @ two), MEANING)
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


def _levels(a: Stated, b: Stated) -> Iterator[Decided]:
    for left, one in a:
        for right, two in b:
            weighed = weigh(left, right, float(one @ two), MEANING)
            if weighed is not None:
                yield weighed[0]


def estimate(seen: Iterable[tuple[bool, Decided]]) -> dict[str, dict[str, float]]:
    """Return aspect -> level -> bits, with the prior.

    log2(m/u) of each level is where the fit starts; a ridge keeps it near, so that levels which
    say the same twice share their weight and rare ones stay where counting puts them.
    """
    seen = list(seen)
    counts: dict[str, dict[bool, Counter[str]]] = defaultdict(
        lambda: {True: Counter(), False: Counter()}
    )
    for same, levels in seen:
        for aspect, level in levels:
            counts[aspect][same][level] += 1
    ratios = {aspect: _log_ratios(by_class) for aspect, by_class in counts.items()}
    columns = [(aspect, level) for aspect, levels in ratios.items() for level in levels]
    index = {column: i for i, column in enumerate(columns)}
    x = np.zeros((len(seen), len(columns)))
    for row, (_, levels) in enumerate(seen):
        for decided in levels:
            if decided in index:
                x[row, index[decided]] = 1.0
    truth = np.array([same for same, _ in seen], dtype=float)
    start = np.array([ratios[aspect][level] for aspect, level in columns]) * SHRINK
    bounds = [SOFT if aspect in SOFT_ASPECTS else (None, None) for aspect, _ in columns]
    bits, prior = _fit(x, truth, start, bounds)
    table = {aspect: dict(levels) for aspect, levels in weights().items()}
    for (aspect, level), weight in zip(columns, bits, strict=True):
        table[aspect][level] = round(float(weight), 2)
    table["prior"]["numeric"] = round(prior - CAUTION, 2)
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
        for name in sorted(names)
        if by_class[True][name] + by_class[False][name] >= SEEN
    }


def _fit(
    x: np.ndarray, truth: np.ndarray, start: np.ndarray, bounds: list[tuple[Any, Any]]
) -> tuple[np.ndarray, float]:
    """Return weights and prior in bits: logistic regression, ridge to `start`, within bounds."""
    design = np.hstack([x, np.ones((len(x), 1))]) * np.log(2)
    centre = np.append(start, 0.0)
    ridge = np.append(np.full(len(start), RIDGE), 0.01)

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        margin = design @ beta
        p = expit(margin)
        off = beta - centre
        value = np.sum(np.logaddexp(0.0, margin) - truth * margin) + 0.5 * ridge @ off**2
        return float(value), design.T @ (p - truth) + ridge * off

    limits = [*bounds, (None, None)]
    beta = minimize(loss, centre, jac=True, method="L-BFGS-B", bounds=limits).x
    return beta[:-1], float(beta[-1])


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
