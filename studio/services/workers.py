"""Worker processes for pictures and clips: spawned, reused, replaced when they die, never left behind.

Decoders run code on files of strangers and crash; drawing keeps a core busy. Both happen here, so that neither the
window nor the engine thread ever waits for them. Each lane has its own processes: what is queued on one does not
delay the other.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeVar, TypeVarTuple, cast

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.work import Reply
from studio.services.child_env import clean_environment
from studio.services.worker_process import LENGTH, Bug, Call, Cancel, Message, Result, Trouble, frame

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

LANES: Mapping[str, int] = {"draw": 1, "media": 1}
CANCEL_GRACE_S = 2.0
CLOSING = "Shotboard is closing; this work was not started."
START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);from studio.services.worker_process import serve; serve()"
)


class WorkerBugError(RuntimeError):
    """A worker function raised something that is no StudioError; the text is the worker's traceback."""


class Workers:
    """Runs module-level functions in worker processes, from asyncio. One per engine; `aclose()` ends the processes.

    `lanes` says how many processes each lane may have; they start when first needed. A function that does not stop
    within `cancel_grace_s` of a cancel loses its process.
    """

    def __init__(self, lanes: Mapping[str, int] = LANES, cancel_grace_s: float = CANCEL_GRACE_S) -> None:
        self._lanes = {name: _Lane(count, cancel_grace_s) for name, count in lanes.items()}

    async def run(
        self,
        function: Callable[[*Ts, Reply], T],
        *arguments: *Ts,
        lane: str = "media",
        on_message: Callable[[object], None] | None = None,
        cancel: asyncio.Event | None = None,
        timeout_s: float | None = None,
    ) -> T:
        """`function(*arguments, reply)` in a process of `lane`, in the order of asking.

        `on_message` gets, on the event loop, what the function sends with `reply(…)`. Once `cancel` is set, or the
        awaiting task is cancelled, `reply.cancelled()` is true; a function that does not stop within two seconds
        loses its process. `timeout_s` counts from the start of the work, not from the asking.

        Raises whatever StudioError the function raises; MediaError when the process dies or runs out of time;
        CancelledByUserError when `cancel` was set before or had to be enforced; WorkerBugError for anything else.
        """
        call = Call(function, arguments, talks=True)
        return cast(T, await self._lanes[lane].answer(call, on_message, cancel, timeout_s))

    async def call(
        self, function: Callable[[*Ts], T], *arguments: *Ts, lane: str = "media", timeout_s: float | None = None
    ) -> T:
        """`function(*arguments)` in a process of `lane`, for functions that have nothing to say on the way.

        Raises as `run`.
        """
        call = Call(function, arguments, talks=False)
        return cast(T, await self._lanes[lane].answer(call, None, None, timeout_s))

    async def warm(self, function: Callable[[Reply], object], lane: str) -> None:
        """Start every process of `lane` and run `function(reply)` in it: imports, compiled code, caches.

        It runs again by itself in each process that replaces a lost one. Raises as `run`.
        """
        await self._lanes[lane].warm(Call(function, (), talks=True))

    def pids(self) -> tuple[int, ...]:
        """The processes that are alive now, for whoever measures memory."""
        return tuple(pid for lane in self._lanes.values() for pid in lane.pids())

    async def aclose(self) -> None:
        """End all processes, whatever they are doing. Calls that still wait get MediaError."""
        await asyncio.gather(*(lane.aclose() for lane in self._lanes.values()))


class _Lane:
    """A fixed number of processes that share one queue."""

    def __init__(self, count: int, cancel_grace_s: float) -> None:
        self._workers = [_Worker(cancel_grace_s) for _ in range(count)]
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()  # last used first: the others may stay unborn
        for worker in self._workers:
            self._idle.put_nowait(worker)
        self._warming: Call | None = None
        self._closed = False

    async def answer(
        self,
        call: Call,
        on_message: Callable[[object], None] | None,
        cancel: asyncio.Event | None,
        timeout_s: float | None,
    ) -> object:
        worker = await self._idle.get()
        try:
            if self._closed:
                raise MediaError(CLOSING)
            if cancel is not None and cancel.is_set():
                raise CancelledByUserError("Stopped before it began.")
            await self._ready(worker)
            return await worker.answer(call, on_message, cancel, timeout_s)
        finally:
            self._idle.put_nowait(worker)

    async def warm(self, call: Call) -> None:
        self._warming = call
        workers = [await self._idle.get() for _ in self._workers]
        try:
            await asyncio.gather(*(self._ready(worker) for worker in workers if not self._closed))
        finally:
            for worker in workers:
                self._idle.put_nowait(worker)

    async def _ready(self, worker: _Worker) -> None:
        if not worker.alive():
            await worker.start()
        if self._closed:  # closed while the process was being born
            await worker.stop()
            raise MediaError(CLOSING)
        if self._warming is not None and worker.warmed is not self._warming:
            worker.warmed = self._warming
            await worker.answer(self._warming, None, None, None)

    def pids(self) -> list[int]:
        return [worker.pid for worker in self._workers if worker.pid is not None]

    async def aclose(self) -> None:
        self._closed = True
        await asyncio.gather(*(worker.stop() for worker in self._workers))


class _Worker:
    """One process and the conversation with it; one call at a time."""

    def __init__(self, cancel_grace_s: float) -> None:
        self._cancel_grace_s = cancel_grace_s
        self._process: asyncio.subprocess.Process | None = None
        self.warmed: Call | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None and self.alive() else None

    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        self.warmed = None
        no_console = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            START,
            json.dumps(sys.path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean_environment(os.environ) | {"OPENCV_LOG_LEVEL": "OFF"},
            creationflags=no_console,
        )

    async def stop(self) -> None:
        """Kill the process and wait until the system has taken it away."""
        process = self._process
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if process.stdin is not None:
            process.stdin.close()

    async def answer(
        self,
        call: Call,
        on_message: Callable[[object], None] | None,
        cancel: asyncio.Event | None,
        timeout_s: float | None,
    ) -> object:
        """One call, kept to its time; a cancel is passed on and enforced after the grace."""
        body = frame(call)
        talk = asyncio.create_task(self._talk(body, on_message))
        wish = asyncio.create_task(cancel.wait()) if cancel is not None else None
        try:
            waiting = {talk} if wish is None else {talk, wish}
            done, _ = await asyncio.wait(waiting, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
            if talk in done:
                return talk.result()
            if wish is None or wish not in done:
                raise MediaError(
                    f"This file kept the reader busy for more than {timeout_s:g} seconds, so the work was stopped.",
                    "Convert it to an H.264 MP4, or make it shorter, and try again.",
                )
            await self._send(frame(Cancel()))
            done, _ = await asyncio.wait({talk}, timeout=self._cancel_grace_s)
            if talk in done:
                return talk.result()
            raise CancelledByUserError("Stopped.")
        except asyncio.CancelledError:
            await self._wind_down(talk)
            raise
        finally:
            if wish is not None:
                wish.cancel()
            if not talk.done():
                await self.stop()
                talk.cancel()
                await asyncio.wait({talk})

    async def _wind_down(self, talk: asyncio.Task[object]) -> None:
        """The asker has gone: let the function notice and leave its files in order, for as long as the grace lasts."""
        if not talk.done():
            await self._send(frame(Cancel()))
            await asyncio.wait({talk}, timeout=self._cancel_grace_s)
        if talk.done() and not talk.cancelled():
            talk.exception()  # nobody is left to hear of it

    async def _send(self, body: bytes) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        with suppress(BrokenPipeError, ConnectionResetError):  # a dead process is noticed at its other pipe
            process.stdin.write(body)
            await process.stdin.drain()

    async def _talk(self, body: bytes, on_message: Callable[[object], None] | None) -> object:
        await self._send(body)
        while True:
            match await self._receive():
                case Message(content):
                    if on_message is not None:
                        on_message(content)
                case Result(value):
                    return value
                case Trouble(error):
                    raise error
                case Bug(text):
                    await self.stop()
                    raise WorkerBugError(text)
                case other:
                    raise TypeError(f"A worker sent {other!r}.")

    async def _receive(self) -> object:
        process = self._process
        if process is None or process.stdout is None:
            raise TypeError("The worker was asked before it was started.")
        try:
            (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
            return pickle.loads(await process.stdout.readexactly(length))
        except asyncio.IncompleteReadError:
            await self.stop()
            raise MediaError(
                f"The process that worked on this file {_cause(process.returncode)}.",
                "Try again; if it happens again, convert the file to an H.264 MP4 or a PNG and use that.",
            ) from None


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"was ended by the system (signal {signal.Signals(-code).name})"
    return f"ended before it was done (code {code})"
