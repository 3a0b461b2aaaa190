"""Running one job: submit once, follow to the end, land. Every step is written down before the next begins."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.board import Change
from studio.core.catalogue import Catalogue
from studio.core.errors import ProviderError, RefusedError, StudioError
from studio.core.event import EventKind
from studio.core.ids import JobId
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.provider import Failed, Finished, Progress, Provider
from studio.core.render import request_from_bytes
from studio.services.changes import Changes
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.landing import Landing
from studio.services.renders.live import LiveJobs


class Runner:
    """Takes a queued job through its attempt.

    It never raises for what a provider or a disk does: the job carries it.
    """

    def __init__(
        self,
        book: AttemptBook,
        landing: Landing,
        live: LiveJobs,
        changes: Changes,
        providers: Mapping[str, Provider],
        catalogue: Catalogue,
    ) -> None:
        self._book = book
        self._landing = landing
        self._live = live
        self._changes = changes
        self._providers = providers
        self._catalogue = catalogue

    async def run(self, job_id: JobId) -> None:
        """Run the newest attempt of a queued job to its end."""
        store = self._book.store
        job = self._book.job(job_id)
        attempt = store.jobs.attempts(job_id)[-1]
        provider = self._providers[attempt.provider]
        self._book.submitting(attempt, job)
        self._tell(job)
        try:
            await self._submit(attempt, provider)
            await self._follow(job, attempt, provider)
        except RefusedError as error:
            self._book.rejected(attempt, str(error))
            self._end(job, JobState.REFUSED, str(error))
        except ProviderError as error:
            self._book.rejected(attempt, str(error))
            self._end(job, JobState.FAILED, str(error))
        finally:
            self._live.forget(job_id)
            self._tell(job)

    async def cancel(self, job: Job) -> None:
        """Ask the provider to stop; `run` hears what came of it."""
        attempt = self._book.store.jobs.attempts(job.id)[-1]
        if attempt.remote_id is not None:
            await self._providers[attempt.provider].cancel(attempt.remote_id)

    async def _submit(self, attempt: Attempt, provider: Provider) -> None:
        remote_id = await provider.submit(request_from_bytes(attempt.request), attempt.id)
        self._book.accepted(attempt, remote_id)

    async def _follow(self, job: Job, attempt: Attempt, provider: Provider) -> None:
        attempt = self._book.attempt(attempt.id)
        if attempt.remote_id is None:
            raise ProviderError("The provider took the request but gave no id for it.")
        seen = False
        async for step in provider.watch(attempt.remote_id):
            match step:
                case Progress():
                    if not seen:
                        self._book.running(attempt)
                        seen = True
                    self._glimpse(job, step)
                case Finished(billed, evidence):
                    self._book.settled(attempt, AttemptState.DONE, billed, evidence)
                    await self._land(job, attempt, provider)
                case Failed():
                    self._failed(job, attempt, step)

    def _glimpse(self, job: Job, step: Progress) -> None:
        if self._live.see(job.id, step.picture, step.frames_done, step.frames_all):
            with self._book.store.write():
                self._book.event(EventKind.FIRST_PICTURE, job.shot_id)
            self._tell(job)

    async def _land(self, job: Job, attempt: Attempt, provider: Provider) -> None:
        model = self._catalogue.find(attempt.model_id)
        try:
            await self._landing.land(job, attempt, provider, model.label if model else attempt.model_id)
        except StudioError as error:
            with self._book.store.write():
                self._book.moved(attempt, AttemptState.LOST_OUTPUT)
            self._end(job, JobState.FAILED, f"The clip was made but could not be kept. {error}")

    def _failed(self, job: Job, attempt: Attempt, step: Failed) -> None:
        if step.cancelled:
            state, ending, problem = AttemptState.CANCELLED, JobState.CANCELLED, ""
        elif step.moderated:
            state, ending, problem = AttemptState.MODERATED, JobState.REFUSED, step.reason
        else:
            state, ending, problem = AttemptState.FAILED, JobState.FAILED, step.reason
        self._book.settled(attempt, state, step.billed, step.evidence, step.reason)
        self._end(job, ending, problem)

    def _end(self, job: Job, to: JobState, problem: str) -> None:
        with self._book.store.write():
            self._book.job_ended(self._book.job(job.id), to, problem)

    def _tell(self, job: Job) -> None:
        self._changes.publish(Change(shots=frozenset({job.shot_id}), ledger=True))
