"""After a crash, a closed window or a full disk: what the rows say about unfinished jobs, and how each goes on."""

from __future__ import annotations

from collections.abc import Container, Mapping

from studio.core.catalogue import Catalogue, quote
from studio.core.errors import StudioError
from studio.core.ids import JobId
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.provider import Provider
from studio.core.render import request_from_bytes
from studio.services.renders.attempts import AttemptBook


class Resuming:
    """Puts unfinished jobs that nobody runs back on their way. Running it twice is the same as once."""

    def __init__(self, book: AttemptBook, catalogue: Catalogue, providers: Mapping[str, Provider]) -> None:
        self._book = book
        self._store = book.store
        self._catalogue = catalogue
        self._providers = providers

    def run(self, running: Container[JobId] = ()) -> int:
        """How many jobs were put back into the queue; those that are `running` are let be.

        A submit of unknown fate is repeated only where that is free. Raises ProjectError; then nothing has changed.
        """
        again = 0
        with self._store.write():
            for job in self._store.jobs.unfinished():
                attempts = self._store.jobs.attempts(job.id)
                if job.id not in running and job.state is JobState.ACTIVE and attempts:
                    again += self._resume(job, attempts[-1])
        return again

    def _resume(self, job: Job, attempt: Attempt) -> bool:
        provider = self._providers.get(attempt.provider)
        if provider is None or not provider.replayable:
            if attempt.state is AttemptState.SUBMITTING:
                self._book.moved(attempt, AttemptState.UNKNOWN)
            return False
        self._book.closed(attempt)
        if job.cancel_wanted:
            self._book.job_ended(job, JobState.CANCELLED)
            return False
        try:
            model = self._catalogue.get(job.model_id)
            seconds = request_from_bytes(job.request).seconds
        except StudioError as error:
            self._book.job_ended(job, JobState.FAILED, str(error))
            return False
        self._book.open(job, provider, model, quote(model, seconds))
        self._store.jobs.update(job.id, state=JobState.QUEUED)
        return True
