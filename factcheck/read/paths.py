"""From the paths that the caller names to the files to read, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from factcheck.tables.input_formats import input_formats
from factcheck.tables.notices import Notice

_STORE = "factcheck.sqlite"  # in a folder: it is an index, not a folder of articles


@dataclass(frozen=True, slots=True)
class Buffer:
    """An article in memory: standard input, an editor's buffer. Shown and dated like a file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, as shown to the user. `named` files were named by the caller.

    `real` is the path without links, where finding the file told it.
    """

    path: Path
    shown: str
    named: bool
    problem: str = ""
    data: bytes | None = None
    real: str = ""


def shown_path(path: str | Path) -> str:
    """Return the path relative to the working folder with "/" between its parts, printable."""
    if str(path) == "-":
        return "-"
    path = Path(path)
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive, a NUL, a working folder that has gone
        relative = str(path)
    return _printable(Path(relative).as_posix())


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def find_sources(paths: Sequence[str | Path | Buffer]) -> Iterator[Source]:
    """Yield each file once: named ones in the order given, those of a folder sorted by name."""
    seen: set[str] = set()
    for path in paths:
        if isinstance(path, Buffer):
            yield Source(Path(path.name), path.name, named=True, data=path.data)
            continue
        if path == "":  # which Path would take for the working folder
            yield Source(Path(), "''", named=True, problem=Notice("nameless"))
            continue
        for source in _expand(Path(path)):
            real = source.real or _real(source)
            if real not in seen:
                seen.add(real)
                yield source


def _expand(path: Path) -> Iterator[Source]:
    try:
        if (path / _STORE).exists():
            yield Source(path, shown_path(path), named=True, problem=Notice("is_index"))
        elif path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            yield Source(path, shown_path(path), named=True)
        elif path.exists():
            yield Source(path, shown_path(path), named=True, problem=Notice("no_file"))
        else:
            problem = Notice("dangling" if path.is_symlink() else "missing")
            yield Source(path, shown_path(path), named=True, problem=problem)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Source(path, shown_path(path), named=True, problem=_reason(error))


def _real(source: Source) -> str:
    """Return what two names of one file share."""
    return source.shown if source.problem else os.path.realpath(source.path)


def _folder(folder: Path) -> Iterator[Source]:
    found = False
    closed: list[OSError] = []
    for source in _files(folder, closed.append):
        found = True
        yield source
    for error in closed:
        path = Path(str(error.filename))
        yield Source(path, shown_path(path), named=path == folder, problem=_reason(error))
    if not found and not closed:
        suffixes = ", ".join(sorted(s for s, row in input_formats().items() if s and row.article))
        problem = Notice("no_articles", suffixes=suffixes)
        yield Source(folder, shown_path(folder), named=True, problem=problem)


def _files(folder: Path, closed: Callable[[OSError], None]) -> Iterator[Source]:
    """Yield the article files below a folder; what is hidden, linked or an index is left out.

    `closed` is told of folders that cannot be opened.
    """
    for root, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if _may_hold_articles(Path(root, name)))
        shown, real = shown_path(root), os.path.realpath(root)
        before = "" if shown == "." else f"{shown}/"
        for name in sorted(names):
            if not name.startswith(".") and _may_be_article(name):
                path = Path(root, name)
                yield from _file(path, before + _printable(name), os.path.join(real, name))  # noqa: PTH118


def _file(path: Path, shown: str, real: str) -> Iterator[Source]:
    """Yield a file of a folder unless reading it never ends: a pipe or a device is waited for."""
    try:
        mode = path.lstat().st_mode
        if S_ISREG(mode):
            yield Source(path, shown, named=False, real=real)
        elif S_ISLNK(mode) and (path.is_file() or not path.exists()):
            yield Source(path, shown, named=False)
    except OSError:  # reading it will say why
        yield Source(path, shown, named=False)


def _may_hold_articles(folder: Path) -> bool:
    return not folder.name.startswith(".") and not (folder / _STORE).exists()


def _may_be_article(name: str) -> bool:
    row = input_formats().get(Path(name).suffix.lower())
    return row is None or row.article


def _reason(error: OSError | ValueError) -> str:
    return Notice("unreadable", reason=str(getattr(error, "strerror", None) or error))
