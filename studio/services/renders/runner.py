"""Running one job: submit once, follow to the end, land. Every step is written down before the next begins."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing

from studio.core.board import Change
from studio.core.catalogue import Catalogue
from studio.core.errors import MediaError, ProviderError, RefusedError
from studio.core.event import EventKind
from studio.core.ids import JobId
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.provider import Failed, Finished, Progress, Provider
from studio.core.render import request_from_bytes
from studio.services.changes import Changes
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.landing import Landing
from studio.services.renders.live import LiveJobs

FAULT = "A fault in Shotboard stopped this; its log says more."


class Runner:
    """Takes a queued job through its attempt; what a provider does wrong, the job carries.

    Raises ProjectError when the disk refuses; the rows then say how far it came.
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
        """Run the newest attempt of a queued job to its end. Does nothing when the job was withdrawn meanwhile."""
        job = self._book.job(job_id)
        if job.state is not JobState.QUEUED:
            return
        attempt = self._book.store.jobs.attempts(job_id)[-1]
        provider = self._providers[attempt.provider]
        self._book.submitting(attempt, job)
        self._tell(job)
        try:
            remote_id = await self._submit(job, attempt, provider)
            if remote_id is not None:
                await self._follow(job, self._book.attempt(attempt.id), provider, remote_id)
        except ProviderError as error:
            self._out_of_sight(job, self._book.attempt(attempt.id), provider, error)
        finally:
            self._live.forget(job_id)
            self._tell(job)

    async def cancel(self, job: Job) -> None:
        """Ask the provider to stop; `run` hears what came of it."""
        attempt = self._book.store.jobs.attempts(job.id)[-1]
        if attempt.remote_id is not None:
            await self._providers[attempt.provider].cancel(attempt.remote_id)

    def give_up(self, job_id: JobId) -> None:
        """End a job that met a fault of ours. Money that a provider may still claim stays set aside."""
        job = self._book.job(job_id)
        with self._book.store.write():
            attempt = self._book.store.jobs.attempts(job_id)[-1]
            if not self._providers[attempt.provider].replayable:
                return
            self._book.closed(attempt)
            if job.state is JobState.QUEUED:
                self._book.store.jobs.update(job_id, state=JobState.ACTIVE)
            if self._book.job(job_id).state is JobState.ACTIVE:
                self._book.job_ended(self._book.job(job_id), JobState.FAILED, FAULT)
        self._tell(job)

    async def _submit(self, job: Job, attempt: Attempt, provider: Provider) -> str | None:
        """The provider's id once it has taken the request, None once it has refused it."""
        try:
            remote_id = await provider.submit(request_from_bytes(attempt.request), attempt.id)
        except ProviderError as error:
            ending = JobState.REFUSED if isinstance(error, RefusedError) else JobState.FAILED
            with self._book.store.write():
                self._book.rejected(attempt, str(error))
                self._book.job_ended(self._book.job(job.id), ending, str(error))
            return None
        self._book.accepted(attempt, remote_id)
        if self._book.job(job.id).cancel_wanted:  # wished for while the request was on its way
            await provider.cancel(remote_id)
        return remote_id

    async def _follow(self, job: Job, attempt: Attempt, provider: Provider, remote_id: str) -> None:
        seen = False
        async with aclosing(provider.watch(remote_id)) as steps:
            async for step in steps:
                match step:
                    case Progress():
                        if not seen:
                            self._book.running(attempt)
                            seen = True
                        self._glimpse(job, step)
                    case Finished(billed, evidence):
                        with self._book.store.write():
                            self._book.settled(attempt, AttemptState.DONE, billed, evidence)
                        await self._land(job, attempt, provider, remote_id)
                    case Failed():
                        self._failed(job, attempt, step)

    def _glimpse(self, job: Job, step: Progress) -> None:
        if self._live.see(job.id, step.picture, step.frames_done, step.frames_all):
            with self._book.store.write():
                self._book.event(EventKind.FIRST_PICTURE, job.shot_id)
            self._tell(job)

    async def _land(self, job: Job, attempt: Attempt, provider: Provider, remote_id: str) -> None:
        model = self._catalogue.find(attempt.model_id)
        try:
            await self._landing.land(job, attempt, provider, remote_id, model.label if model else attempt.model_id)
        except (MediaError, ProviderError) as error:
            with self._book.store.write():
                self._book.moved(attempt, AttemptState.LOST_OUTPUT)
                problem = f"The clip was made but could not be kept. {error}"
                self._book.job_ended(self._book.job(job.id), JobState.FAILED, problem)

    def _failed(self, job: Job, attempt: Attempt, step: Failed) -> None:
        if step.cancelled:
            state, ending, problem = AttemptState.CANCELLED, JobState.CANCELLED, ""
        elif step.moderated:
            state, ending, problem = AttemptState.MODERATED, JobState.REFUSED, step.reason
        else:
            state, ending, problem = AttemptState.FAILED, JobState.FAILED, step.reason
        with self._book.store.write():
            self._book.settled(attempt, state, step.billed, step.evidence, step.reason)
            self._book.job_ended(self._book.job(job.id), ending, problem)

    def _out_of_sight(self, job: Job, attempt: Attempt, provider: Provider, error: ProviderError) -> None:
        """It can no longer be followed: on this machine it is over, elsewhere it may still be made and owed for."""
        if provider.replayable:
            self._failed(job, attempt, Failed(str(error)))
        elif attempt.state is not AttemptState.UNKNOWN_REMOTE:
            with self._book.store.write():
                self._book.moved(attempt, AttemptState.UNKNOWN_REMOTE)

    def _tell(self, job: Job) -> None:
        self._changes.publish(Change(shots=frozenset({job.shot_id}), ledger=True))
