"""The scheduler: takes queued jobs in their order, as many at once as each provider allows."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from studio.core.ids import JobId
from studio.core.job import Job, JobState
from studio.core.provider import Provider
from studio.services.renders.quiet import Quiet
from studio.services.renders.runner import Runner
from studio.store.store import Store

log = logging.getLogger(__name__)


class Scheduler:
    """Runs the queue of one project. The queue itself is in the database: this holds only what is running now."""

    def __init__(self, store: Store, runner: Runner, providers: Mapping[str, Provider], quiet: Quiet) -> None:
        self._store = store
        self._runner = runner
        self._providers = providers
        self._running: dict[JobId, tuple[str, asyncio.Task[None]]] = {}
        self._quiet = quiet
        self._ended = asyncio.Event()
        self._closing = False

    def poke(self) -> None:
        """Start what may start. Called after every change of the queue; cheap when nothing can start."""
        if self._closing:
            return
        for job in self._store.jobs.queued():
            provider = self._store.jobs.attempts(job.id)[-1].provider
            if job.id in self._running or provider not in self._providers:
                continue
            busy = sum(1 for name, _ in self._running.values() if name == provider)
            if busy >= self._providers[provider].at_once:
                continue
            task = asyncio.create_task(self._runner.run(job.id), name=f"job {job.id}")
            self._running[job.id] = (provider, task)
            self._quiet.busy(len(self._running))
            task.add_done_callback(lambda done, job_id=job.id: self._over(job_id, done))

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
        tasks = [task for _, task in self._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _over(self, job_id: JobId, done: asyncio.Task[None]) -> None:
        self._running.pop(job_id, None)
        if not done.cancelled() and (error := done.exception()) is not None:
            # A bug or a full disk: the rows stay as they were, the next start picks the job up again.
            log.error("A job could not be followed to its end.", exc_info=error)
            self._closing = True
        self._ended.set()
        self.poke()
        self._quiet.busy(len(self._running))
