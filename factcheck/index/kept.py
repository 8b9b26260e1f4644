"""An archive that stays open between looks at it: what a warm process checks against."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from factcheck.index.archive import Encoder, Index, open_to_read
from factcheck.index.folder import STORE

Stamps = tuple[tuple[int, ...], ...]


class KeptIndex:
    """Opens an archive when first looked at, and again when other files stand in its place.

    Belongs to the thread that looks first: SQLite lets no other use a connection.
    """

    def __init__(self, path: str | Path, encoder: Encoder) -> None:
        self.path = Path(path)
        self._encoder = encoder
        self._stack = ExitStack()
        self._index: Index | None = None
        self._stamps: Stamps = ()
        self._version = -1

    @contextmanager
    def view(self) -> Iterator[Index]:
        """Give one view of the archive as it is now, whatever a writer does meanwhile."""
        stamps = self._look()
        if self._index is None or stamps != self._stamps:
            self.close()
            self._index = self._stack.enter_context(open_to_read(self.path, self._encoder))
            self._stamps = stamps
        with self._index.store.transaction("DEFERRED"):
            version = self._index.store.changes()
            if version != self._version:
                self._index.forget()
                self._version = version
            yield self._index

    def close(self) -> None:
        """Let go of the files; the next look opens them again."""
        self._index = None
        self._stack.close()

    def _look(self) -> Stamps:
        """Return which store stands there, and what tells one file of vectors from another."""
        try:
            store = (self.path / STORE).stat()
            files = [file.stat() for file in sorted(self.path.glob("*.faiss"))]
        except OSError:
            return ()
        vectors = ((f.st_ino, f.st_mtime_ns, f.st_size) for f in files)
        return (store.st_dev, store.st_ino), *vectors
