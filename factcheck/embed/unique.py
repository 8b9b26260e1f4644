"""Encodes each distinct text once: canonical claims repeat a lot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


def encode_unique(encode: Callable[[list[str]], Vectors], texts: Sequence[str]) -> Vectors:
    """Return one row per text, having called `encode` with the distinct ones in sorted order.

    Sorting makes the rows independent of the order in which the texts come.
    """
    distinct = sorted(set(texts))
    row = {text: number for number, text in enumerate(distinct)}
    return encode(distinct)[[row[text] for text in texts]]
