"""Writes what was measured as text: lines for the terminal, and docs/accuracy.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import labelled, relation_accuracy, reliability
from benchmarks.labelled import CONFLICT
from benchmarks.measured import PARTS, SETS, Measured, Results, flagged_share, strict
from factcheck import evaluate
from factcheck.model import Finding, Verdict

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
TEXTS = Path(__file__).with_name("accuracy_page.md")
ASKED = {  # per kind of own pairs: what is counted, and what issue 5 asks
    "conflicts": ("found", "at least .90"),
    "lookalikes": ("flagged", "at most .02"),
    "same": ("flagged", "at most .01"),
    "updates": ("flagged", ""),
}
ASKED_OF_SETS = {"numeric_core": (0.80, 0.50), "rte3_de": (0.50, 0.15)}
NEWSWIRE_ASKED = "at most 1"
LANGUAGES = {"de": "German", "en": "English", "mixed": "one text of each"}


def write(measured: Measured) -> None:
    """Write docs/accuracy.md; what was not measured is said to be absent."""
    PAGE.write_text(page(measured), encoding="utf-8")


def page(measured: Measured) -> str:
    """Return the page: the frame of accuracy_page.md, its tables filled in."""
    frame = TEXTS.read_text(encoding="utf-8")
    parts = {
        "own": own_table(measured),
        "sets": sets_table(measured),
        "corpus": corpus_lines(measured),
        "newswire": newswire_lines(measured),
        "reliability": reliability_table(measured),
        "relations": relation_accuracy.lines(),
        "absent": absent_lines(measured),
        **{f"{name}_size": [size] for name, size in sizes(measured).items()},
    }
    for name, lines in parts.items():
        frame = frame.replace(f"{{{{{name}}}}}", "\n".join(lines))
    return frame.rstrip() + "\n"


def sizes(measured: Measured) -> dict[str, str]:
    """Return how many rows each set has; "absent" where it is not there."""
    articles = len(list(labelled.CORPUS.glob("*.txt")))
    counts = {name: len(results) for name, results in measured.sets.items()}
    counts["newswire"] = measured.newswire.articles if measured.newswire else 0
    known = {name: str(counts.get(name) or "absent") for name in (*SETS, "newswire")}
    own = sum(map(len, measured.own.values()))
    return {"own": f"{own:,}", "corpus": f"{articles} articles", **known}


def own_table(measured: Measured) -> list[str]:
    """One row per group of own pairs, the two parts apart, and one per kind for all languages."""
    rows = []
    for kind, (counted, asked) in ASKED.items():
        groups = [group for group in measured.own if group.startswith(kind)]
        for group in groups:
            texts = LANGUAGES[group.rpartition("_")[2]]
            cells = [_counts(measured.part(group, part)) for part in PARTS]
            rows.append([f"{kind}, {texts}", counted, *cells, asked])
        cells = [_counts(measured.kind(kind, part)) for part in PARTS]
        rows.append([f"**{kind}, all**", counted, *cells, asked])
    return _table(["pairs", "counted", *PARTS, "asked"], rows)


def _counts(results: Results) -> str:
    flagged = sum(result.flagged for result in results)
    return f"{flagged} of {len(results)} ({flagged_share(results):.3f})" if results else "-"


def sets_table(measured: Measured) -> list[str]:
    """Precision and recall for the class contradiction; with discrepancies, and without."""
    rows = []
    for name, results in measured.sets.items():
        asked = "P {:.2f}, R {:.2f}".format(*ASKED_OF_SETS[name])
        rows.append([name, "all flags", *_score(evaluate.score(results, CONFLICT)), asked])
        rows.append([name, "contradictions alone", *_score(strict(results)), ""])
        for language in sorted({r.row["lang"] for r in results}):
            some = [r for r in results if r.row["lang"] == language]
            if len(some) < len(results):
                score = evaluate.score(some, CONFLICT)
                rows.append([name, f"all flags, {language}", *_score(score), ""])
    head = ["set", "counted", "precision", "recall", "F1", "right", "false", "missed", "asked"]
    return _table(head, rows)


def _score(score: evaluate.Score) -> list[str]:
    shares = [f"{value:.3f}" for value in (score.precision, score.recall, score.f1)]
    return [*shares, str(score.true), str(score.false), str(score.missed)]


def corpus_lines(measured: Measured) -> list[str]:
    """How many findings are missing, forbidden or not in the gold list, and which."""
    corpus = measured.corpus
    if corpus is None:
        return []
    found = corpus.wanted - len(corpus.missing)
    lines = [
        f"Found: {found} of {corpus.wanted} planted conflicts (asked: all). Flagged: "
        f"{len(corpus.forbidden)} of {corpus.forbidden_rows} planted look-alikes (asked: none). "
        f"Flagged beside the list: {len(corpus.unlisted)}.",
    ]
    for what in ("missing", "forbidden", "unlisted"):
        lines += [f"- {what}: {name}" for name in getattr(corpus, what)]
    return lines


def newswire_lines(measured: Measured) -> list[str]:
    """How many flags in how many articles, and what reading said of each."""
    wire = measured.newswire
    if wire is None:
        return []
    verdicts = (Verdict.CONTRADICTION, Verdict.DISCREPANCY)
    rows = [
        [
            verdict,
            *(_count(side, verdict) for side in (wire.right, wire.wrong, wire.unread)),
            f"{wire.false_per_100(verdict):.1f}",
            NEWSWIRE_ASKED if verdict is Verdict.CONTRADICTION else "",
        ]
        for verdict in verdicts
    ]
    head = ["verdict", "right", "false", "not read", "false per 100 articles", "asked"]
    read = [*_each(wire.wrong, "false", wire.reasons), *_each(wire.right, "right", wire.reasons)]
    return [*_table(head, rows), "", *(f"- {line}" for line in read)]


def _count(flags: Iterable[Finding], verdict: Verdict) -> str:
    return str(sum(flag.verdict is verdict for flag in flags))


def _each(flags: Iterable[Finding], word: str, reasons: dict[str, str]) -> Iterator[str]:
    for flag in flags:
        yield f"{flag.id[:12]} {flag.rule} {flag.verdict}, {word}: {reasons[flag.id]}"


def reliability_table(measured: Measured) -> list[str]:
    """Confidence said against the share of right flags, and the Brier score."""
    found = measured.held_flags()
    rows = [
        [f"{b.low:.1f} to {b.high:.1f}", str(len(b.flags)), f"{b.said:.3f}", f"{b.right:.3f}"]
        if b.flags
        else [f"{b.low:.1f} to {b.high:.1f}", "0", "-", "-"]
        for b in reliability.bins(found)
    ]
    table = _table(["confidence", "flags", "mean confidence", "share right"], rows)
    return [*table, "", f"Brier score: {reliability.brier(found):.3f} over {len(found)} flags."]


def absent_lines(measured: Measured) -> list[str]:
    """Name the sets that were not there."""
    return [f"Absent here and left out: {', '.join(measured.absent)}."] if measured.absent else []


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]
