"""Any model that sentence-transformers can load."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.embed.unique import encode_unique
from factcheck.errors import ModelError

if TYPE_CHECKING:
    from factcheck.embed.unique import Vectors

_MODEL_FILES = ("modules.json", "config.json")
_OWNERS = ("", "sentence-transformers--")  # who is meant when a name has no owner


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


def require(name: str) -> None:
    """Raise ModelError where a look at the disk shows that the model cannot be loaded.

    Costs milliseconds; loading would say so only after seconds of importing torch.
    """
    if Path(name).exists():
        if not any((Path(name) / file).is_file() for file in _MODEL_FILES):
            raise ModelError(_sentence(name, f"holds neither {' nor '.join(_MODEL_FILES)}"))
    elif _offline() and not _cached(name):
        raise ModelError(_sentence(name, ""))


def _offline() -> bool:
    """Say whether to keep off the network, which is so unless the user asks for it."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    return os.environ["HF_HUB_OFFLINE"].lower() not in {"0", "false", "no", "off", ""}


def _cached(name: str) -> bool:
    from huggingface_hub import constants

    folder = Path(os.environ.get("SENTENCE_TRANSFORMERS_HOME") or constants.HF_HUB_CACHE)
    entry = name.replace("/", "--")
    return any((folder / f"models--{owner}{entry}").is_dir() for owner in _OWNERS)


def _load(name: str) -> Any:
    offline = _offline()
    require(name)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        return SentenceTransformer(name, local_files_only=offline)
    except Exception as error:  # the libraries raise many kinds; the user needs one sentence
        raise ModelError(_sentence(name, str(error) or type(error).__name__)) from error


def _sentence(name: str, problem: str) -> str:
    if Path(name).exists():
        reason = problem.strip().partition("\n")[0][:200]
        return f"model {name!r} is not a sentence-transformers model: {reason}"
    return (
        f"model {name!r} is neither a folder nor in this machine's model cache; "
        "leave --model out to use the bundled one, or set HF_HUB_OFFLINE=0 to allow a download"
    )
