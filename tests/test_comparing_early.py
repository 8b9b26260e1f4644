"""To stop before every aspect of two numbers is compared loses no finding and changes none."""

from __future__ import annotations

from itertools import combinations, islice
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.compare import numeric
from factcheck.compare.statement import Statement
from factcheck.model import NumericClaim
from factcheck.vocab.content import capitalised

CORPUS = Path(__file__).parents[1] / "corpus"
_STEP = 3  # every third pair, so that the test stays short


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Statement, Statement]]:
    found = pipeline.read([CORPUS], pipeline.Options())
    documents = {document.id: document for document in found.documents}
    said = [
        Statement(claim, documents[claim.document], lambda d: capitalised(d.text, d.language))
        for group in found.claims
        for claim in group
        if isinstance(claim, NumericClaim)
    ]
    return list(islice(combinations(said, 2), 0, None, _STEP))


@pytest.mark.parametrize("similarity", [0.3, 0.97])
@pytest.mark.parametrize("least", [-6.0, 0.0])
def test_what_is_given_up_early_weighs_too_little(pairs, similarity, least):
    enough = 0
    for left, right in pairs:
        whole = numeric.weigh(left, right, similarity)
        early = numeric.weigh(left, right, similarity, least_bits=least)
        if whole is not None and whole[1] >= least:
            enough += 1
            assert early == whole
        else:
            assert early is None or early[1] < least
    assert enough, "some pairs weigh enough"


def test_all_aspects_are_decided_and_told_in_one_order(pairs):
    weighed = (numeric.weigh(left, right, 0.5) for left, right in pairs)
    told = [tuple(aspect for aspect, _ in whole[0]) for whole in weighed if whole is not None]
    assert len(set(told)) == 1
    assert len(set(told[0])) == len(told[0])
