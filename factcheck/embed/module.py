"""The bundled model as a module: `SentenceTransformer(modules=[BundledModule()])`.

Only for those who work with sentence-transformers anyway: importing this imports torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from sentence_transformers.base.modules import InputModule

from factcheck.embed.bundled import DIMENSIONS, BundledEncoder


class BundledModule(InputModule):  # type: ignore[misc]  # the base has no types
    """Tokens in, `sentence_embedding` out: the same vectors as BundledEncoder."""

    def __init__(self) -> None:
        super().__init__()
        self._encoder = BundledEncoder()

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Return padded token numbers and their mask, both of shape (n, longest text)."""
        rows = self._encoder.tokenize([(prompt or "") + str(text) for text in inputs])
        longest = max(map(len, rows), default=0)
        return {
            "input_ids": torch.tensor([row + [0] * (longest - len(row)) for row in rows]),
            "attention_mask": torch.tensor(
                [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
            ),
        }

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add `sentence_embedding`, shape (n, 512), rows of length 1."""
        ids, mask = features["input_ids"], features["attention_mask"].bool()
        tokens = [row[keep].tolist() for row, keep in zip(ids, mask, strict=True)]
        vectors = torch.from_numpy(self._encoder.encode_tokens(tokens))
        return {**features, "sentence_embedding": vectors.to(ids.device)}

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return DIMENSIONS

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write what `load` needs: nothing, the weights are part of the installation."""
        Path(output_path).mkdir(parents=True, exist_ok=True)
        self.save_config(output_path)
