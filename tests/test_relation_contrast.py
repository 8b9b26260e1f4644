"""What is ruled out before the parties of two relations are compared loses no finding."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import factcheck
from factcheck import pipeline
from factcheck.compare.relation_contrast import contrast
from factcheck.compare.relations import RELATION_RULES, compare, pair_up
from factcheck.model import Outcome, RelationalClaim
from rule_pages import examples

CORPUS = Path(__file__).parents[1] / "corpus"


def relations_of(text: str, language: str) -> list[RelationalClaim]:
    claims = factcheck.extract(text, language)
    return [claim for claim in claims if isinstance(claim, RelationalClaim)]


def in_corpus() -> list[RelationalClaim]:
    found = pipeline.read([CORPUS], pipeline.Options())
    claims = (claim for group in found.claims for claim in group)
    return [claim for claim in claims if isinstance(claim, RelationalClaim)]


def on_rule_pages() -> list[list[RelationalClaim]]:
    return [
        [
            claim
            for options, text in example.articles.values()
            for claim in relations_of(text, options.get("language", "de"))
        ]
        for example in examples()
        if example.page.startswith("FC3")
    ]


def test_no_finding_is_ruled_out():
    ruled_out = 0
    for claims in (in_corpus(), *on_rule_pages()):
        for left, right in combinations(claims, 2):
            if left.predicate == right.predicate and not contrast(left, right):
                ruled_out += 1
                assert compare(left, right) is None, (left.sentence, right.sentence)
    assert ruled_out > 100, "it saves something"


def test_no_rule_speaks_of_two_relations_without_a_common_party():
    apart = 0
    for claims in (in_corpus()[:120], *on_rule_pages()):
        for left, right in combinations(claims, 2):
            pairing = pair_up(left, right)
            held = any(level.outcome is Outcome.SAME for level in pairing.sides)
            if pairing.same or pairing.swapped or held or left.predicate != right.predicate:
                continue
            apart += 1
            assert all(check(pairing) is None for _, check in RELATION_RULES)
    assert apart > 100, "it saves something"


def test_symmetric():
    claims = in_corpus()[:60]
    for left, right in combinations(claims, 2):
        assert contrast(left, right) == contrast(right, left)
