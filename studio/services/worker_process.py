"""The child side of a worker: reads calls from stdin, runs them one after the other, answers on stdout.

Frames on both pipes are an 8-byte little-endian length and a pickle. A StudioError crosses as it is. Anything else
that a function raises is a bug: it is reported and ends the process, so that a worker in an unknown state never takes
another call. When the parent dies, by whatever cause, stdin ends and the process leaves at once.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from types import TracebackType
from typing import NamedTuple

from studio.core.errors import MediaError, StudioError
from studio.core.work import Kept

LENGTH = struct.Struct("<Q")


class Call(NamedTuple):
    """Run `function(*arguments)`, with the Reply as one more argument when `talks`."""

    function: Callable[..., object]
    arguments: tuple[object, ...]
    talks: bool


class Cancel(NamedTuple):
    """The call that is running is no longer wanted."""


class Message(NamedTuple):
    """Word from a call that is still running."""

    content: object


class Result(NamedTuple):
    """The call returned."""

    value: object


class Trouble(NamedTuple):
    """The call raised something that a person can act on."""

    error: StudioError


class Bug(NamedTuple):
    """The call raised something that nobody planned for; the process is about to end."""

    text: str


def frame(content: object) -> bytes:
    """`content` as it travels on a pipe. Raises what pickle raises for things that cannot be pickled."""
    body = pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


class PipeReply:
    """A Reply that writes to the pipe to the parent."""

    def __init__(self, output: int, cancel: threading.Event, state: Kept) -> None:
        self._output = output
        self._cancel = cancel
        self._state = state

    @property
    def state(self) -> Kept:
        """What this process keeps between calls."""
        return self._state

    def __call__(self, message: object) -> None:
        """Send `message` to the parent."""
        _write(self._output, Message(message))

    def cancelled(self) -> bool:
        """Whether the parent asked to stop."""
        return self._cancel.is_set()


def serve(niceness: int) -> None:
    """Answer calls until the parent closes the pipe.

    Never returns in an orderly way: the reader thread ends the process.
    """
    calls, output = _take_over_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _limit_process(niceness)
    sys.excepthook = _report_bug_to(output)
    pending: SimpleQueue[bytes] = SimpleQueue()
    cancel = threading.Event()
    threading.Thread(target=_listen, args=(calls, pending, cancel), daemon=True).start()
    reply = PipeReply(output, cancel, Kept())
    while True:
        call: Call = pickle.loads(pending.get())
        _write(output, _answer(call, reply))


def _answer(call: Call, reply: PipeReply) -> Result | Trouble:
    try:
        value = call.function(*call.arguments, reply) if call.talks else call.function(*call.arguments)
    except StudioError as error:
        return Trouble(error)
    except MemoryError:
        return Trouble(MediaError("There is not enough memory to work on this file.", "Use a smaller version of it."))
    return Result(value)


def _take_over_pipes() -> tuple[int, int]:
    """Move the pipes away from 0 and 1, so that a library that prints cannot disturb the conversation."""
    calls, output = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(calls, os.O_BINARY)
        msvcrt.setmode(output, os.O_BINARY)
    return calls, output


def _limit_process(niceness: int) -> None:
    """Give way to others, stop a runaway decoder at 6 GiB of addresses and write no core file, where that can be."""
    if hasattr(os, "nice"):
        os.nice(niceness)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = 6 * 1024**3
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _listen(calls: int, pending: SimpleQueue[bytes], cancel: threading.Event) -> None:
    cancel_body = pickle.dumps(Cancel(), protocol=pickle.HIGHEST_PROTOCOL)
    while True:
        body = _read(calls, LENGTH.unpack(_read(calls, LENGTH.size))[0])
        if body == cancel_body:
            cancel.set()
        else:
            cancel.clear()  # here, in the pipe's order: a cancel may be right behind its call
            pending.put(body)


def _read(source: int, length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        part = os.read(source, length - len(parts))
        if not part:
            os._exit(0)  # the parent has gone
        parts += part
    return bytes(parts)


def _write(output: int, content: object) -> None:
    left = memoryview(frame(content))
    try:
        while left:
            left = left[os.write(output, left) :]
    except BrokenPipeError:
        os._exit(0)  # the parent has gone


def _report_bug_to(output: int) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _write(output, Bug("".join(traceback.format_exception(kind, error, trace))))

    return report
