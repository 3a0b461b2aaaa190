"""After a crash or a closed window: what the rows say about unfinished jobs, and how each goes on."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.catalogue import Catalogue, quote
from studio.core.errors import StudioError
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.provider import Provider
from studio.core.render import request_from_bytes
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.renders import seconds_of


class Resuming:
    """Puts the unfinished jobs of an earlier run back on their way. Running it twice is the same as once."""

    def __init__(self, book: AttemptBook, catalogue: Catalogue, providers: Mapping[str, Provider]) -> None:
        self._book = book
        self._store = book.store
        self._catalogue = catalogue
        self._providers = providers

    def run(self) -> int:
        """How many jobs were put back into the queue. A submit of unknown fate is repeated only where that is free."""
        again = 0
        with self._store.write():
            for job in self._store.jobs.unfinished():
                attempts = self._store.jobs.attempts(job.id)
                if job.state is JobState.ACTIVE and attempts:
                    again += self._resume(job, attempts[-1])
        return again

    def _resume(self, job: Job, attempt: Attempt) -> bool:
        provider = self._providers.get(attempt.provider)
        if attempt.state is AttemptState.SUBMITTING:
            self._book.moved(attempt, AttemptState.UNKNOWN)
        if provider is None or not provider.replayable:
            return False
        if job.cancel_wanted:
            self._close(attempt)
            self._book.job_ended(job, JobState.CANCELLED)
            return False
        self._close(attempt)
        try:
            model = self._catalogue.get(job.model_id)
        except StudioError as error:
            self._book.job_ended(job, JobState.FAILED, str(error))
            return False
        self._book.open(job, provider, model, quote(model, seconds_of(request_from_bytes(job.request))))
        self._store.jobs.update(job.id, state=JobState.QUEUED)
        return True

    def _close(self, attempt: Attempt) -> None:
        """End an attempt of the local engine: its process is gone, and nothing is owed for what it drew."""
        now = self._book.attempt(attempt.id)
        if now.state is AttemptState.RESERVED:
            self._book.withdrawn(now)
        elif now.state is AttemptState.UNKNOWN:
            self._book.not_run(now)
        elif now.state is AttemptState.DONE:
            self._book.moved(now, AttemptState.LOST_OUTPUT)
        else:
            self._book.interrupted(now)
