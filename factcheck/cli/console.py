"""Standard output is for the report alone; everything else goes to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from factcheck.errors import UsageError


def prepare_streams() -> None:
    """Make sure that no letter of an article can stop the program: UTF-8, as bytes, everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(ValueError, OSError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str) -> None:
    """Print one line on standard error; what a file is called cannot act on the terminal."""
    from factcheck.report.escape import visible

    with suppress(BrokenPipeError, ValueError):
        print(f"factcheck: {visible(message)}", file=sys.stderr, flush=True)


def emit(text: str, stream: TextIO | None = None) -> None:
    """Write the report to standard output; a reader that has gone away is no error."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        _discard(stream)
        raise UsageError(f"the report cannot be written: {error.strerror or error}") from error


def _discard(stream: TextIO) -> None:
    """Point a closed pipe at nothing, so that the interpreter's own last flush is quiet."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def write_file(path: Path, text: str, *, private: bool = False) -> None:
    """Write a file at once or not at all; UsageError says why it cannot be written.

    A `private` file can be read by its user alone.
    """
    import tempfile

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="replace") as file:
            file.write(text)
        if not private:  # it was made so that only its user reads it
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error
