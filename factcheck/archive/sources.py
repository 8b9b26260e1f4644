"""From the paths that a user names to the files that the archive lacks."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factcheck import __version__
from factcheck.limits import FILE_BYTES
from factcheck.model import Skipped
from factcheck.pipeline import Options

if TYPE_CHECKING:
    from factcheck.read.paths import Source

LINE_SUFFIXES = (".jsonl", ".ndjson")  # files that hold an article a line


@dataclass(frozen=True, slots=True)
class Item:
    """One file to read, or one line of a JSONL file; `path` and `root` as in the index."""

    path: str
    root: str
    shown: str
    digest: bytes
    data: bytes
    named: bool = False  # by the user, not found in a folder


@dataclass(slots=True)
class Summary:
    """What a run did to the archive."""

    added: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)  # paths named by the user


def find_items(
    paths: Sequence[str | Path],
    stdin: BinaryIO | None,
    salt: bytes,
    roots: set[str],
    summary: Summary,
) -> Iterator[Item]:
    """Yield every file under the paths, and every line of a JSONL file."""
    for path in paths:
        if str(path) == "-":
            if stdin is not None:
                yield from _lines(stdin, "-", "-", salt)
            continue
        root = absolute(path)
        roots.add(root)
        for source in sources_of(path):
            if source.problem:
                _fail(source, source.problem, summary)
                continue
            yield from _source_items(source, root, salt, summary)


def _source_items(source: Source, root: str, salt: bytes, summary: Summary) -> Iterator[Item]:
    place = absolute(source.path)
    try:
        with open(place, "rb") as file:  # noqa: PTH123  # for each of very many files
            if place.lower().endswith(LINE_SUFFIXES):
                yield from _lines(file, place, root, salt, source.shown)
                return
            data = _content(file)
    except OSError as error:
        _fail(source, f"cannot be read: {error.strerror or error}", summary)
        return
    if len(data) > FILE_BYTES:
        _fail(source, f"too large: at most {FILE_BYTES:,} bytes are read", summary)
        return
    digest = hashlib.sha256(salt + data).digest()
    yield Item(place, root, source.shown, digest, data, source.named)


def _content(file: BinaryIO) -> bytes:
    """Return what is read of a file: all of it, and of one that is too large a byte too much."""
    size = min(os.fstat(file.fileno()).st_size, FILE_BYTES) + 1
    data = file.read(size)  # a buffer of the largest size for each file would cost more than it
    return data if len(data) < size else data + file.read(FILE_BYTES + 1 - size)


def _lines(
    file: Iterable[bytes], place: str, root: str, salt: bytes, shown: str = "-"
) -> Iterator[Item]:
    """Yield one item a line, known by its content: a line that moves stays the same article."""
    for line in file:
        if line.strip():
            digest = hashlib.sha256(salt + line.strip()).digest()
            yield Item(f"{place}#{digest.hex()[:16]}", root, shown, digest, line)


def sources_of(path: str | Path) -> Iterator[Source]:
    """Yield the files below a folder, those that a pattern means, or the one file named."""
    from factcheck.read.paths import find_sources

    named = Path(path)
    if not named.exists() and glob.has_magic(str(path)):
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207
        return find_sources(matches or [path])
    return find_sources([path])


def _fail(source: Source, reason: str, summary: Summary) -> None:
    summary.skipped.append(Skipped(source.shown, reason))
    if source.named:
        summary.failed.append(source.shown)


def absolute(path: str | Path) -> str:
    """Return the path by which the archive knows a file."""
    return os.path.abspath(path)  # noqa: PTH100  # resolve() would follow links


def salt_of(options: Options) -> bytes:
    """Return what besides a file's bytes decides what is read from it."""
    extra = options.entities.read_bytes() if options.entities else b""
    return hashlib.sha256(f"{__version__}|{options.published}|".encode() + extra).digest()


def fresh(
    items: Iterable[Item],
    known: dict[str, tuple[str, bytes]],
    seen: set[str],
    summary: Summary,
) -> Iterator[Item]:
    """Yield the items that the archive does not have as they are, each path once."""
    for item in items:
        if item.path in seen:
            continue
        seen.add(item.path)
        if known.get(item.path) == (item.root, item.digest):
            summary.unchanged += 1
        else:
            yield item
