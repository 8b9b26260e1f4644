"""Relational claims: the gold list of the real articles, then laws of extraction and comparison."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.relation_pairs import Pair, conflicts, own_pairs, verdict
from clause_cases import SPECS
from factcheck.compare.relations import RELATION_RULES, compare
from factcheck.extract.assemble import contexts_of
from factcheck.extract.relational import find
from factcheck.model import Document, RelationalClaim
from factcheck.read import read_paths
from factcheck.split import split
from factcheck.tables.opposites import opposite_rows
from factcheck.tables.predicates import predicate_rows, role_rows, state_rows
from factcheck.vocab.opposites import alike, opposed

PAIRS = own_pairs()
SAMPLE = PAIRS[::7]
RIGHT = 0.9  # share of the gold list that must come out


def claims_of(document: Document) -> list[RelationalClaim]:
    return [claim for context in contexts_of(document, split(document)) for claim in find(context)]


def test_gold_of_the_real_articles(seeds):
    gold = json.loads((SPECS / "relations" / "seeds_gold.json").read_text(encoding="utf-8"))
    documents = {Path(d.path).name[:3]: d for d in read_paths([seeds]).documents}
    claims = {name: claims_of(document) for name, document in documents.items()}
    missed = [row for row in gold if not any(_is(claim, row) for claim in claims[row["document"]])]
    assert len(missed) <= (1 - RIGHT) * len(gold), missed


def _is(claim: RelationalClaim, row: dict) -> bool:
    inside = claim.sentence_start <= row["at"] < claim.sentence_start + len(claim.sentence)
    if not inside or claim.predicate != row["family"]:
        return False
    found = [side.id if side else None for side in (claim.subject, claim.object)]
    wanted = [row["subject"], row["object"]]
    orders = [found, found[::-1]] if predicate_rows()[claim.predicate].symmetric else [found]
    return any(all(w in (None, f) for w, f in zip(wanted, order, strict=True)) for order in orders)


def test_quotes_are_the_text(seeds):
    for document in read_paths([seeds]).documents:
        for claim in claims_of(document):
            assert document.text[claim.start : claim.end] == claim.quote


def test_no_claim_from_advertising(seeds):
    for document in read_paths([seeds]).documents:
        start = document.text.find("-Aktie: Kaufen oder verkaufen?!")
        assert start > 0
        assert not [claim for claim in claims_of(document) if claim.start >= start - 10]


def test_questions_make_no_claims():
    document = Document("d", "", "Wird Adobe Figma übernehmen?")
    assert claims_of(document) == []


@pytest.mark.parametrize("family", sorted(predicate_rows()))
def test_family_has_examples(family):
    """A family without labelled pairs fails by its name."""
    labels = {pair.label for pair in PAIRS if pair.family == family}
    assert labels == {"conflict", "same", "none"}, family


def test_there_are_enough_pairs():
    assert len(PAIRS) >= 300
    kinds = {pair.languages for pair in PAIRS}
    assert kinds == {("de", "de"), ("en", "en"), ("de", "en"), ("en", "de")}


@pytest.mark.parametrize("pair", SAMPLE, ids=lambda pair: pair.id)
def test_both_directions_agree(pair):
    turned = Pair(pair.id, pair.label, pair.b, pair.a, pair.languages[::-1], pair.dates[::-1])
    ahead = [(c.rule.id, c.verdict, c.confidence) for c in conflicts(pair)]
    back = [(c.rule.id, c.verdict, c.confidence) for c in conflicts(turned)]
    assert sorted(ahead) == sorted(back)


@pytest.mark.parametrize("pair", SAMPLE[::3], ids=lambda pair: pair.id)
@pytest.mark.parametrize("before", [True, False])
def test_an_unrelated_sentence_changes_nothing(pair, before):
    more = {
        "de": "Am Abend schien über dem Hafen die Sonne.",
        "en": "In the evening the sun was out over the harbour.",
    }[pair.languages[0]]
    text = f"{more} {pair.a}" if before else f"{pair.a} {more}"
    assert verdict(Pair(pair.id, pair.label, text, pair.b, pair.languages, pair.dates)) == verdict(
        pair
    )


def test_a_claim_never_conflicts_with_itself():
    for pair in SAMPLE:
        for claim in claims_of(Document("d", "", pair.a, language=pair.languages[0])):
            assert compare(claim, claim) is None


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([p for p in PAIRS if p.label == "conflict"]),
    st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    st.dates(date(2024, 1, 1), date(2025, 12, 31)),
)
def test_dates_only_soften(pair, left, right):
    """With dates a conflict may become an update; it never turns into another rule's conflict."""
    plain = {c.rule.id for c in conflicts(pair)}
    dated = Pair(pair.id, pair.label, pair.a, pair.b, pair.languages, (left, right))
    assert {c.rule.id for c in conflicts(dated)} <= plain | {"FC305"}


@pytest.mark.parametrize("row", opposite_rows().values(), ids=lambda row: row.id)
def test_opposites_have_two_sides_in_each_language(row):
    for language in ("de", "en"):
        first, second = row.sides(language)
        assert first and second
        assert not set(first) & set(second)
        assert alike(_deed(language, first[0]), _deed(language, first[-1]))
        assert opposed(_deed(language, first[0]), _deed(language, second[-1]))
    assert opposed(_deed("de", row.de[0][0]), _deed("en", row.en[1][0]))


def _deed(language: str, word: str) -> str:
    return f"{language}:{word.lower()}"


def test_tables_hang_together():
    states = state_rows()
    assert all(states[row.opposite] for row in states.values())
    assert all(not row.inverse or row.inverse in role_rows() for row in role_rows().values())
    assert len({rule.id for rule, _ in RELATION_RULES}) == len(RELATION_RULES)
    assert len(predicate_rows()) >= 40
