"""What one run of the accuracy benchmark measures, and the names that floors call it by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks import labelled, newswire, reliability
from benchmarks.labelled import CONFLICT
from factcheck import evaluate, pipeline
from factcheck.model import Verdict

SETS = ("numeric_core", "rte3_de")
NEWSWIRE = "smartdata_de_ner"
PARTS = ("tune", "learn", "hold")
ALL = ("own", "corpus", *SETS, "newswire")
Results = Sequence[evaluate.PairResult]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the corpus's findings differ from its gold list."""

    wanted: int
    forbidden_rows: int
    missing: Sequence[str]
    forbidden: Sequence[str]
    unlisted: Sequence[str]


@dataclass(slots=True)
class Measured:
    """Results by group of own pairs and by set; what was not measured or is absent is empty."""

    own: dict[str, Results] = field(default_factory=dict)
    sets: dict[str, Results] = field(default_factory=dict)
    corpus: Corpus | None = None
    newswire: newswire.Newswire | None = None
    absent: list[str] = field(default_factory=list)

    def part(self, group: str, part: str) -> Results:
        """Return the results of one part of a group of own pairs."""
        return [result for result in self.own[group] if result.row["part"] == part]

    def kind(self, kind: str, part: str) -> Results:
        """Return the results of all groups of a kind ("conflicts", "lookalikes", ...)."""
        groups = [group for group in self.own if group.startswith(kind)]
        return [result for group in groups for result in self.part(group, part)]

    def held_flags(self) -> list[reliability.Flag]:
        """Return the flags on the held-apart pairs, with whether each is right."""
        return reliability.flags(r for group in self.own for r in self.part(group, "hold"))

    def figures(self) -> dict[str, float]:
        """Return every figure under the name that accuracy_floors.json calls it by."""
        return {**self._own(), **self._sets(), **self._corpus(), **self._newswire()}

    def _own(self) -> dict[str, float]:
        return {
            f"{part} {group} flagged": flagged_share(self.part(group, part))
            for group in self.own
            for part in PARTS
            if self.part(group, part)
        }

    def _sets(self) -> dict[str, float]:
        figures = {}
        for name, results in self.sets.items():
            total = evaluate.score(results, CONFLICT)
            figures[f"{name} precision"] = total.precision
            figures[f"{name} recall"] = total.recall
        return figures

    def _corpus(self) -> dict[str, float]:
        if self.corpus is None:
            return {}
        return {
            "corpus missing": len(self.corpus.missing),
            "corpus forbidden": len(self.corpus.forbidden),
            "corpus unlisted": len(self.corpus.unlisted),
        }

    def _newswire(self) -> dict[str, float]:
        if self.newswire is None:
            return {}
        return {
            "newswire false contradictions per 100": self.newswire.false_per_100(
                Verdict.CONTRADICTION
            ),
            "newswire flags not read": len(self.newswire.unread),
        }


def measure(names: Iterable[str], say: Callable[[str], None], part: str | None = None) -> Measured:
    """Run the named sets (of ALL), telling each one's name as it begins; `part` of own pairs."""
    measured = Measured()
    for name in names:
        say(name)
        if name == "own":
            for group, rows in labelled.own_rows(part).items():
                measured.own[group] = evaluate.judge_pairs(rows)
        elif name == "corpus":
            measured.corpus = corpus()
        else:
            _shared(measured, name)
    return measured


def _shared(measured: Measured, name: str) -> None:
    folder = NEWSWIRE if name == "newswire" else name
    rows: list[dict[str, Any]] = labelled.shared_rows(folder)
    if not rows:
        measured.absent.append(folder)
    elif name == "newswire":
        measured.newswire = newswire.scan(rows)
    else:
        measured.sets[name] = evaluate.judge_pairs(rows)


def corpus() -> Corpus:
    """Scan the corpus and hold its findings against the gold list."""
    gold: Mapping[str, Any] = labelled.gold()
    found = evaluate.check_gold(pipeline.scan([labelled.CORPUS]), gold)
    return Corpus(len(gold["must_find"]), len(gold["must_not_find"]), *found)


def flagged_share(results: Results) -> float:
    """Return the share of pairs with a conflict reported; 0 for none."""
    return sum(result.flagged for result in results) / len(results) if results else 0.0


def strict(results: Results) -> evaluate.Score:
    """Score contradictions alone: a discrepancy counts as not found."""
    alone = [
        evaluate.PairResult(r.row, r.verdict if r.verdict == Verdict.CONTRADICTION else "none")
        for r in results
    ]
    return evaluate.score(alone, CONFLICT)
