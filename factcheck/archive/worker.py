"""A process that reads files and extracts their claims.

It takes pickled tasks on standard input and answers on standard output, one at a time. A process
of its own program starts the same from a script, a notebook or a test, and inherits no threads.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Sequence
from typing import IO, Any

from factcheck.errors import FactcheckError

_LENGTH = struct.Struct("<Q")
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Worker:
    """The caller's end of one such process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD},
        )

    def ask(self, items: Sequence[Any], options: Any) -> Any:
        """Return `read_batch(items, options)`, worked out by the process."""
        assert self._process.stdin and self._process.stdout
        try:
            _send(self._process.stdin, (items, options))
            answer = _receive(self._process.stdout)
        except (BrokenPipeError, EOFError) as error:
            code = self._process.wait()
            raise FactcheckError(f"a reading process ended (exit {code}); try again") from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the process."""
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait()


def _send(stream: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    return pickle.loads(stream.read(length))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer tasks until the caller closes its end."""
    from factcheck.archive.reading import read_batch

    while True:
        try:
            items, options = _receive(requests)
        except (EOFError, KeyboardInterrupt):
            return
        try:
            answer: Any = read_batch(items, options)
        except Exception as error:  # raised again where the task came from
            answer = error
        _send(answers, answer)


def main() -> None:
    """Serve on standard input and output, kept clear of whatever prints."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, answers)
