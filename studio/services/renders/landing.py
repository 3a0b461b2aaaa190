"""Landing: a finished clip becomes a take, first its file and poster, then what can be made in the quiet."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from studio.core.board import Change
from studio.core.clock import Clock
from studio.core.errors import MediaError
from studio.core.event import EventKind
from studio.core.ids import TakeId
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.money import Money
from studio.core.provider import Provider
from studio.core.render import request_from_bytes
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier
from studio.media.take_in import TakenIn, take_in
from studio.services.changes import Changes
from studio.services.renders.attempts import AttemptBook
from studio.services.workers import Workers

TAKE_IN_LIMIT_S = 120.0
# A vendor's first frame is often black or blurred; the blocking engine's is composed.
POSTER_AT = Fraction(1, 3)
POSTER_AT_LOCAL = Fraction(0)


class Landing:
    """Brings finished clips home into one project."""

    def __init__(
        self,
        book: AttemptBook,
        workers: Workers,
        changes: Changes,
        clock: Clock,
        folder: Path,
        after: Callable[[Take], None],
    ) -> None:
        self._book = book
        self._workers = workers
        self._changes = changes
        self._clock = clock
        self._folder = folder
        self._after = after

    async def land(self, job: Job, attempt: Attempt, provider: Provider, remote_id: str, model_label: str) -> Take:
        """Fetch, check, store: W5. Raises ProviderError or MediaError when the clip cannot be had or is no clip,
        ProjectError when the disk refuses.
        """
        part = self._folder / "media" / f"{attempt.id}.part"
        await provider.fetch(remote_id, part)
        at = POSTER_AT_LOCAL if provider.replayable else POSTER_AT
        taken = await self._take_in(part, at)
        take = self._write(job, attempt, taken, model_label)
        self._changes.publish(Change(shots=frozenset({job.shot_id}), takes=frozenset({take.id}), ledger=True))
        self._after(take)
        return take

    async def _take_in(self, part: Path, at: Fraction) -> TakenIn:
        """Twice where need be: the first time the process may have died of something else than this clip."""
        media = self._folder / "media"
        try:
            return await self._workers.call(take_in, part, media, at, timeout_s=TAKE_IN_LIMIT_S)
        except MediaError:
            return await self._workers.call(take_in, part, media, at, timeout_s=TAKE_IN_LIMIT_S)

    def _write(self, job: Job, attempt: Attempt, taken: TakenIn, model_label: str) -> Take:
        store = self._book.store
        request = request_from_bytes(attempt.request)
        with store.write():
            spent = sum(entry.spent.micros for entry in store.ledger.of_attempt(attempt.id))
            take = Take(
                id=TakeId(self._clock.new_id()),
                shot_id=job.shot_id,
                number=store.takes.next_number(job.shot_id),
                tier=Tier(request.tier),
                source=attempt.provider,
                model_id=attempt.model_id,
                model_label=model_label,
                file=f"media/{taken.blob.path}",
                sha256=taken.blob.sha256,
                size_bytes=taken.blob.bytes,
                width=taken.facts.width,
                height=taken.facts.height,
                rate=taken.facts.rate,
                frames=taken.facts.frames,
                cost=Money(spent),
                times=self._times(job, attempt),
                made_by=job.asked_by,
                parent_id=job.parent_id,
                job_id=job.id,
                attempt_id=attempt.id,
                request=attempt.request,
                seed=request.seed,
            )
            store.takes.land(take, taken.poster)
            self._book.moved(attempt, AttemptState.STORED)
            self._book.job_ended(self._book.job(job.id), JobState.LANDED, take_id=take.id)
            self._book.event(EventKind.LANDED, job.shot_id, take.id)
            seconds = self._seconds(attempt)
            if seconds is not None:
                store.timings.add(attempt.model_id, max(request.width, request.height), request.frames, seconds)
        return take

    def _times(self, job: Job, attempt: Attempt) -> TakeTimes:
        row = self._book.attempt(attempt.id)
        return TakeTimes(job.asked_at, row.submitted_at, row.first_progress_at, row.done_at, self._clock.now())

    def _seconds(self, attempt: Attempt) -> float | None:
        row = self._book.attempt(attempt.id)
        if row.submitted_at is None or row.done_at is None:
            return None
        return max(0.0, (row.done_at - row.submitted_at).total_seconds())
