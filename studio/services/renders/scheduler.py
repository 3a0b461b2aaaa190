"""The scheduler: takes queued jobs in their order, as many at once as each provider allows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from studio.core.board import Change
from studio.core.errors import ProjectError
from studio.core.ids import JobId
from studio.core.job import Job, JobState
from studio.core.provider import Provider
from studio.services.changes import Changes
from studio.services.renders.quiet import Quiet
from studio.services.renders.resuming import Resuming
from studio.services.renders.runner import Runner
from studio.store.store import Store

log = logging.getLogger(__name__)

PATIENCE_S = 15.0


class Scheduler:
    """Runs the queue of one project. The queue itself is in the database: this holds only what is running now.

    When the disk refuses, the queue stands still with the reason in `paused`, its rows as they were; it tries again
    after `patience_s` seconds, and at once on `resume`.
    """

    def __init__(
        self,
        store: Store,
        runner: Runner,
        resuming: Resuming,
        providers: Mapping[str, Provider],
        quiet: Quiet,
        changes: Changes,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._store = store
        self._runner = runner
        self._resuming = resuming
        self._providers = providers
        self._quiet = quiet
        self._changes = changes
        self._patience_s = patience_s
        self._running: dict[JobId, tuple[str, asyncio.Task[None]]] = {}
        self._ended = asyncio.Event()
        self._paused = ""
        self._again: asyncio.TimerHandle | None = None
        self._closing = False

    @property
    def paused(self) -> str:
        """Why nothing is started, as a sentence; empty while the queue goes on."""
        return self._paused

    def poke(self) -> None:
        """Start what may start. Called after every change of the queue; cheap when nothing can start."""
        if self._closing or self._paused:
            return
        free = {name: one.at_once - self._busy(name) for name, one in self._providers.items()}
        if not any(room > 0 for room in free.values()):
            return
        for job in self._store.jobs.queued():
            if job.id in self._running:
                continue
            provider = self._store.jobs.attempts(job.id)[-1].provider
            if free.get(provider, 0) <= 0:
                continue
            free[provider] -= 1
            self._start(job.id, provider)
            if not any(room > 0 for room in free.values()):
                break
        self._quiet.busy(len(self._running))

    def resume(self) -> int:
        """Put unfinished jobs that nobody runs back on their way and go on; how many that were.

        Where the disk still refuses, the queue stays paused and tries again later.
        """
        self._stop_waiting()
        try:
            again = self._resuming.run(self.running())
        except ProjectError as error:
            self._pause(str(error))
            return 0
        was_paused, self._paused = self._paused, ""
        self.poke()
        if again or was_paused:
            self._changes.publish(Change(structure=True, ledger=True))
        return again

    def running(self) -> frozenset[JobId]:
        """The jobs that are under way."""
        return frozenset(self._running)

    async def cancel(self, job: Job) -> None:
        """Wish a running job to stop."""
        if job.state is JobState.ACTIVE:
            await self._runner.cancel(job)

    async def idle(self) -> None:
        """Wait until nothing runs and nothing that could run is queued."""
        while self._running:
            await self.next_end()

    async def next_end(self) -> None:
        """Wait until one more running job has ended; at once when none runs."""
        if self._running:
            self._ended.clear()
            await self._ended.wait()

    async def aclose(self) -> None:
        """Stop taking jobs and leave those that run as they are: their rows say how to go on."""
        self._closing = True
        self._stop_waiting()
        tasks = [task for _, task in self._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _busy(self, provider: str) -> int:
        return sum(1 for name, _ in self._running.values() if name == provider)

    def _start(self, job_id: JobId, provider: str) -> None:
        task = asyncio.create_task(self._runner.run(job_id), name=f"job {job_id}")
        self._running[job_id] = (provider, task)
        task.add_done_callback(lambda done: self._over(job_id, done))

    def _over(self, job_id: JobId, done: asyncio.Task[None]) -> None:
        self._running.pop(job_id, None)
        match None if done.cancelled() else done.exception():
            case None:
                pass
            case ProjectError() as error:
                self._pause(str(error))
            case error:
                log.error("A job could not be followed to its end.", exc_info=error)
                self._give_up(job_id)
        self.poke()
        self._quiet.busy(len(self._running))
        self._ended.set()

    def _give_up(self, job_id: JobId) -> None:
        """End a job that met a fault of ours, so that it neither blocks the others nor is begun again and again."""
        try:
            self._runner.give_up(job_id)
        except ProjectError as error:
            self._pause(str(error))

    def _pause(self, reason: str) -> None:
        if self._closing:
            return
        news = self._paused != reason
        self._paused = reason
        self._stop_waiting()
        self._again = asyncio.get_running_loop().call_later(self._patience_s, self.resume)
        if news:
            log.warning("The queue is paused: %s", reason)
            self._changes.publish(Change(structure=True, ledger=True))

    def _stop_waiting(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
