"""What the archive finds of what was planted in it, and what its candidates leave out."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from factcheck import archive, embed, pair, pipeline
from factcheck.compare import Comparer
from factcheck.index import Index, open_index
from factcheck.index.loader import load_claims, load_documents
from factcheck.keys import canonical, kind_key
from factcheck.model import CandidatePair, Claim, Document, Finding, Verdict

CONFLICTS = {Verdict.CONTRADICTION, Verdict.DISCREPANCY}
OPTIONS = pipeline.Options()
Place = Mapping[str, str]


def score(folder: Path) -> dict[str, Any]:
    """Return planted conflicts found, alone and in the archive, and false alarms.

    `alone` is what comparing the two articles by themselves finds; `lost` what the archive loses
    of that; `false` counts conflicts in the checked articles that nobody planted.
    """
    plants = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    lost: list[str] = []
    with open_index(folder / "index", embed.load()) as index:
        for plant in plants:
            mine, other = plant["a"][0], plant["b"][0]
            report = archive.check_open([folder / "articles" / mine["file"]], index, OPTIONS)
            found = _verdicts(report.findings, [mine], plant["b"])
            alone = _alone(folder, mine, other)
            counts[plant["kind"]] += 1
            counts[f"{plant['kind']} found"] += bool(found & CONFLICTS)
            counts[f"{plant['kind']} alone"] += bool(alone & CONFLICTS)
            counts["checked"] += 1
            counts["false"] += _false_alarms(report.findings, plants)
            if alone & CONFLICTS and not found & CONFLICTS:
                lost.append(f"{mine['sentence']} | {other['sentence']}")
    return {**counts, "lost": lost}


def _alone(folder: Path, mine: Place, other: Place) -> set[Verdict]:
    paths = [folder / "articles" / place["file"] for place in (mine, other)]
    return _verdicts(pipeline.scan(paths, OPTIONS).findings, [mine], [other])


def _verdicts(
    findings: Iterable[Finding], left: Sequence[Place], right: Sequence[Place]
) -> set[Verdict]:
    """Return the verdicts of the findings that join one of the left places with a right one."""
    return {
        finding.verdict
        for finding in findings
        if _touches(finding, left) and _touches(finding, right)
    }


def _touches(finding: Finding, places: Sequence[Place]) -> bool:
    return any(
        part.claim.document == place["file"] and part.claim.quote in place["sentence"]
        for part in finding.claims
        for place in places
    )


def _false_alarms(findings: Iterable[Finding], plants: Sequence[Mapping[str, Any]]) -> int:
    conflicts = [p for p in plants if p["kind"] == "conflict"]
    return sum(
        finding.verdict in CONFLICTS
        and not any(_touches(finding, p["a"]) and _touches(finding, p["b"]) for p in conflicts)
        for finding in findings
    )


def candidate_recall(folder: Path, sample: int, chance: random.Random) -> dict[str, Any]:
    """Return the share of what comparing with every claim finds that the candidates hold.

    `sample` claims are compared with all others of their kind; agreements are counted apart.
    """
    found: Counter[str] = Counter()
    with open_index(folder / "index", embed.load()) as index:
        numbers = [row for (row,) in index.store.query("SELECT id FROM claims ORDER BY id")]
        loaded = load_claims(index.store, numbers)
        claims = [row.claim for row in loaded]
        homes = {row.document for row in loaded}
        documents = {d.id: d for d in load_documents(index.store, homes)}
        chosen = chance.sample(claims, min(sample, len(claims)))
        for claim in chosen:
            _count(claim, claims, documents, index, found)
    total = found["conflict"] + found["agreement"]
    kept = found["conflict kept"] + found["agreement kept"]
    return {**found, "sampled": len(chosen), "recall": kept / total if total else 1.0}


def _count(
    claim: Claim,
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    index: Index,
    found: Counter[str],
) -> None:
    comparer = Comparer(documents.values())
    proposed = _proposed(claim, index)
    for other in claims:
        if other.document == claim.document or kind_key(other) != kind_key(claim):
            continue
        finding = comparer.compare(claim, other, proposed.get(other, CandidatePair(0, 1, 0.0, ())))
        if finding is None or finding.confidence < OPTIONS.min_confidence:
            continue
        kind = "agreement" if finding.verdict is Verdict.AGREEMENT else "conflict"
        found[kind] += 1
        found[f"{kind} kept"] += other in proposed


def _proposed(claim: Claim, index: Index) -> dict[Claim, CandidatePair]:
    vectors = embed.load().encode([canonical(claim)])
    candidates = index.candidates([claim], vectors)
    everything = [claim, *candidates.claims]
    rows = np.concatenate([vectors, candidates.vectors])
    marked = [True] + [False] * len(candidates.claims)
    pairs = pair.propose(everything, rows, touching=marked)
    return {everything[p.right]: p for p in pairs}
