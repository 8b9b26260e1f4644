"""Runs one function over many batches in processes of its own program, answers in order.

Such a process starts the same from a script, a notebook or a test, and inherits no threads and no
locks. It reads pickled batches from its standard input and answers on its standard output, and
ends when that input ends, so that none is left over however the caller ends.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from types import GeneratorType
from typing import IO, TYPE_CHECKING, Any

from factcheck.garbage import collect_rarely

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_PROTOCOL = pickle.HIGHEST_PROTOCOL
AHEAD = 4  # batches a process that wait, so that memory does not grow with their number
_PATIENCE = 1.0  # seconds for a process to write down what it remembers
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def cores() -> int:
    """Return the number of processor cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def run(function: str, batches: Iterable[tuple[Any, ...]], count: int) -> Iterator[Any]:
    """Yield `function(*batch)` for each batch, in order, worked out by `count` processes.

    `function` is "module:name". OSError where no process can start or one ends too early; what
    the function raises is raised here.
    """
    from concurrent.futures import ThreadPoolExecutor

    idle: SimpleQueue[_Process] = SimpleQueue()
    processes: list[_Process] = []
    try:
        for _ in range(count):
            processes.append(_Process(function))
            idle.put(processes[-1])
        with ThreadPoolExecutor(count) as pool:
            yield from _in_order(pool, idle, batches, AHEAD * count)
    finally:
        for process in processes:
            process.close()


_ahead: dict[str, _Process] = {}


def foresee(function: str) -> None:
    """Start the process of a later `beside` now, so that it loads what it needs meanwhile.

    One that is not asked in the end ends with this one.
    """
    with suppress(OSError):
        _ahead[function] = _Process(function)


@contextmanager
def beside(function: str, batch: tuple[Any, ...]) -> Iterator[Callable[[], Any]]:
    """Start `function(*batch)` in one process; what is yielded waits for its answer.

    A generator's answers come one by one, and what two of them share is one object here too.
    OSError where the process cannot start, or when it ends too early.
    """
    process = _ahead.pop(function, None) or _Process(function)
    try:
        process.send(batch)
        process.send_no_more()
        yield process.answer
        process.wait()
    finally:
        process.close()


def _in_order(
    pool: ThreadPoolExecutor,
    idle: SimpleQueue[_Process],
    batches: Iterable[tuple[Any, ...]],
    ahead: int,
) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_ask, idle, batch))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _ask(idle: SimpleQueue[_Process], batch: tuple[Any, ...]) -> Any:
    process = idle.get()
    try:
        return process.ask(batch)
    finally:
        idle.put(process)


class _Process:
    """The caller's end of one process."""

    def __init__(self, function: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {__name__} import serve; serve({function!r})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": _path()},
        )

    def ask(self, batch: tuple[Any, ...]) -> Any:
        """Return the function's answer."""
        self.send(batch)
        return self.answer()

    def send(self, batch: tuple[Any, ...]) -> None:
        """Let the process begin."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            _send(pickle.Pickler(self._process.stdin, _PROTOCOL), self._process.stdin, batch)
        except OSError as problem:
            raise _ended(problem) from problem
        self._answers = pickle.Unpickler(self._process.stdout)

    def send_no_more(self) -> None:
        """Let the process end when it has answered, and keep what it remembers for later runs."""
        assert self._process.stdin
        with suppress(OSError):  # it has ended already
            self._process.stdin.close()
        self._process.stdin = None

    def wait(self) -> None:
        """Let a process that is sent no more finish; it has done so while its answers were used."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)

    def answer(self) -> Any:
        """Return the function's next answer to the batch that was sent last."""
        try:
            answer, error = self._answers.load()
        except (OSError, EOFError, pickle.UnpicklingError) as problem:
            raise _ended(problem) from problem
        if error is not None:
            raise error
        return answer

    def close(self) -> None:
        """End the process now."""
        self._process.terminate()
        self._process.communicate()


def _ended(problem: Exception) -> OSError:
    return OSError(f"a process ended too early: {problem}")


def _path() -> str:
    """Return where the process finds this very program, and not what lies in the user's folder."""
    own = str(Path(__file__).parent.parent)
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH", ""))))


def _send(pickler: pickle.Pickler, stream: IO[bytes], value: Any) -> None:
    pickler.dump(value)
    stream.flush()


def serve(function: str) -> None:
    """Answer batches from standard input until it ends; interrupting is the caller's business."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever is printed must not get between the answers
    module, _, name = function.partition(":")
    call = getattr(import_module(module), name)
    while True:
        try:
            batch = pickle.load(requests)
        except EOFError:
            return
        pickler = pickle.Pickler(answers, _PROTOCOL)  # one for all answers to a batch
        for answer in _answers(call, batch):
            _send(pickler, answers, answer)


def _answers(call: Any, batch: tuple[Any, ...]) -> Iterator[tuple[Any, Exception | None]]:
    try:
        found = call(*batch)
        for answer in found if isinstance(found, GeneratorType) else (found,):
            yield answer, None
    except Exception as error:
        yield None, error
