"""The likeness in meaning of sentences: what is encoded, when, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from factcheck import embed, pipeline
from factcheck.compare import Comparer
from factcheck.compare.meaning import Meaning, NotEncodedError
from factcheck.model import CandidatePair, Document
from factcheck.pipeline import Options

TEXTS = (
    ("de", "Die Werft Nordkai beschäftigt 1.200 Menschen."),
    ("en", "The shipyard Nordkai employs 1,500 people."),
    ("en", "Some 90 people work in the bakery of Altdorf."),
)
DOCUMENTS = [
    Document(id=f"d{n}", path=f"d{n}.txt", text=text, language=language)
    for n, (language, text) in enumerate(TEXTS)
]
CLAIMS = [claim for found in pipeline.extract_here(DOCUMENTS, Options()) for claim in found]
PAIRS = [
    CandidatePair(left, right, 0.9, ("block",))
    for right in range(len(CLAIMS))
    for left in range(right)
]


class Counting:
    """A model that remembers what it was asked for; all texts mean the same."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> Any:
        self.asked.append(list(texts))
        return np.tile(np.float32([0.6, 0.8]), (len(texts), 1))


def test_all_pairs_together_give_what_each_gives_alone():
    alone = Comparer(DOCUMENTS, encode=Counting())
    expected = [alone.compare(CLAIMS[p.left], CLAIMS[p.right], p) for p in PAIRS]
    together = Counting()
    found = list(Comparer(DOCUMENTS, encode=together).compare_all(CLAIMS, PAIRS))
    assert {repr(f) for f in found} == {repr(f) for f in expected if f is not None}
    assert len(together.asked) == 1, "one call for all sentences"
    assert len(set(together.asked[0])) == len(together.asked[0]) >= 2


def test_nothing_is_encoded_where_it_cannot_matter():
    sure = Counting()
    assert not list(Comparer(DOCUMENTS, "en", 0.9999, sure).compare_all(CLAIMS, PAIRS))
    assert not sure.asked


def test_gathering_ends_with_an_error_too():
    meaning = Meaning(Counting())
    with pytest.raises(ZeroDivisionError), meaning.gathering():
        raise ZeroDivisionError
    with meaning.gathering(), pytest.raises(NotEncodedError):
        meaning.cosine("a", "b")
    assert meaning.cosine("a", "b") == pytest.approx(1.0, abs=1e-4)


def test_vectors_of_texts_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch):
    model = Counting()
    monkeypatch.setattr(embed, "KEPT", 3)
    monkeypatch.setattr(embed, "load", lambda _: type("Model", (), {"encode": staticmethod(model)}))
    name = "a model of this test"
    assert len(embed.encode_kept(name, ["a", "b", "a"])) == 3
    embed.encode_kept(name, ["b", "c", "d", "e"])
    embed.encode_kept(name, ["e", "a"])
    assert model.asked == [["a", "b"], ["c", "d", "e"], ["a"]]
