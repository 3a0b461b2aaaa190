"""Writing an attempt's way down: every step and its money in one transaction."""

from __future__ import annotations

import hashlib
import secrets

from studio.core.catalogue import ModelSpec, Quote
from studio.core.clock import Clock
from studio.core.event import Event, EventKind
from studio.core.ids import AttemptId, JobId, ShotId, TakeId
from studio.core.job import HOLDING, Attempt, AttemptState, Job, JobState, job_step, step
from studio.core.ledger import EntryKind, LedgerEntry, changes
from studio.core.money import Money
from studio.core.provider import Provider
from studio.services.needed import needed
from studio.store.store import Store


class AttemptBook:
    """The rows behind renders.

    Methods that say `within a transaction` need the caller's `store.write()` around them.
    """

    def __init__(self, store: Store, clock: Clock, person: str) -> None:
        self.store = store
        self._clock = clock
        self._person = person

    def job(self, job_id: JobId) -> Job:
        """A job as its row is now. Raises InvalidInputError when there is none."""
        return needed(self.store.jobs.get(job_id), "job")

    def attempt(self, attempt_id: AttemptId) -> Attempt:
        """An attempt as its row is now. Raises InvalidInputError when there is none."""
        return needed(self.store.jobs.attempt(attempt_id), "attempt")

    def open(self, job: Job, provider: Provider, model: ModelSpec, quote: Quote) -> Attempt:
        """W1, within a transaction: an attempt with the frozen request and its money set aside."""
        attempt = Attempt(
            id=AttemptId(self._clock.new_id()),
            job_id=job.id,
            provider=provider.name,
            base_url=provider.base_url,
            account_fp="",
            model_id=model.id,
            adapter_version=provider.adapter_version,
            price_revision=quote.price.revision,
            request=job.request,
            request_sha256=hashlib.sha256(job.request).hexdigest(),
            nonce=secrets.randbits(62),
            quote=quote.amount,
            state=AttemptState.RESERVED,
        )
        self.store.jobs.add_attempt(attempt)
        self._money(attempt, EntryKind.RESERVE, Money(), "price list", "{}")
        return attempt

    def submitting(self, attempt: Attempt, job: Job) -> None:
        """W2: the intent to send is on disk before the first byte leaves."""
        with self.store.write():
            now = self._clock.now()
            self._step(attempt, AttemptState.SUBMITTING, submitted_at=now)
            self.store.jobs.update(job.id, state=job_step(job.state, JobState.ACTIVE))

    def accepted(self, attempt: Attempt, remote_id: str) -> None:
        """W3: the provider's own id is on disk before anything else happens."""
        with self.store.write():
            self._step(attempt, AttemptState.ACCEPTED, remote_id=remote_id)

    def running(self, attempt: Attempt) -> None:
        """The first sign of life."""
        with self.store.write():
            self._step(attempt, AttemptState.RUNNING, first_progress_at=self._clock.now())

    def settled(self, attempt: Attempt, to: AttemptState, billed: Money, evidence: str, error: str = "") -> None:
        """W4, within a transaction: the outcome and its money, on the provider's word."""
        self._step(attempt, to, done_at=self._clock.now(), error_text=error)
        self._money(attempt, EntryKind.SETTLE, billed, attempt.provider, evidence)

    def rejected(self, attempt: Attempt, error: str) -> None:
        """Within a transaction: the provider refused before it took the request, so nothing is owed."""
        self._step(attempt, AttemptState.REJECTED, error_text=error)
        self._money(attempt, EntryKind.RELEASE, Money(), attempt.provider, "{}")

    def withdrawn(self, attempt: Attempt) -> None:
        """Within a transaction: it was never sent, so the money goes back."""
        self._step(attempt, AttemptState.CANCELLED)
        self._money(attempt, EntryKind.RELEASE, Money(), "not sent", "{}")

    def moved(self, attempt: Attempt, to: AttemptState) -> None:
        """Within a transaction: a step without money."""
        self._step(attempt, to)

    def closed(self, attempt: Attempt) -> None:
        """Within a transaction: end an attempt of the local engine that nobody draws; nothing is owed for it."""
        now = self.attempt(attempt.id)
        match now.state:
            case AttemptState.RESERVED:
                self.withdrawn(now)
            case AttemptState.SUBMITTING | AttemptState.UNKNOWN:
                if now.state is AttemptState.SUBMITTING:
                    self._step(now, AttemptState.UNKNOWN)
                self._step(now, AttemptState.NOT_RUN)
                self._money(now, EntryKind.RELEASE, Money(), "local engine", "{}")
            case AttemptState.DONE:
                self._step(now, AttemptState.LOST_OUTPUT)
            case state if state in HOLDING:
                self._step(now, AttemptState.FAILED, done_at=self._clock.now(), error_text="Nobody drew it any more.")
                self._money(now, EntryKind.SETTLE, Money(), "local engine", "{}")
            case _:
                return  # it has ended already

    def job_ended(self, job: Job, to: JobState, problem: str = "", take_id: TakeId | None = None) -> None:
        """Within a transaction: what became of the wish."""
        self.store.jobs.update(
            job.id, state=job_step(job.state, to), problem=problem, take_id=take_id, finished_at=self._clock.now()
        )

    def event(self, kind: EventKind, shot_id: ShotId, take_id: TakeId | None = None, detail: str = "") -> None:
        """Within a transaction: an act worth counting."""
        self.store.events.add(
            Event(self._clock.new_id(), kind, self._clock.now(), self._person, shot_id, take_id, detail)
        )

    def _step(self, attempt: Attempt, to: AttemptState, **columns: object) -> None:
        now = self.attempt(attempt.id).state
        self.store.jobs.update_attempt(attempt.id, state=step(now, to), **columns)

    def _money(self, attempt: Attempt, kind: EntryKind, actual: Money, source: str, evidence: str) -> None:
        held, spent = changes(kind, quote=attempt.quote, actual=actual)
        self.store.ledger.add(LedgerEntry(attempt.id, kind, held, spent, source, evidence, self._clock.now()))
