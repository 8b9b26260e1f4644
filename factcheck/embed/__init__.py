"""Turns canonical claims into unit vectors; the default model needs no torch and no download."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUNDLED = "use-multilingual"
KEPT = 4096  # vectors of single texts, 8 MB
BUNDLED_NAMES = frozenset({"", "bundled", "default", BUNDLED})


class Encoder(Protocol):
    """A model that places texts of like meaning near each other."""

    @property
    def name(self) -> str:
        """What an index remembers, so that it can refuse another model."""

    @property
    def dimensions(self) -> int:
        """Length of each vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of length 1 per text, shape (len(texts), dimensions)."""


@lru_cache(maxsize=4)
def load(name: str = BUNDLED, cache_dir: str | Path | None = None) -> Encoder:
    """Return the encoder of that name, loaded once per process.

    "bundled" (or "use-multilingual") is the model inside the installation; `cache_dir` is where
    its unpacked weights are kept (default: FACTCHECK_CACHE_DIR, else the user's cache folder).
    Anything else is a name or a folder that sentence-transformers understands.
    ModelError says in one sentence why a model cannot be loaded.
    """
    if name in BUNDLED_NAMES:
        from factcheck.embed.bundled import BundledEncoder

        return BundledEncoder(Path(cache_dir) if cache_dir else None)
    from factcheck.embed.transformer import TransformerEncoder

    return TransformerEncoder(name)


def encode_kept(name: str, texts: Sequence[str]) -> list[NDArray[np.float32]]:
    """Return one row of length 1 per text, shape (dimensions,); the last ones are kept.

    For texts that a process meets again: those of an archive, when a draft is checked after each
    change.
    """
    known = _kept(name)
    new = sorted(set(texts) - known.keys())
    if new:
        known.update((t, row.copy()) for t, row in zip(new, load(name).encode(new), strict=True))
    rows = [known[text] for text in texts]
    for text in list(known)[: max(0, len(known) - KEPT)]:
        del known[text]
    return rows


def rows_kept(name: str, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return what `encode_kept` does as one array, shape (len(texts), dimensions)."""
    import numpy as np

    shape = len(texts), load(name).dimensions
    return np.array(encode_kept(name, texts), np.float32).reshape(shape)


@lru_cache(maxsize=4)
def _kept(_: str) -> dict[str, NDArray[np.float32]]:
    return {}


def require(name: str) -> None:
    """Raise ModelError at once where a model plainly cannot be loaded; loads nothing."""
    if name not in BUNDLED_NAMES:
        from factcheck.embed.transformer import require as require_transformer

        require_transformer(name)
