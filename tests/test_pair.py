"""Candidate pairs: nothing comparable is lost, nothing is paired with itself, never all pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claim_samples import AMAZON, CLINIC, HOSPITAL, MICROSOFT, NOW, Q2, Q3, deed, number, relation
from factcheck import pair
from factcheck.compare import Comparer
from factcheck.keys import blocking_keys, canonical, shares
from factcheck.model import (
    Aspect,
    CandidatePair,
    Claim,
    Document,
    Entity,
    Modality,
    NumericClaim,
    Period,
    Resolution,
)
from factcheck.pipeline import Options


def far_apart(claims) -> np.ndarray:
    """Vectors by which nothing is a neighbour of anything."""
    return np.eye(len(claims), max(len(claims), 2), dtype=np.float32)


def proposed(claims, vectors=None, **options) -> dict[tuple[int, int], tuple[str, ...]]:
    vectors = far_apart(claims) if vectors is None else vectors
    pairs = list(pair.propose(claims, vectors, **options))
    return {(p.left, p.right): p.proposed_by for p in pairs}


def test_nothing_to_pair():
    assert list(pair.propose([], np.empty((0, 512), np.float32))) == []
    assert proposed([number()]) == {}


def test_same_subject_and_metric_meet_whatever_the_wording():
    claims = [number(document="a"), number(35e9, document="b")]
    assert "block:subject+metric" in proposed(claims)[0, 1]


def test_special_case_meets_the_general_metric():
    claims = [number(metric="capex"), number(metric="investment", document="b")]
    assert "block:subject+metric" in proposed(claims)[0, 1]


@pytest.mark.parametrize(
    "other",
    [
        number(subject=AMAZON, document="b"),
        number(unit="EUR", document="b"),
        number(metric="revenue", document="b"),
        number(aspect=Aspect.CHANGE, document="b"),
        relation(MICROSOFT, "partnership", AMAZON, document="b"),
    ],
)
def test_look_alikes_do_not_meet(other):
    assert proposed([number(), other]) == {}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (number(), number(subject=None, document="b")),
        (number(), number(metric="", document="b")),
        (number(subject=HOSPITAL), number(subject=CLINIC, document="b")),
        (number(subject=None, object=AMAZON), number(object=AMAZON, document="b")),
        (
            number(subject=None, metric="", noun="person", unit="count"),
            number(subject=None, metric="", noun="person", unit="number", document="b"),
        ),
    ],
)
def test_a_gap_on_one_side_is_bridged(left, right):
    assert (0, 1) in proposed([left, right])


def test_two_readings_of_one_place_do_not_meet():
    assert proposed([number(metric="capex"), number(metric="investment")]) == {}
    assert (0, 1) in proposed([number(), number(start=90)]), "one document against itself"


def test_parties_meet_in_either_order_and_whatever_the_verb():
    claims = [
        relation(MICROSOFT, "partnership", AMAZON, "a"),
        relation(AMAZON, "dependence", MICROSOFT, "b"),
    ]
    assert "block:parties" in proposed(claims)[0, 1]


def test_exclusive_role_with_another_holder_meets():
    claims = [
        relation(Entity("text:anna lang", "Anna Lang"), "leads", MICROSOFT, "a"),
        relation(Entity("text:bert kurz", "Bert Kurz"), "leads", MICROSOFT, "b"),
    ]
    assert "block:party+family" in proposed(claims)[0, 1]


def test_families_at_odds_meet_by_one_party():
    claims = [
        relation(MICROSOFT, "exclusivity", None),
        relation(MICROSOFT, "partnership", None, "b"),
    ]
    assert "block:party+family" in proposed(claims)[0, 1]
    assert proposed([claims[0], relation(MICROSOFT, "employment", None, "b")]) == {}


def test_neighbours_are_of_families_that_can_be_at_odds():
    giant = Entity("text:der riese", "der Riese")
    vectors = np.ones((2, 1), np.float32)
    for family, meets in (("partnership", True), ("exclusivity", True), ("employment", False)):
        claims = [relation(giant, "partnership", None), relation(CLINIC, family, None, "b")]
        assert bool(proposed(claims, vectors)) is meets


def test_neighbours_need_a_gap():
    vectors = np.array([[1, 0], [1, 0.01]], np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    complete = [number(), number(subject=AMAZON, document="b")]
    assert proposed(complete, vectors) == {}
    giant = Entity("text:der riese", "der Riese")
    gap = [number(), number(subject=giant, metric="", document="b")]
    assert proposed(gap, vectors) == {(0, 1): ("neighbour",)}
    assert proposed(gap, far_apart(gap)) == {}


def test_claims_with_a_gap_meet_in_the_same_words():
    same = [number(subject=None, metric="", nouns=("hut",), document=d) for d in "ab"]
    vectors = np.array([[1, 0], [1, 0]], np.float32)
    assert canonical(same[0]) == canonical(same[1])
    assert proposed(same, vectors) == {(0, 1): ("neighbour",)}


def test_similarity_is_the_cosine_of_the_two():
    vectors = np.array([[1, 0], [0.6, 0.8]], np.float32)
    (found,) = pair.propose([number(), number(document="b")], vectors)
    assert found.similarity == pytest.approx(0.6)


def test_touching_keeps_pairs_with_a_marked_claim():
    claims = [number(document=name) for name in "abc"]
    assert set(proposed(claims, touching=[False, False, True])) == {(0, 2), (1, 2)}


def test_hot_block_is_not_quadratic_and_keeps_the_conflict():
    """A thousand copies of one figure, and one article that says another."""
    claims = [number(document=f"d{n}") for n in range(1000)]
    claims.insert(417, number(99e9, document="odd"))
    pairs = proposed(claims)
    assert len(pairs) < 1001 * 3 * pair.WINDOW
    assert any(417 in found for found in pairs)


def test_hot_block_keeps_every_conflict_within_a_period():
    claims = []
    for n in range(400):
        period = Period(*[date(2020, 1, 1) + timedelta(n)] * 2, "day", Resolution.STATED)
        claims += [number(n, document=f"a{n}", period=period)]
        claims += [number(n + 5000, document=f"b{n}", period=period)]
    assert {(2 * n, 2 * n + 1) for n in range(400)} <= set(proposed(claims))


def test_claims_of_one_block_do_not_depend_on_their_order():
    claims = [number(n % 7, document=f"d{n}") for n in range(200)]
    forward = {frozenset((claims[a], claims[b])) for a, b in proposed(claims)}
    backward = {frozenset((claims[::-1][a], claims[::-1][b])) for a, b in proposed(claims[::-1])}
    assert forward == backward


SUBJECTS = [MICROSOFT, AMAZON, HOSPITAL, CLINIC, None]
NUMBERS = st.builds(
    number,
    value=st.sampled_from([34e9, 35e9, 80e9]),
    subject=st.sampled_from(SUBJECTS),
    metric=st.sampled_from(["", "capex", "investment", "revenue"]),
    unit=st.sampled_from(["USD", "EUR", "count", "number"]),
    noun=st.sampled_from(["", "person", "job"]),
    object=st.sampled_from([None, AMAZON]),
    document=st.sampled_from("abcd"),
    start=st.integers(0, 20).map(lambda n: n * 10),
    period=st.sampled_from([Q2, Q3, NOW]),
    aspect=st.sampled_from([Aspect.LEVEL, Aspect.CHANGE]),
)


DOCUMENTS = [Document(name, "", "", published=date(2025, 11, 1)) for name in "abcd"]
COMPARER = Comparer(DOCUMENTS, min_confidence=Options().min_confidence)


def _comparable(left: Claim, right: Claim) -> bool:
    return COMPARER.compare(left, right, CandidatePair(0, 1, 1.0, ())) is not None


@settings(max_examples=150, deadline=None)
@given(claims=st.lists(NUMBERS, max_size=25))
def test_oracle_every_comparable_pair_is_proposed(claims):
    """All pairs, compared: what would be shown must be proposed by blocks alone.

    Left out is what shares neither metric nor noun nor a word of the subject: an unknown name may
    stand for a known one, and only neighbours find those.
    """
    pairs = proposed(claims)
    for i, j in combinations(range(len(claims)), 2):
        left, right = claims[i], claims[j]
        same_place = (left.document, left.start) == (right.document, right.start)
        if same_place or not _comparable(left, right):
            continue
        both_named = _shared_name(left, right)
        assert (i, j) in pairs or not both_named, (left, right)


def test_deeds_meet_only_what_they_can_be_at_odds_with():
    """Of one verb what one says and another denies; of two opposites what both say."""
    said = deed(HOSPITAL, "de:öffnen", document="a")
    again = deed(HOSPITAL, "de:öffnen", document="b")
    negated = deed(HOSPITAL, "de:öffnen", document="c", negated=True)
    denied = deed(HOSPITAL, "de:öffnen", document="d", modality=Modality.DENIED)
    opposite = deed(HOSPITAL, "de:schließen", document="e")
    other = deed(HOSPITAL, "de:singen", document="f", negated=True)
    claims = [said, again, negated, denied, opposite, other]
    met = set(proposed(claims))
    assert (0, 1) not in met
    assert {(0, 2), (0, 3), (0, 4), (2, 3)} <= met
    assert not any(5 in found for found in met)


def test_a_denial_among_many_copies_is_met():
    claims = [deed(HOSPITAL, "de:singen", document=f"d{n:04}") for n in range(1000)]
    claims.insert(417, deed(HOSPITAL, "de:singen", document="d0416x", negated=True))
    pairs = proposed(claims)
    assert all(417 in found for found in pairs)
    assert {(416, 417), (417, 418)} <= set(pairs)
    assert len(pairs) <= 2 * pair.WINDOW
    for asked in (0, 417):  # a draft that says what all say, and one that denies it
        marked = [position == asked for position in range(len(claims))]
        assert any(417 in found for found in proposed(claims, touching=marked))


DEEDS = st.builds(
    deed,
    subject=st.sampled_from([MICROSOFT, AMAZON, HOSPITAL]),
    verb=st.sampled_from(["de:öffnen", "de:schließen", "en:open", "de:singen", "en:be open"]),
    target=st.sampled_from([None, AMAZON, CLINIC]),
    document=st.sampled_from("abcd"),
    start=st.integers(0, 20).map(lambda n: n * 10),
    negated=st.booleans(),
    modality=st.sampled_from([Modality.ACTUAL, Modality.DENIED]),
)


@settings(max_examples=100, deadline=None)
@given(claims=st.lists(DEEDS, max_size=20))
def test_oracle_every_comparable_deed_is_proposed(claims):
    pairs = proposed(claims)
    for i, j in combinations(range(len(claims)), 2):
        left, right = claims[i], claims[j]
        same_place = (left.document, left.start) == (right.document, right.start)
        assert same_place or (i, j) in pairs or not _comparable(left, right), (left, right)


THINGS = [MICROSOFT, AMAZON, HOSPITAL, CLINIC, None]
RELATIONS = st.builds(
    relation,
    subject=st.sampled_from(THINGS),
    predicate=st.sampled_from(["partnership", "exclusivity", "stake"]),
    target=st.sampled_from(THINGS),
    document=st.sampled_from("abcd"),
    start=st.integers(0, 20).map(lambda n: n * 10),
    polarity=st.sampled_from([1, -1]),
)


@settings(max_examples=100, deadline=None)
@given(claims=st.lists(RELATIONS, max_size=20))
def test_oracle_every_comparable_relation_is_proposed(claims):
    claims = [replace(claim, state="holds" if claim.polarity > 0 else "ends") for claim in claims]
    pairs = proposed(claims)
    for i, j in combinations(range(len(claims)), 2):
        left, right = claims[i], claims[j]
        same_place = (left.document, left.start) == (right.document, right.start)
        assert same_place or (i, j) in pairs or not _comparable(left, right), (left, right)


def _shared_name(left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether the two share a metric, a noun or a word by which a block can be made."""
    measures = {key.value for key in blocking_keys(left)} & {k.value for k in blocking_keys(right)}
    return bool(measures) or not _words(left).isdisjoint(_words(right))


def _words(claim: NumericClaim) -> set[str]:
    return set(claim.subject.name.split()) if claim.subject else set()


@settings(max_examples=150, deadline=None)
@given(claims=st.lists(NUMBERS, max_size=30))
def test_each_pair_once_in_order_and_of_one_kind(claims):
    pairs = [(p.left, p.right) for p in pair.propose(claims, far_apart(claims))]
    assert pairs == sorted(set(pairs))
    assert all(left < right for left, right in pairs)
    for left, right in pairs:
        assert claims[left].aspect == claims[right].aspect
        assert (claims[left].document, claims[left].start) != (
            claims[right].document,
            claims[right].start,
        )


def test_canonical_text_has_no_numbers_hedges_or_dates():
    claim = number(metric="", metric_text="Kosten für Phase 2", scope="Cloud")
    assert canonical(claim) == "Microsoft Kosten für Phase Cloud"
    assert canonical(number()) == "Microsoft capex"
    assert canonical(relation(MICROSOFT, "right_of_refusal", AMAZON)) == (
        "Microsoft right of refusal Amazon"
    )


def test_canonical_text_falls_back_to_the_sentence():
    assert canonical(number(metric="", subject=None)) == "Es waren im letzten Quartal."


@pytest.mark.parametrize("few", [0, 1_000])  # with FAISS, and without
def test_nearest_equals_a_plain_scan(few, monkeypatch):
    monkeypatch.setattr(pair, "FEW", few)
    random = np.random.default_rng(7)
    matrix = random.normal(size=(300, 16)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    found = pair.nearest(matrix, matrix[:40], 5, 0.3)
    for row in range(40):
        scores = matrix @ matrix[row]
        expected = [n for n in np.argsort(-scores)[:5] if scores[n] >= 0.3]
        assert found[row] == expected


@settings(max_examples=100, deadline=None)
@given(claims=st.lists(NUMBERS | RELATIONS | DEEDS, max_size=30))
def test_no_claim_meets_one_of_another_share(claims):
    parts = shares(claims)
    assert sorted(position for part in parts for position in part) == list(range(len(claims)))
    part_of = {position: number for number, part in enumerate(parts) for position in part}
    assert all(part_of[left] == part_of[right] for left, right in proposed(claims))
