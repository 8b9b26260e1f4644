"""Estimates the weights of the comparison levels: `python -m benchmarks.weights [--write]`.

Each level's weight is log2(m/u): how much likelier it is between two claims about one thing than
between claims about two things (Fellegi and Sunter 1969), counted on our own pairs: those of the
part "learn", which nobody reads, and, as they were read and mended for, with less trust those of
"tune". Look-alikes and pairs of sentences from different rows are the claims about two things. As
the aspects are not independent, a logistic fit then moves the weights away from the counts. What
single sentences cannot show is kept from weights_kept.toml.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.accuracy import own_rows
from factcheck import embed, evaluate, pipeline
from factcheck.compare.meaning import Meaning
from factcheck.compare.numeric import Decided, weigh
from factcheck.compare.statement import Statement
from factcheck.compare.values import compare_values
from factcheck.keys import canonical
from factcheck.model import Document, NumericClaim, Verdict
from factcheck.rows import load_rows
from factcheck.tables.weights import PATH

SEEN = 5
SMOOTHING = 0.5
CAUTION = 0.3  # bits: a wrong alarm costs an editor more than a missed one
RIDGE = 0.5
SHRINK = 0.3  # of log2(m/u), as aspects that go together count twice
KEPT = Path(__file__).with_name("weights_kept.toml")
TRUST = {"learn": 1.0, "tune": 0.3}  # what was mended by reading it looks better than it is
Said = Statement[NumericClaim]
Vector = np.ndarray
Table = dict[str, dict[str, float]]
MEANING = Meaning(embed.load("bundled").encode)
Stated = list[tuple[Said, Vector]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two claims that no aspect keeps apart: are they about one thing, and how far to trust it."""

    one_thing: bool
    levels: Decided
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class KeptWeights:
    """What is known of an aspect beforehand; weights_kept.toml says what the fields mean."""

    id: str
    fixed: dict[str, float] = field(default_factory=dict)
    rare: dict[str, float] = field(default_factory=dict)
    bounds: tuple[float, ...] = ()


@cache
def kept(path: Path = KEPT) -> Mapping[str, KeptWeights]:
    """Return the rows of weights_kept.toml, or of another such file, by aspect."""
    return load_rows(path, KeptWeights)


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
    return [
        (Statement(c, document, lambda _: frozenset()), v)
        for c, v in zip(numbers, vectors, strict=True)
    ]


def observations(part: str, seed: int = 1) -> Iterator[Seen]:
    """Yield the pairs of claims of one part that no aspect keeps apart."""
    trust = TRUST[part]
    sides: list[tuple[str, Stated, Stated]] = []
    for rows in own_rows(part).values():
        for row in rows:
            days = [evaluate.published(row.get(f"{side}_published")) for side in "ab"]
            if None in days:
                days = [days[0] or days[1]] * 2
            a, b = (statements(row, side, day) for side, day in zip("ab", days, strict=True))
            sides.append((row["label"], a, b))
    for label, a, b in sides:
        yield from (Seen(same, levels, trust) for same, levels in _within_row(label, a, b))
    shuffled = random.Random(seed)
    for _ in range(80 * len(sides)):
        (_, a, _), (_, _, b) = shuffled.sample(sides, 2)
        yield from (Seen(False, levels, trust) for levels in _levels(a, b))


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


def estimate(seen: Iterable[Seen]) -> Table:
    """Return aspect -> level -> bits, with the prior.

    log2(m/u) of each level is where the fit starts; a ridge keeps it near, so that levels which
    say the same twice share their weight and rare ones stay where counting puts them.
    """
    return learn(list(seen), kept(), "numeric")


def learn(seen: Sequence[Seen], known: Mapping[str, KeptWeights], kind: str) -> Table:
    """Return aspect -> level -> bits, with the prior of one kind of claims."""
    table: Table = {aspect: {**row.rare, **row.fixed} for aspect, row in known.items()}
    start = _counted(seen, known)
    bits, prior = _fit(seen, start, table, known)
    for (aspect, level), weight in bits.items():
        table.setdefault(aspect, {})[level] = round(weight, 2)
    table["prior"] = {kind: round(prior - CAUTION, 2)}
    same = sum(pair.one_thing for pair in seen)
    print(f"{same} pairs about one thing, {len(seen) - same} about two")
    return {aspect: table[aspect] for aspect in ("prior", *sorted(table.keys() - {"prior"}))}


def _counted(
    seen: Sequence[Seen], known: Mapping[str, KeptWeights]
) -> dict[tuple[str, str], float]:
    """Return a share of log2(m/u) of each level that is to be learned, by (aspect, level)."""
    counts: dict[str, dict[bool, Counter[str]]] = defaultdict(
        lambda: {True: Counter(), False: Counter()}
    )
    for pair in seen:
        for aspect, level in pair.levels:
            counts[aspect][pair.one_thing][level] += 1
    return {
        (aspect, level): ratio * SHRINK
        for aspect, by_class in counts.items()
        for level, ratio in _log_ratios(by_class).items()
        if aspect not in known or level not in known[aspect].fixed
    }


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
    seen: Sequence[Seen],
    start: Mapping[tuple[str, str], float],
    table: Table,
    known: Mapping[str, KeptWeights],
) -> tuple[dict[tuple[str, str], float], float]:
    """Return the bits of each column of `start`, and the prior's.

    Logistic regression with a ridge to `start` and within bounds; the levels that `table` holds
    count as they are.
    """
    columns = list(start)
    index = {column: i for i, column in enumerate(columns)}
    x = np.zeros((len(seen), len(columns) + 1))
    x[:, -1] = 1.0
    offset = np.zeros(len(seen))
    for row, pair in enumerate(seen):
        for aspect, level in pair.levels:
            if (aspect, level) in index:
                x[row, index[aspect, level]] = 1.0
            else:
                offset[row] += table.get(aspect, {}).get(level, 0.0)
    truth = np.array([pair.one_thing for pair in seen], dtype=float)
    trust = np.array([pair.trust for pair in seen])
    bounds = {aspect: row.bounds for aspect, row in known.items() if row.bounds}
    limits = [bounds.get(aspect, (None, None)) for aspect, _ in columns]
    centre = np.append([start[column] for column in columns], 0.0)
    beta = _minimised(x, offset, truth, trust, centre, [*limits, (None, None)])
    return dict(zip(columns, beta[:-1].tolist(), strict=True)), float(beta[-1])


def _minimised(
    x: Vector,
    offset: Vector,
    truth: Vector,
    trust: Vector,
    centre: Vector,
    limits: Sequence[Any],
) -> Vector:
    ridge = np.append(np.full(len(centre) - 1, RIDGE), 0.01)

    def loss(beta: Vector) -> tuple[float, Vector]:
        margin = (x @ beta + offset) * math.log(2)
        off = beta - centre
        value = trust @ (np.logaddexp(0.0, margin) - truth * margin) + 0.5 * ridge @ off**2
        slope = math.log(2) * x.T @ (trust * (expit(margin) - truth)) + ridge * off
        return float(value), slope

    result: Vector = minimize(loss, centre, jac=True, method="L-BFGS-B", bounds=limits).x
    return result


def _language(text: str) -> str:
    from factcheck.lang.detect import detect

    return detect(text)


def write(
    table: Table,
    path: Path = PATH,
    module: str = "weights",
    parts: str = "parts learn and tune",
    pairs: str = "tests/specs/pairs",
) -> None:
    """Write a table, with where it comes from."""
    lines = [
        "# log2(m/u) per comparison level: how much likelier the level is when two claims speak of",
        "# one thing than when they do not. Estimated by",
        f"# `python -m benchmarks.{module} --write` on the {parts} of",
        f"# {pairs}, {date.today().isoformat()}. What was seen fewer",
        f"# than {SEEN} times, or cannot show in single sentences, is from",
        f"# benchmarks/{module}_kept.toml.",
    ]
    for aspect, levels in table.items():
        body = ", ".join(f"{name} = {bits}" for name, bits in sorted(levels.items()))
        lines += ["", f"[{aspect}]", f"levels = {{ {body} }}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write tables/weights.toml")
    options = parser.parse_args()
    table = estimate(pair for part in TRUST for pair in observations(part))
    for aspect, levels in table.items():
        print(aspect, dict(sorted(levels.items())))
    if options.write:
        write(table)


if __name__ == "__main__":
    main()
