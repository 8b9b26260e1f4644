"""What comparing a claim with all others of an archive finds, and what candidates leave out."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from factcheck import embed, pair, pipeline
from factcheck.compare import Comparer
from factcheck.compare.rules import fc307_tension
from factcheck.index import Index, open_index
from factcheck.index.loader import Loaded, load_claims, load_documents
from factcheck.keys import about, canonical, kind_key
from factcheck.model import CandidatePair, Claim, Finding, NumericClaim, RelationalClaim, Verdict
from factcheck.tables.metrics import related
from factcheck.vocab.opposites import alike, opposed

OPTIONS = pipeline.Options()
Group = tuple[str, str]  # kind, and metric, family or verb


def candidate_recall(folder: Path, sample: int, chance: random.Random) -> dict[str, Any]:
    """Return the share of what comparing with every claim finds that the candidates hold.

    `sample` claims are compared with all others that are not at once another unit, metric, family
    or verb; agreements are counted apart.
    """
    found: Counter[str] = Counter()
    lost: list[str] = []
    with open_index(folder / "index", embed.load()) as index:
        oracle = Oracle(index)
        chosen = chance.sample(oracle.claims, min(sample, len(oracle.claims)))
        for claim in chosen:
            proposed = _proposed(claim, index)
            for finding in oracle.findings(claim):
                kind = "agreement" if finding.verdict is Verdict.AGREEMENT else "conflict"
                kept = all(part.claim in proposed for part in finding.claims)
                found[kind] += 1
                found[f"{kind} kept"] += kept
                if not kept:
                    lost.append(" | ".join(part.claim.sentence for part in finding.claims[:2]))
    total, kept = (found["conflict" + end] + found["agreement" + end] for end in ("", " kept"))
    share = kept / total if total else 1.0
    return {**found, "sampled": len(chosen), "recall": share, "lost": lost[:8]}


class Oracle:
    """All claims of an archive, by what can be comparable at all."""

    def __init__(self, index: Index) -> None:
        numbers = [row for (row,) in index.store.rows("SELECT id FROM claims ORDER BY id")]
        loaded = load_claims(index.store, numbers, {})
        self.claims = [row.claim for row in loaded]
        self._index = index
        names = {row.document: row.about.document for row in loaded}
        documents = load_documents(index.store, names, {})
        encode = partial(embed.encode_kept, OPTIONS.model)
        self._comparer = Comparer(documents, "en", OPTIONS.min_confidence, encode)
        self._groups: dict[Group, list[Loaded]] = defaultdict(list)
        for row in loaded:
            self._groups[_group(row.claim)].append(row)

    def findings(self, claim: Claim) -> list[Finding]:
        """Return what comparing with every claim of another article finds."""
        others = [row for row in self._others(claim) if row.claim.document != claim.document]
        texts = sorted({row.text for row in others if row.text is not None})
        vector = embed.load().encode([canonical(claim)])[0]
        cosines = dict(zip(texts, self._index.rows(texts) @ vector, strict=True))
        pairs = [
            CandidatePair(0, n, round(float(cosines.get(row.text, 0.0)), 4), ())
            for n, row in enumerate(others, start=1)
        ]
        claims = [claim, *(row.claim for row in others)]
        found = self._comparer.compare_all(claims, pairs)
        return [finding for finding in found if finding.confidence >= OPTIONS.min_confidence]

    def _others(self, claim: Claim) -> Iterator[Loaded]:
        mine = _group(claim)
        for group, rows in self._groups.items():
            if _comparable(mine, group):
                yield from rows


def _group(claim: Claim) -> Group:
    what = ""
    if isinstance(claim, NumericClaim):
        what = claim.metric
    elif isinstance(claim, RelationalClaim):
        if claim.attribute("deed"):
            return "deed", claim.attribute("deed")
        what = claim.predicate
    return kind_key(claim), what


def _comparable(left: Group, right: Group) -> bool:
    """Say whether the comparison would not end at once, at another unit, metric, family or verb."""
    (kind, a), (other, b) = left, right
    if kind != other:
        return False
    if kind.startswith("relation|"):
        return a == b or fc307_tension.related(a, b)
    if kind == "deed":
        return alike(a, b) or opposed(a, b)
    return not (a and b) or related(a, b)


def _proposed(claim: Claim, index: Index) -> set[Claim]:
    """Return the claims that a check of this one would compare it with, itself among them."""
    asked = about(claim)
    vectors = embed.load().encode([asked.text])
    candidates = index.candidates([asked], vectors)
    everything: Sequence[Claim] = [claim, *candidates.claims]
    rows = np.concatenate([vectors, candidates.vectors])
    marked = [True] + [False] * len(candidates.claims)
    return {claim, *(everything[p.right] for p in pair.propose(everything, rows, touching=marked))}
