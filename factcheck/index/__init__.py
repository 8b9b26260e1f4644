"""The lasting archive of claims: SQLite for what was said, FAISS for what is near.

Heavy imports wait until a function is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.index.archive import (
        Candidates,
        Index,
        Info,
        create_index,
        open_index,
    )
    from factcheck.index.folder import is_index
    from factcheck.index.kept import KeptIndex
    from factcheck.index.writer import FileEntry

__all__ = [
    "Candidates",
    "FileEntry",
    "Index",
    "Info",
    "KeptIndex",
    "create_index",
    "is_index",
    "open_index",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "is_index":
        from factcheck.index import folder

        return folder.is_index
    if name == "KeptIndex":
        from factcheck.index import kept

        return kept.KeptIndex
    from factcheck.index import archive

    return getattr(archive, name)
