"""Decides what two claims are to each other, and says why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice

from factcheck.compare.meaning import Encode, Meaning, NotEncodedError
from factcheck.compare.numeric import NumericOutcome, compare_numeric, evidence_of
from factcheck.compare.relation_contrast import contrast
from factcheck.compare.relation_told import Told
from factcheck.compare.relations import compare_told
from factcheck.compare.rules import NUMERIC_RULES
from factcheck.compare.said import Said
from factcheck.compare.statement import Statement
from factcheck.compare.wording import explain_numbers
from factcheck.model import (
    Aspect,
    CandidatePair,
    Claim,
    Document,
    Finding,
    FindingClaim,
    NumericClaim,
    RelationalClaim,
    Role,
    Rule,
    Severity,
    Verdict,
)
from factcheck.vocab.content import capitalised

SEVERITIES = {
    Verdict.CONTRADICTION: Severity.ERROR,
    Verdict.DISCREPANCY: Severity.WARNING,
    Verdict.UPDATE: Severity.NOTE,
    Verdict.AGREEMENT: Severity.NOTE,
}
_TOGETHER = 10_000  # pairs of which the sentences to encode are gathered
_KINDS = {Aspect.DATE: "date", Aspect.DURATION: "duration", Aspect.RANK: "rank"}
_DIMENSION_KINDS = {
    "percent": "percentage",
    "percentage_point": "percentage",
    "count": "count",
    "ratio": "ratio",
    "time": "duration",
    "rank": "rank",
}


class Comparer:
    """Compares claims of a fixed set of documents; each claim's features are made once.

    Findings below `min_confidence` (0 to 1) are not made at all. `encode` embeds sentences, for
    pairs of two languages. What a finding says names the side of `drafts` (document ids) first.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        language: str = "en",
        min_confidence: float = 0.0,
        encode: Encode | None = None,
        drafts: Collection[str] = (),
    ) -> None:
        self._drafts = drafts
        self._documents = {document.id: document for document in documents}
        self._language = language
        self._least_bits = _bits(min_confidence)
        self._meaning = Meaning(encode) if encode else None
        self._statements: dict[int, Said] = {}
        self._told: dict[int, Told] = {}
        self._names: dict[str, frozenset[str]] = {}

    def compare_all(
        self, claims: Sequence[Claim], pairs: Iterable[CandidatePair]
    ) -> Iterator[Finding]:
        """Yield the findings between pairs of these claims; most pairs have none."""
        pairs = iter(pairs)
        while together := list(islice(pairs, _TOGETHER)):
            waiting: list[CandidatePair] = []
            with self._meaning.gathering() if self._meaning else nullcontext():
                found = [self._compare_or_wait(claims, pair, waiting) for pair in together]
            found += [self.compare(claims[p.left], claims[p.right], p) for p in waiting]
            yield from (finding for finding in found if finding is not None)

    def _compare_or_wait(
        self, claims: Sequence[Claim], pair: CandidatePair, waiting: list[CandidatePair]
    ) -> Finding | None:
        """Compare a pair unless sentences must be encoded for it first."""
        try:
            return self.compare(claims[pair.left], claims[pair.right], pair)
        except NotEncodedError:
            waiting.append(pair)
            return None

    def compare(self, left: Claim, right: Claim, pair: CandidatePair) -> Finding | None:
        """Return the finding between two claims, or None when they are not comparable."""
        if isinstance(left, NumericClaim) and isinstance(right, NumericClaim):
            a, b = self._state(left), self._state(right)
            return self._numbers(b, a, pair) if b.order < a.order else self._numbers(a, b, pair)
        if isinstance(left, RelationalClaim) and isinstance(right, RelationalClaim):
            return self._relations(left, right, pair) if contrast(left, right) else None
        return None

    def _state(self, claim: NumericClaim) -> Said:
        known = self._statements.get(id(claim))
        if known is None or known.claim is not claim:
            known = Statement(claim, self._documents[claim.document], self._names_of)
            self._statements[id(claim)] = known
        return known

    def _tell(self, claim: RelationalClaim) -> Told:
        known = self._told.get(id(claim))
        if known is None or known.claim is not claim:
            known = Told(claim, self._documents[claim.document].published)
            self._told[id(claim)] = known
        return known

    def _names_of(self, document: Document) -> frozenset[str]:
        if document.id not in self._names:
            body = document.text[document.body_start :]
            self._names[document.id] = capitalised(body, document.language)
        return self._names[document.id]

    def _numbers(self, left: Said, right: Said, pair: CandidatePair) -> Finding | None:
        outcome = compare_numeric(left, right, pair.similarity, self._least_bits, self._meaning)
        if outcome is None:
            return None
        for rule, judge in NUMERIC_RULES:
            verdict = judge(outcome)
            if verdict is not None:
                return self._finding(rule, verdict, outcome, pair)
        return None

    def _finding(
        self, rule: Rule, verdict: Verdict, outcome: NumericOutcome, pair: CandidatePair
    ) -> Finding:
        if verdict is not Verdict.UPDATE:  # an update is told in the order of time
            outcome = self._draft_first(outcome)
        left, right = outcome.left.claim, outcome.right.claim
        return Finding(
            rule=rule.id,
            name=rule.name,
            verdict=verdict,
            severity=SEVERITIES[verdict],
            confidence=_confidence(outcome),
            kind=kind_of(left),
            message=explain_numbers(rule.id, outcome, self._language),
            claims=(FindingClaim(Role.PRIMARY, left), FindingClaim(Role.COUNTERPART, right)),
            evidence=evidence_of(outcome),
            proposed_by=pair.proposed_by,
        )

    def _draft_first(self, outcome: NumericOutcome) -> NumericOutcome:
        left, right = outcome.left, outcome.right
        if right.document in self._drafts and left.document not in self._drafts:
            return replace(outcome, left=right, right=left)
        return outcome

    def _relations(
        self, left: RelationalClaim, right: RelationalClaim, pair: CandidatePair
    ) -> Finding | None:
        a, b = self._tell(left), self._tell(right)
        if self._of_one_guessed_day(left, right):
            a, b = a.undated, b.undated
        conflict = compare_told(a, b)
        if conflict is None:
            return None
        first, second = (b, a) if b.order < a.order else (a, b)
        return Finding(
            rule=conflict.rule.id,
            name=conflict.rule.name,
            verdict=conflict.verdict,
            severity=SEVERITIES[conflict.verdict],
            confidence=round(conflict.confidence, 3),
            kind="relation",
            message=conflict.message[self._language],
            claims=(
                FindingClaim(Role.PRIMARY, first.claim),
                FindingClaim(Role.COUNTERPART, second.claim),
            ),
            evidence=conflict.evidence,
            proposed_by=pair.proposed_by,
        )

    def _of_one_guessed_day(self, left: RelationalClaim, right: RelationalClaim) -> bool:
        """Say whether both texts stand under one guessed date: then they are of no known day."""
        a, b = self._documents[left.document], self._documents[right.document]
        return a.published_inferred and b.published_inferred and a.published == b.published


def kind_of(claim: NumericClaim) -> str:
    """Return what kind of finding a claim's figure makes, as reports name it."""
    return _KINDS.get(claim.aspect) or _DIMENSION_KINDS.get(claim.quantity.dimension, "amount")


def _bits(confidence: float) -> float:
    """Return the evidence in bits that a confidence takes at least."""
    if confidence <= 0.0:
        return -math.inf
    return math.log2(confidence / (1.0 - confidence)) if confidence < 1.0 else math.inf


def _confidence(outcome: NumericOutcome) -> float:
    """Return the probability that both claims speak of the same thing, times that of reading."""
    bits = max(min(outcome.bits, 60.0), -60.0)
    same = 1.0 / (1.0 + math.exp2(-bits))
    return round(same * min(outcome.left.claim.confidence, outcome.right.claim.confidence), 3)
