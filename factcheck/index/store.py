"""Claims, sentences and documents in SQLite: the one thing that must not be lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck.errors import IndexDamagedError
from factcheck.index import schema

_CACHE = 65_536  # KiB of the file that a writer keeps in memory: keys go all over their table
_READ = 16_384  # KiB that a reader keeps: a draft is checked again after each change
_WAIT = 30.0  # seconds that SQLite waits for another connection


class Store:
    """An open store. Every sqlite3 error becomes one sentence that names the file."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        with self._guard():
            self._db = _connect(path, write)
            self._check(write)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise IndexDamagedError(f"{self.path}: {error}") from error

    def _check(self, write: bool) -> None:
        version = schema.version_of(self._db)
        if version == 0:
            raise IndexDamagedError(f"{self.path} is not a factcheck index")
        if version > schema.VERSION:
            raise IndexDamagedError(
                f"{self.path} was written by a newer factcheck (schema {version}, this one knows "
                f"{schema.VERSION}); update factcheck or build another index"
            )
        if version < schema.VERSION and not write:
            raise IndexDamagedError(
                f"{self.path} has the older schema {version}; `factcheck index add` migrates it"
            )
        if write:
            schema.migrate(self._db)

    @contextmanager
    def transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        """Commit what happens inside, or nothing of it. "DEFERRED" gives one view for reading."""
        with self._guard():
            self._db.execute(f"BEGIN {kind}")
            try:
                yield
            except BaseException:
                self._db.rollback()
                raise
            self._db.execute("COMMIT")

    def changes(self) -> int:
        """Return a number that is another one once another connection has changed the store."""
        return int(self.query("PRAGMA data_version").fetchone()[0])

    def query(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run one statement of the other index modules."""
        with self._guard():
            return self._db.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return all rows that one statement finds."""
        try:  # a context manager would double what a small statement costs
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise IndexDamagedError(f"{self.path}: {error}") from error

    def query_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        with self._guard():
            self._db.executemany(sql, rows)

    def insert(self, sql: str, values: Sequence[Any]) -> int:
        """Run an INSERT and return the number of the new row."""
        return self.query(sql, values).lastrowid or 0

    def meta(self, key: str) -> str:
        """Return a setting of the index, or an empty string."""
        row = self.query("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting of the index."""
        self.query("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def files(self) -> dict[str, tuple[str, bytes]]:
        """Return path -> (root, digest) of every file."""
        rows = self.query("SELECT path, root, digest FROM files")
        return {path: (root, digest) for path, root, digest in rows}

    def count(self, table: str) -> int:
        """Return the number of rows of a table."""
        return int(self.query(f"SELECT count(*) FROM {table}").fetchone()[0])

    def text_count(self) -> int:
        """Return the number of the last canonical text."""
        return int(self.query("SELECT coalesce(max(id), 0) FROM texts").fetchone()[0])

    def texts(self, after: int, limit: int) -> list[str]:
        """Return canonical texts in order of number, beginning after a number."""
        sql = "SELECT text FROM texts WHERE id > ? ORDER BY id LIMIT ?"
        return [text for (text,) in self.query(sql, (after, limit))]


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    mode = "rw" if write else "ro"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE if write else _READ}")
    return connection


def create(path: Path) -> None:
    """Make an empty store at a path where nothing is."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            schema.create(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise IndexDamagedError(f"{path} cannot be written: {error}") from error
