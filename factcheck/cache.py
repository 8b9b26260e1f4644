"""Keeps what is slow to make in the user's cache folder: a convenience that may vanish any time.

What is kept is JSON under a key that names everything it was made from. A file that is missing,
damaged, or made from something else counts as none; a folder that cannot be written keeps nothing.
"""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

_DIGEST = 16  # bytes


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


def load(name: str, key: str) -> Any:
    """Return what was kept under that name and key, or None."""
    try:
        head, _, body = (folder() / name).read_bytes().partition(b"\n")
        whole = head.decode() == digest(key.encode(), body)
        return json.loads(body) if whole else None
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


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f"{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
