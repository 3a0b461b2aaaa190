"""Renders: draft, promote, cancel, retry. What a person asks for becomes rows first and work after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from studio.core.board import Change
from studio.core.catalogue import Catalogue, ModelSpec, quote
from studio.core.clock import Clock
from studio.core.compose import ShotContext, compose_request, promote_request
from studio.core.errors import InvalidInputError, RequestError
from studio.core.event import EventKind
from studio.core.ids import JobId, ShotId, TakeId
from studio.core.job import Job, JobState
from studio.core.money import Money
from studio.core.ordering import between
from studio.core.promotion import Promotion
from studio.core.provider import Provider
from studio.core.render import RenderRequest, request_from_bytes, with_seed
from studio.core.tier import Tier
from studio.services.changes import Changes
from studio.services.needed import needed
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.carrying import what_changes, what_stays
from studio.services.renders.live import LiveJobs
from studio.services.renders.report import JobReport
from studio.services.renders.scheduler import Scheduler

MOST_AT_ONCE = 20


class Renders:
    """Asks for takes of one project. `context_of` gives a shot with all that a request is composed of."""

    def __init__(
        self,
        book: AttemptBook,
        scheduler: Scheduler,
        live: LiveJobs,
        changes: Changes,
        catalogue: Catalogue,
        providers: Mapping[str, Provider],
        context_of: Callable[[ShotId], ShotContext],
        clock: Clock,
        person: str,
    ) -> None:
        self._book = book
        self._store = book.store
        self._scheduler = scheduler
        self._live = live
        self._changes = changes
        self._catalogue = catalogue
        self._providers = providers
        self._context_of = context_of
        self._clock = clock
        self._person = person

    async def draft(
        self, shot_ids: Iterable[ShotId], model_id: str | None = None, count: int = 1, seed: int | None = None
    ) -> tuple[JobId, ...]:
        """Queue `count` (1–20) drafts of each shot; all or none. Raises RequestError naming the field,
        InvalidInputError.

        Without `seed` each take gets its own, counted up from the shot's takes, so that drafts differ and can be made
        again.
        """
        if not 1 <= count <= MOST_AT_ONCE:
            raise InvalidInputError(f"{count} drafts at once cannot be asked for.", f"Ask for 1 to {MOST_AT_ONCE}.")
        model = self._model(model_id, Tier.DISCOVERY)
        wishes: list[tuple[RenderRequest, TakeId | None]] = []
        for shot_id in shot_ids:
            first = seed if seed is not None else self._next_seed(shot_id)
            request = compose_request(self._context_of(shot_id), model, Tier.DISCOVERY, first)
            wishes += [(with_seed(request, first + number), None) for number in range(count)]
        return self._queue(wishes, model, EventKind.DRAFTED)

    async def promotion(self, take_id: TakeId, model_id: str | None = None) -> Promotion:
        """What promoting a take would keep, change and cost. Raises RequestError when it cannot go higher."""
        take = needed(self._store.takes.get(take_id), "take")
        tier = take.tier.above
        if tier is None:
            raise RequestError(f"Take {take.number} is premium already.", "There is no tier above it.")
        model = self._model(model_id, tier)
        request = promote_request(take, model, tier)
        before = request_from_bytes(take.request)
        return Promotion(
            take=take,
            target=model,
            choices=self._catalogue.of_tier(tier),
            stays=what_stays(before, request),
            changes=what_changes(before, request, take.model_label, model.label),
            quote=quote(model, request.seconds),
            usual_s=self._store.timings.usual(model.id, model.long_side),
        )

    async def promote(self, take_id: TakeId, model_id: str | None = None) -> JobId:
        """Queue the take's own request one tier up. Raises RequestError."""
        promotion = await self.promotion(take_id, model_id)
        tier = Tier(promotion.take.tier + 1)
        request = promote_request(promotion.take, promotion.target, tier)
        return self._queue([(request, take_id)], promotion.target, EventKind.PROMOTED)[0]

    async def cancel(self, job_ids: Iterable[JobId]) -> None:
        """Withdraw queued jobs; ask running ones to stop."""
        shots: set[ShotId] = set()
        running: list[Job] = []
        with self._store.write():
            for job in (self._book.job(job_id) for job_id in job_ids):
                shots.add(job.shot_id)
                if job.state is JobState.QUEUED:
                    self._book.withdrawn(self._store.jobs.attempts(job.id)[-1])
                    self._book.job_ended(job, JobState.CANCELLED)
                elif job.state is JobState.ACTIVE:
                    self._store.jobs.update(job.id, cancel_wanted=True)
                    running.append(job)
        for job in running:
            await self._scheduler.cancel(job)
        self._changes.publish(Change(shots=frozenset(shots), ledger=True))

    async def retry(self, job_ids: Iterable[JobId]) -> tuple[JobId, ...]:
        """Ask again for failed or refused jobs: the same frozen request as a new job with its own money."""
        made: list[JobId] = []
        for job in (self._book.job(job_id) for job_id in job_ids):
            if job.state not in (JobState.FAILED, JobState.REFUSED, JobState.CANCELLED):
                raise InvalidInputError("Only a job that failed can be asked for again.")
            model = self._catalogue.get(job.model_id)
            wish = (request_from_bytes(job.request), job.parent_id)
            kind = EventKind.PROMOTED if job.parent_id else EventKind.DRAFTED
            made += self._queue([wish], model, kind)
        return tuple(made)

    async def prefer(self, job_ids: Sequence[JobId]) -> None:
        """Put queued jobs to the front, in the order given."""
        with self._store.write():
            first = self._store.jobs.first_place()
            for job_id in reversed(job_ids):
                if self._book.job(job_id).state is JobState.QUEUED:
                    first = between(None, first)
                    self._store.jobs.update(job_id, place=first)
        # Everybody's place in line has moved.
        self._changes.publish(Change(shots=frozenset(job.shot_id for job in self._store.jobs.queued())))

    def paused(self) -> str:
        """Why the queue stands still, as a sentence; empty while it goes on. It goes on by itself when it can."""
        return self._scheduler.paused

    async def why_paused(self) -> str:
        """`paused`, for whoever asks from another thread."""
        return self.paused()

    async def resume(self) -> int:
        """Try at once to go on after a pause; how many jobs were put back on their way."""
        return self._scheduler.resume()

    def running(self) -> int:
        """How many jobs are under way."""
        return len(self._scheduler.running())

    async def waiting(self) -> int:
        """How many jobs wait in the queue."""
        return len(self._store.board.line())

    async def idle(self) -> None:
        """Wait until the queue has run dry."""
        await self._scheduler.idle()

    async def usual_times(self) -> dict[str, float]:
        """The seconds that a job of each model usually takes, of those that have ever finished one."""
        times = {model.id: self._store.timings.usual(model.id, model.long_side) for model in self._catalogue.models}
        return {model_id: seconds for model_id, seconds in times.items() if seconds is not None}

    async def next_end(self) -> None:
        """Wait until one more running job has ended; at once when none runs."""
        await self._scheduler.next_end()

    async def picture(self, job_id: JobId) -> bytes:
        """The first picture of a running job as JPEG, empty while there is none."""
        return self._live.picture(job_id)

    async def wait_for(self, job_ids: Sequence[JobId], tell: Callable[[int], None]) -> int:
        """Wait until these jobs have ended; `tell` hears how many have. Returns how many never will by themselves:
        the queue is paused, or nobody here can make them.
        """
        while left := await self.unfinished(job_ids):
            tell(len(job_ids) - left)
            if not self._scheduler.running():
                break
            await self._scheduler.next_end()
        tell(len(job_ids) - left)
        return left

    async def unfinished(self, job_ids: Iterable[JobId]) -> int:
        """How many of these jobs are still queued or under way."""
        states = (self._book.job(job_id).state for job_id in job_ids)
        return sum(1 for state in states if state in (JobState.QUEUED, JobState.ACTIVE))

    async def report(self, job_id: JobId) -> JobReport:
        """What became of a job."""
        job = self._book.job(job_id)
        attempts = self._store.jobs.attempts(job_id)
        take = self._store.takes.get(job.take_id) if job.take_id else None
        shot = needed(self._store.shots.get(job.shot_id), "shot")
        spent = sum(entry.spent.micros for one in attempts for entry in self._store.ledger.of_attempt(one.id))
        return JobReport(
            job_id,
            shot.code,
            job.state,
            attempts[-1].state if attempts else None,
            take.number if take else None,
            Money(spent),
            job.problem,
        )

    def _next_seed(self, shot_id: ShotId) -> int:
        """Counted up from the shot's takes, those that are still to come included: no draft is drawn twice."""
        coming = sum(1 for job in self._store.jobs.of_shot(shot_id) if job.state in (JobState.QUEUED, JobState.ACTIVE))
        return self._store.takes.next_number(shot_id) + coming

    def _model(self, model_id: str | None, tier: Tier) -> ModelSpec:
        model = self._catalogue.get(model_id) if model_id else self._catalogue.default(tier)
        if tier not in model.tiers:
            raise RequestError(f"Model: {model.label} does not {tier.act.lower()}.", "Choose a model of that tier.")
        if model.provider not in self._providers:
            raise RequestError(f"Model: {model.label} needs the provider {model.provider!r}, which is not set up.")
        return model

    def _queue(
        self, wishes: list[tuple[RenderRequest, TakeId | None]], model: ModelSpec, kind: EventKind
    ) -> tuple[JobId, ...]:
        made: list[JobId] = []
        with self._store.write():
            place = self._store.jobs.last_place()
            for request, parent_id in wishes:
                place = between(place, None)
                job = Job(
                    id=JobId(self._clock.new_id()),
                    shot_id=request.shot_id,
                    tier=Tier(request.tier),
                    model_id=model.id,
                    state=JobState.QUEUED,
                    place=place,
                    request=request.to_bytes(),
                    asked_at=self._clock.now(),
                    asked_by=self._person,
                    parent_id=parent_id,
                )
                self._store.jobs.add(job)
                self._book.open(job, self._providers[model.provider], model, quote(model, request.seconds))
                self._book.event(kind, job.shot_id, parent_id, model.id)
                made.append(job.id)
        self._scheduler.poke()
        shots = frozenset(request.shot_id for request, _ in wishes)
        self._changes.publish(Change(shots=shots, ledger=True))
        return tuple(made)
