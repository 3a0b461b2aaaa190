"""Worker processes for pictures and clips: spawned, reused, replaced when they die, never left behind.

Decoders run code on files of strangers and crash; drawing keeps a core busy. Both happen here, so that neither the
window nor the engine thread ever waits for them. Each lane has its own processes: what is queued on one does not
delay the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar, TypeVarTuple, cast

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.work import Reply
from studio.services.worker import Worker
from studio.services.worker_process import Call

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

CANCEL_GRACE_S = 2.0
CLOSING = "Shotboard is closing; this work was not started."


@dataclass(frozen=True, slots=True)
class Lane:
    """A queue with `processes` of its own, which let others go first the more, the higher their `niceness` (0–19)."""

    processes: int = 1
    niceness: int = 0


# Previews are made in the quiet: with two cores, neither painting nor drawing may wait for them.
LANES: Mapping[str, Lane] = {"draw": Lane(), "media": Lane(niceness=5)}


class Workers:
    """Runs module-level functions in worker processes, from asyncio. One per engine; `aclose()` ends the processes.

    The processes of `lanes` start when first needed. A function that does not stop
    within `cancel_grace_s` of a cancel loses its process.
    """

    def __init__(self, lanes: Mapping[str, Lane] = LANES, cancel_grace_s: float = CANCEL_GRACE_S) -> None:
        self._lanes = {name: _Queue(lane, cancel_grace_s) for name, lane in lanes.items()}

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


class _Queue:
    """The processes of one lane and who uses them when."""

    def __init__(self, lane: Lane, cancel_grace_s: float) -> None:
        self._workers = [Worker(lane.niceness, cancel_grace_s) for _ in range(lane.processes)]
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()  # last used first: the others may stay unborn
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

    async def _ready(self, worker: Worker) -> None:
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
