"""FAISS against a plain numpy scan, in each of the forms that the vectors take."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.errors import IndexDamagedError
from factcheck.index import vectors as module
from factcheck.index.vectors import Vectors

DIMENSIONS = 32


def rows(count: int, seed: int = 1) -> np.ndarray:
    """Rows in clusters, as canonical texts are: many speak of one company or one metric."""
    random = np.random.default_rng(seed)
    centres = np.random.default_rng(0).normal(size=(60, DIMENSIONS))
    found = centres[random.integers(0, 60, count)] + 0.5 * random.normal(size=(count, DIMENSIONS))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def scan(matrix: np.ndarray, query: np.ndarray, k: int) -> list[int]:
    return [int(row) for row in np.argsort(-(matrix @ query), kind="stable")[:k]]


@pytest.fixture
def small(monkeypatch):
    """Let the inverted index begin at 400 rows."""
    monkeypatch.setattr(module, "EXACT_UP_TO", 400)


def test_exact_search_equals_the_scan(tmp_path):
    matrix = rows(300)
    index = Vectors(tmp_path / "v", DIMENSIONS)
    index.add(matrix[:100])
    index.add(matrix[100:])
    assert index.exact
    for query, found in zip(matrix[:50], index.search(matrix[:50], 7, 300), strict=True):
        assert [row for row, _ in found] == scan(matrix, query, 7)
        assert found[0][1] == pytest.approx(1, abs=1e-5)


def test_inverted_index_finds_nearly_all(tmp_path, small):
    matrix = rows(3000)
    index = Vectors(tmp_path / "v", DIMENSIONS)
    for start in range(0, 3000, 250):
        index.add(matrix[start : start + 250])
    assert not index.exact
    assert len(index) == 3000
    hits = 0
    for query, found in zip(matrix[:200], index.search(matrix[:200], 10, 3000), strict=True):
        hits += len({row for row, _ in found} & set(scan(matrix, query, 10)))
    assert hits / 2000 > 0.9


def test_rows_come_back_from_either_form(tmp_path, small):
    matrix = rows(1000)
    index = Vectors(tmp_path / "v", DIMENSIONS)
    index.add(matrix[:300])
    np.testing.assert_array_equal(index.rows([5, 299, 0]), matrix[[5, 299, 0]])
    index.add(matrix[300:])
    again = index.rows([5, 999, 0])
    assert np.einsum("ij,ij->i", again, matrix[[5, 999, 0]]).min() > 0.99
    assert index.rows([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("count", [10, 900])
def test_file_gives_back_the_same_index(tmp_path, small, count):
    matrix = rows(count)
    index = Vectors(tmp_path / "v", DIMENSIONS)
    index.add(matrix)
    assert index.unsaved == count
    index.save()
    assert index.unsaved == 0
    again = Vectors(tmp_path / "v", DIMENSIONS)
    assert again.exact == index.exact
    assert again.search(matrix[:5], 5, count) == index.search(matrix[:5], 5, count)
    again.add(matrix[:1])
    assert (len(again), again.unsaved) == (count + 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["v"]


def test_rows_of_a_later_state_are_left_out(tmp_path):
    matrix = rows(50)
    index = Vectors(tmp_path / "v", DIMENSIONS)
    index.add(matrix)
    (found,) = index.search(matrix[40:41], 50, 30)
    assert max(row for row, _ in found) < 30


def test_nothing_stored_or_asked_gives_nothing(tmp_path):
    index = Vectors(tmp_path / "v", DIMENSIONS)
    assert index.search(rows(2), 5, 9) == [[], []]
    index.add(rows(3))
    assert index.search(rows(0), 5, 9) == []


def test_other_dimensions_are_refused(tmp_path):
    index = Vectors(tmp_path / "v", DIMENSIONS)
    index.add(rows(3))
    index.save()
    with pytest.raises(IndexDamagedError, match="32"):
        Vectors(tmp_path / "v", 16)
