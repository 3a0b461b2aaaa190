"""One worker process seen from the engine: how it is started, spoken with, timed, cancelled and ended."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from studio.core.errors import CancelledByUserError, MediaError
from studio.services.child_env import clean_environment
from studio.services.worker_process import LENGTH, Bug, Call, Cancel, Message, Result, Trouble, frame

START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from studio.services.worker_process import serve; serve(niceness=int(sys.argv[2]))"
)


class WorkerBugError(RuntimeError):
    """A worker function raised something that is no StudioError; the text is the worker's traceback."""


class Worker:
    """One process and the conversation with it; one call at a time. `warmed` is for the user to set.

    `niceness` 0–19 lets other processes go first; a function that ignores a cancel for `cancel_grace_s` loses the
    process.
    """

    def __init__(self, niceness: int, cancel_grace_s: float) -> None:
        self._niceness = niceness
        self._cancel_grace_s = cancel_grace_s
        self._process: asyncio.subprocess.Process | None = None
        self.warmed: Call | None = None

    @property
    def pid(self) -> int | None:
        """The process's id while it is alive."""
        return self._process.pid if self._process is not None and self.alive() else None

    def alive(self) -> bool:
        """Whether there is a process that takes calls."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Spawn a process that knows the same modules and gets a clean environment."""
        self.warmed = None
        no_console = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            START,
            json.dumps(sys.path),
            str(self._niceness),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean_environment(os.environ) | {"OPENCV_LOG_LEVEL": "OFF"},
            creationflags=no_console,
            start_new_session=True,  # a Ctrl+C in the terminal is the parent's to answer, also while this one starts
        )

    async def stop(self) -> None:
        """Kill the process and wait until the system has taken it away."""
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            _kill(process)
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
        """What the call returns, kept to its time; a cancel is passed on and enforced after the grace.

        Raises as `Workers.run` says.
        """
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


def _kill(process: asyncio.subprocess.Process) -> None:
    """End the process without asking how it is: `Process.kill` would, and would take its exit code from asyncio."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.kill(process.pid, signal.SIGKILL)


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"was ended by the system (signal {signal.Signals(-code).name})"
    return f"ended before it was done (code {code})"
