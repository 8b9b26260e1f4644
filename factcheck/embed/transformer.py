"""Any model that sentence-transformers can load."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.embed.unique import Vectors, encode_unique
from factcheck.errors import ModelError


class TransformerEncoder:
    """Encodes text with a sentence-transformers model that is on this machine.

    Nothing is downloaded unless the environment says HF_HUB_OFFLINE=0.
    """

    def __init__(self, name: str) -> None:
        self.name = str(Path(name).resolve()) if Path(name).is_dir() else name
        self._model = _load(self.name)
        self.dimensions = self._encode(["probe"]).shape[1]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 per text, shape (n, dimensions)."""
        import numpy as np

        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return encode_unique(self._encode, texts)

    def _encode(self, texts: list[str]) -> Vectors:
        import numpy as np

        vectors = self._model.encode(
            texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)


def _load(name: str) -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    offline = os.environ["HF_HUB_OFFLINE"].lower() not in {"0", "false", "no", "off", ""}
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        return SentenceTransformer(name, local_files_only=offline)
    except Exception as error:  # the libraries raise many kinds; the user needs one sentence
        raise ModelError(_sentence(name, error)) from error


def _sentence(name: str, error: Exception) -> str:
    if Path(name).exists():
        reason = str(error).strip().partition("\n")[0][:200] or type(error).__name__
        return f"model {name!r} is not a sentence-transformers model: {reason}"
    return (
        f"model {name!r} is neither a folder nor in this machine's model cache; "
        "leave --model out to use the bundled one, or set HF_HUB_OFFLINE=0 to allow a download"
    )
