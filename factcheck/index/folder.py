"""What makes a folder an archive: known without opening it."""

from __future__ import annotations

from pathlib import Path

STORE = "factcheck.sqlite"


def is_index(path: str | Path) -> bool:
    """Say whether there is an archive at the path, whole or not."""
    return (Path(path) / STORE).exists()
