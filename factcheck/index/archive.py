"""The archive: a folder with a store, its vectors and a lock."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.errors import IndexDamagedError
from factcheck.index import lookup
from factcheck.index.folder import STORE, is_index
from factcheck.index.loader import Loaded, documents_named, load_claims, load_documents
from factcheck.index.lock import writing
from factcheck.index.store import Store, create
from factcheck.index.writer import FileEntry, Writer
from factcheck.keys import About
from factcheck.model import Claim, Document

if TYPE_CHECKING:
    from factcheck.index.vectors import FloatRows, Vectors

LOCK = "lock"
WAIT = 10.0  # seconds that a second writer waits
BATCH = 256  # files a transaction: a larger one writes each page of the keys less often
PART = 64  # files after which their new texts are encoded
ENCODED = 1024  # texts encoded at a time
UNSAVED = 4096  # new vectors, or a quarter of all, after which the file is written
KEPT = 20_000  # claims that an open archive keeps in memory


class Encoder(Protocol):
    """What the archive needs of an embedding model."""

    @property
    def name(self) -> str:
        """What the archive remembers."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> FloatRows:
        """Return one row of length 1 per text."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a draft is to be compared with: stored claims, and a row of `vectors` for each.

    `homes` has the number of each document that holds one, by its id.
    """

    rows: tuple[Loaded, ...]
    vectors: FloatRows
    homes: Mapping[str, int]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims themselves, all of them; `rows` make only those asked for."""
        return tuple(row.claim for row in self.rows)


@dataclass(frozen=True, slots=True)
class Info:
    """What stands in an archive, and what is wrong with it (`faults` is empty if nothing is)."""

    model: str
    files: int
    documents: int
    claims: int
    texts: int
    vectors: int
    exact: bool
    bytes: int
    faults: tuple[str, ...] = ()


def create_index(path: str | Path, encoder: Encoder) -> None:
    """Make an empty archive at a free path or in an empty folder: nothing is overwritten."""
    path = Path(path)
    if is_index(path):
        raise IndexDamagedError(f"{path} is an index already; `factcheck index add` updates it")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise IndexDamagedError(f"{path} exists and is not an index; name a new folder")
    temporary = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        temporary.mkdir(parents=True)
        create(temporary / STORE)
        store = Store(temporary / STORE, write=True)
        with store.transaction():
            store.set_meta("id", uuid.uuid4().hex[:8])
            store.set_meta("model", encoder.name)
            store.set_meta("dimensions", str(encoder.dimensions))
        store.close()
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise IndexDamagedError(f"{path} cannot be written: {reason}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def open_index(
    path: str | Path, encoder: Encoder, *, write: bool = False, wait: float = WAIT
) -> Iterator[Index]:
    """Open an archive for reading (one view of it, whatever a writer does) or for writing.

    IndexDamagedError names what is wrong: foreign, truncated, another model, another schema, or
    held by another writer after `wait` seconds. Nothing is written before all of that is checked.
    """
    path = _known(path)
    if write:
        with writing(path / LOCK, wait), _opened(path, encoder, write=True) as index:
            for left in path.glob("*.tmp"):  # of a writer that was killed
                left.unlink()
            index.catch_up()
            yield index
            index.save()
    else:
        with open_to_read(path, encoder) as index, index.store.transaction("DEFERRED"):
            yield index


def open_to_read(path: str | Path, encoder: Encoder) -> AbstractContextManager[Index]:
    """Open an archive for reading, without a view of it: each statement sees what is there then."""
    return _opened(_known(path), encoder, write=False)


def _known(path: str | Path) -> Path:
    path = Path(path)
    if not is_index(path):
        raise IndexDamagedError(
            f"{path} is not a factcheck index; `factcheck index build` makes one"
        )
    return path


@contextmanager
def _opened(path: Path, encoder: Encoder, *, write: bool) -> Iterator[Index]:
    store = Store(path / STORE, write=write)
    try:
        _check_model(path, store, encoder)
        yield Index(path, store, encoder)
    finally:
        store.close()


def _check_model(path: Path, store: Store, encoder: Encoder) -> None:
    model = store.meta("model")
    if model != encoder.name:
        raise IndexDamagedError(
            f"{path} was built with the model {model!r}, not {encoder.name!r}; "
            f"use --model {model} or build another index"
        )


class Index:
    """An open archive; see `open_index`."""

    def __init__(self, path: Path, store: Store, encoder: Encoder) -> None:
        self.path = path
        self.store = store
        self._encoder = encoder
        self._claims: dict[int, Loaded] = {}
        self._documents: dict[int, Document] = {}
        self._near: dict[str, list[lookup.Hit]] = {}

    @cached_property
    def _vectors(self) -> Vectors:
        """Loaded when first needed: an update that finds nothing new never does."""
        from factcheck.index.vectors import Vectors

        return Vectors(self._file, self._encoder.dimensions)

    @property
    def _file(self) -> Path:
        return self.path / f"vectors-{self.store.meta('id')}.faiss"

    def files(self) -> dict[str, tuple[str, bytes]]:
        """Return path -> (root, digest of its bytes) of every file that was added."""
        return self.store.files()

    def add(self, entries: Iterable[FileEntry]) -> int:
        """Add files or replace what was under their paths; return how many.

        Works in batches, each whole or not at all; memory does not grow with their number.
        """
        count = 0
        self.forget()
        entries = iter(entries)
        for first in entries:
            count += self._add_batch(chain([first], islice(entries, BATCH - 1)))
            if self._vectors.unsaved > max(UNSAVED, len(self._vectors) // 4):
                self.save()
        return count

    def _add_batch(self, entries: Iterable[FileEntry]) -> int:
        """Add files in one transaction as they come, while others are still being read."""
        count = 0
        with self.store.transaction():
            writer = Writer(self.store)
            for count, entry in enumerate(entries, 1):
                writer.put(entry)
                if count % PART == 0:
                    self.catch_up()
            writer.finish()
        self.catch_up()
        return count

    def remove(self, paths: Iterable[str]) -> int:
        """Remove files by path; return how many were there."""
        self.forget()
        with self.store.transaction():
            writer = Writer(self.store)
            return sum(writer.drop(path) for path in paths)

    def forget(self) -> None:
        """Let go of what was read: it changes, or there is too much of it."""
        self._claims.clear()
        self._documents.clear()
        self._near.clear()

    def catch_up(self) -> None:
        """Encode the texts that have no vector yet: new ones, and those of a run cut short."""
        if self._written_whole():
            return
        while texts := self.store.texts(len(self._vectors), ENCODED):
            self._vectors.add(self._encoder.encode(texts))

    def _written_whole(self) -> bool:
        """Say, without reading it, whether the vectors' file is the one that has every text."""
        if "_vectors" in vars(self):
            return False
        return self.store.meta("saved") == f"{self.store.text_count()} {_stamp(self._file)}"

    def save(self) -> None:
        """Write the vectors' file if it lacks any, and remember which file that is."""
        if "_vectors" not in vars(self):
            return
        if self._vectors.unsaved:
            self._vectors.save()
        saved = f"{len(self._vectors)} {_stamp(self._file)}"
        if self.store.meta("saved") != saved:
            with self.store.transaction():
                self.store.set_meta("saved", saved)

    def candidates(self, claims: Sequence[About], vectors: FloatRows) -> Candidates:
        """Return the stored claims that may be about the same; `vectors` has a row per claim."""
        self.catch_up()
        numbers = lookup.blocked(self.store, claims)
        numbers |= lookup.near(self.store, self._vectors, claims, vectors, self._near)
        return self._load(numbers)

    def some(self, count: int) -> Candidates:
        """Return a few stored claims: those first added, of few documents."""
        rows = self.store.rows("SELECT id FROM claims ORDER BY id LIMIT ?", (count,))
        return self._load(number for (number,) in rows)

    def _load(self, numbers: Iterable[int]) -> Candidates:
        if len(self._claims) > KEPT:
            self.forget()
        loaded = load_claims(self.store, numbers, self._claims)
        return Candidates(
            rows=tuple(loaded),
            vectors=self.rows([row.text for row in loaded]),
            homes={row.about.document: row.document for row in loaded},
        )

    def documents(self, found: Candidates, ids: Iterable[str] | None = None) -> list[Document]:
        """Return the documents of candidates in order of id: all, or those with these ids."""
        names = {found.homes[name]: name for name in (found.homes if ids is None else ids)}
        return load_documents(self.store, names, self._documents)

    def named(self, found: Candidates, ids: Collection[str], urls: Collection[str]) -> set[str]:
        """Return the ids of the candidates' documents that were added with such an id or url."""
        numbers = documents_named(self.store, found.homes.values(), ids, urls)
        return {name for name, number in found.homes.items() if number in numbers}

    def rows(self, texts: Sequence[int | None]) -> FloatRows:
        """Return the vector of each text; a claim without a text has a row of zeros."""
        import numpy as np

        rows = np.zeros((len(texts), self._encoder.dimensions), np.float32)
        known = [place for place, text in enumerate(texts) if text is not None]
        rows[known] = self._vectors.rows([text - 1 for text in texts if text is not None])
        return rows

    def info(self, *, verify: bool = False) -> Info:
        """Return counts and sizes; `verify` also checks the store and the vectors against it."""
        from factcheck.index.verify import faults

        return Info(
            model=self.store.meta("model"),
            files=self.store.count("files"),
            documents=self.store.count("documents"),
            claims=self.store.count("claims"),
            texts=self.store.count("texts"),
            vectors=len(self._vectors),
            exact=self._vectors.exact,
            bytes=sum(file.stat().st_size for file in self.path.iterdir()),
            faults=tuple(faults(self.store, self._vectors, self._encoder)) if verify else (),
        )


def _stamp(file: Path) -> str:
    """Return what tells a file from the one that was there before; empty where there is none."""
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"
