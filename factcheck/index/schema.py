"""The tables of the store, and how an older store becomes a current one.

A file is what was read; it holds documents, which hold sentences and claims. `texts` are the
canonical texts: the row number less one is the row of the vector. `keys` are the blocking keys,
ordered in each block by time, value and `tie` (a hash of the claim's place), so that a hot block
can be read in part and gives the same part whatever the order of adding.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x46435849  # "FCXI": tells our files from other SQLite files
VERSION = 2

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, root TEXT NOT NULL, digest BLOB NOT NULL
);
CREATE INDEX files_by_root ON files (root);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    key TEXT NOT NULL, digest BLOB NOT NULL, data TEXT NOT NULL, text BLOB NOT NULL
);
CREATE INDEX documents_by_file ON documents (file);
CREATE INDEX documents_by_key ON documents (key, digest);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    start INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX sentences_by_document ON sentences (document);
CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE kinds (id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE);
CREATE TABLE claims (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    sentence INTEGER NOT NULL REFERENCES sentences, text INTEGER REFERENCES texts,
    kind INTEGER NOT NULL REFERENCES kinds, gap INTEGER NOT NULL, start INTEGER NOT NULL,
    tie INTEGER NOT NULL, data BLOB NOT NULL, keys BLOB NOT NULL
);
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_sentence ON claims (sentence);
CREATE INDEX claims_by_text ON claims (text, kind, gap, start, tie);
CREATE TABLE keys (
    hash INTEGER NOT NULL, open INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, tie INTEGER NOT NULL, claim INTEGER NOT NULL,
    PRIMARY KEY (hash, open, start, end, low, high, tie, claim)
) WITHOUT ROWID;
"""


def _forget_digests(connection: sqlite3.Connection) -> None:
    """Have every file read anew when it is next added: its claims lack keys that are asked for."""
    connection.execute("UPDATE files SET digest = x''")


# version reached -> what leads there from the one before
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {2: _forget_digests}


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty store."""
    connection.executescript(
        f"BEGIN; {_TABLES} PRAGMA application_id = {APPLICATION_ID};"
        f" PRAGMA user_version = {VERSION}; COMMIT;"
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an older store to VERSION, one committed step at a time."""
    for version in range(version_of(connection) + 1, VERSION + 1):
        connection.execute("BEGIN IMMEDIATE")
        MIGRATIONS[version](connection)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version; 0 for a file that is not ours."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return 0
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
