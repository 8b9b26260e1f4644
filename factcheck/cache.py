"""Keeps what is slow to make in the user's cache folder: a convenience that may vanish any time.

What is kept is JSON under a key that names everything it was made from. A file that is missing,
damaged, or made from something else counts as none; a folder that cannot be written keeps nothing.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

_DIGEST = 16  # bytes
_APART = "apart"  # part of a memory's key: its answers are JSON of their own


def folder() -> Path:
    """Return FACTCHECK_CACHE_DIR, else the user's cache folder."""
    chosen = os.environ.get("FACTCHECK_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("factcheck")


def digest(*parts: bytes) -> str:
    """Return a short fingerprint of the parts, in hexadecimal digits."""
    found = blake2b(digest_size=_DIGEST)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


@lru_cache
def version_of(package: str) -> str:
    """Return an installed package's version, as the folder beside the package is named.

    Asking importlib.metadata loads a reader of e-mail headers, a fiftieth of a short run; it is
    asked where no folder tells.
    """
    start, end = f"{package.lower().replace('-', '_')}-", ".dist-info"
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208  # paths of all would take longer
            if name.endswith(end) and name.lower().startswith(start):
                return name[len(start) : -len(end)]
    from importlib.metadata import version

    return version(package)


def load(name: str, key: str) -> Any:
    """Return what was kept under that name and key, or None."""
    try:
        head, _, body = (folder() / name).read_bytes().partition(b"\n")
        whole = head.decode() == digest(key.encode(), body)
        return json.loads(body.decode()) if whole else None
    except (OSError, ValueError, RuntimeError):  # RuntimeError: no home folder
        return None


def save(name: str, key: str, value: Any) -> None:
    """Keep a value of plain lists, dictionaries, strings and numbers, if that is possible.

    It is written beside its place and renamed, so that no reader ever sees a part of it.
    """
    try:
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        _replace(folder() / name, digest(key.encode(), body).encode() + b"\n" + body)
    except (OSError, TypeError, ValueError, RuntimeError):
        return  # nowhere to write, or a value that JSON has no form for


class Memory:
    """Answers by text that earlier runs worked out; written at the end of this one, newest last.

    At most `limit` answers stay, so that reading them costs less than working them out. Each is
    kept as JSON of its own and read when asked for: a run asks for a tenth of them.
    """

    def __init__(self, name: str, key: str, limit: int) -> None:
        self._place = (name, f"{_APART} {key}")
        self._limit = limit
        found = load(*self._place)
        self._old: dict[str, str] = found if isinstance(found, dict) else {}
        self._new: dict[str, str] = {}
        atexit.register(self.keep)

    def get(self, text: str) -> Any:
        """Return the answer as JSON gives it back, or None."""
        found = self._old.get(text) or self._new.get(text)
        return None if found is None else json.loads(found)

    def put(self, text: str, answer: Any) -> None:
        """Remember the answer; beyond the limit nothing more is taken."""
        if len(self._new) < self._limit:
            self._new[text] = json.dumps(answer, separators=(",", ":"))

    def keep(self) -> None:
        """Write what is new; the oldest goes when there is too much."""
        if self._new:
            both = [*self._old.items(), *self._new.items()]
            save(*self._place, dict(both[-self._limit :]))
            self._old, self._new = dict(both), {}


def _replace(path: Path, content: bytes) -> None:
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f"{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
