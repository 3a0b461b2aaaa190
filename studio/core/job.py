"""Jobs and attempts: which state may follow which. A job is one wish for one take; an attempt is one paid submit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from studio.core.ids import AttemptId, JobId, ShotId, TakeId
from studio.core.money import Money
from studio.core.tier import Tier


class JobState(StrEnum):
    """What has become of the wish."""

    QUEUED = "queued"
    ACTIVE = "active"
    LANDED = "landed"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"


class AttemptState(StrEnum):
    """Where one submit stands. Money is set aside from RESERVED until a settled state."""

    RESERVED = "reserved"
    SUBMITTING = "submitting"
    ACCEPTED = "accepted"
    RUNNING = "running"
    STALLED = "stalled"
    UNKNOWN = "unknown"
    UNKNOWN_REMOTE = "unknown_remote"
    DONE = "done"
    STORED = "stored"
    REJECTED = "rejected"
    FAILED = "failed"
    MODERATED = "moderated"
    CANCELLED = "cancelled"
    EMPTY = "empty"
    LOST_OUTPUT = "lost_output"
    NOT_RUN = "not_run"
    WRITTEN_OFF = "written_off"


_A = AttemptState
_ENDINGS = frozenset({_A.DONE, _A.FAILED, _A.MODERATED, _A.CANCELLED, _A.EMPTY})
_WATCHED = frozenset({_A.RUNNING, _A.STALLED, _A.UNKNOWN_REMOTE})

# RESERVED may go to CANCELLED because nothing was sent; SUBMITTING goes back to RESERVED only when the submit
# provably never left.
STEPS: dict[AttemptState, frozenset[AttemptState]] = {
    _A.RESERVED: frozenset({_A.SUBMITTING, _A.CANCELLED}),
    _A.SUBMITTING: frozenset({_A.ACCEPTED, _A.REJECTED, _A.RESERVED, _A.UNKNOWN}),
    _A.UNKNOWN: frozenset({_A.ACCEPTED, _A.NOT_RUN, _A.WRITTEN_OFF}),
    _A.ACCEPTED: _WATCHED | _ENDINGS,
    _A.RUNNING: _WATCHED - {_A.RUNNING} | _ENDINGS,
    _A.STALLED: _WATCHED - {_A.STALLED} | _ENDINGS,
    _A.UNKNOWN_REMOTE: _WATCHED - {_A.UNKNOWN_REMOTE} | _ENDINGS,
    _A.DONE: frozenset({_A.STORED, _A.LOST_OUTPUT}),
}

JOB_STEPS: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.ACTIVE, JobState.CANCELLED}),
    JobState.ACTIVE: frozenset(
        {JobState.QUEUED, JobState.LANDED, JobState.REFUSED, JobState.FAILED, JobState.CANCELLED}
    ),
}

HOLDING = frozenset({_A.RESERVED, _A.SUBMITTING, _A.UNKNOWN, _A.ACCEPTED}) | _WATCHED


class StepError(ValueError):
    """A step that the table does not have: a bug, never a vendor's doing."""


def step(now: AttemptState, to: AttemptState) -> AttemptState:
    """`to`, when the table allows it after `now`. Raises StepError."""
    if to not in STEPS.get(now, frozenset()):
        raise StepError(f"an attempt cannot go from {now} to {to}")
    return to


def job_step(now: JobState, to: JobState) -> JobState:
    """`to`, when the table allows it after `now`. Raises StepError."""
    if to not in JOB_STEPS.get(now, frozenset()):
        raise StepError(f"a job cannot go from {now} to {to}")
    return to


@dataclass(frozen=True, slots=True)
class Job:
    """One wish for one take. `place` orders the queue (a key of core.ordering); `request` is frozen before anything
    is sent.
    """

    id: JobId
    shot_id: ShotId
    tier: Tier
    model_id: str
    state: JobState
    place: str
    request: bytes
    asked_at: datetime
    asked_by: str
    parent_id: TakeId | None = None
    take_id: TakeId | None = None
    finished_at: datetime | None = None
    problem: str = ""
    cancel_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """One submit, with all that resuming it needs. `nonce` is unique and tells identical requests apart at the
    provider.
    """

    id: AttemptId
    job_id: JobId
    provider: str
    base_url: str
    account_fp: str
    model_id: str
    adapter_version: str
    price_revision: str
    request: bytes
    request_sha256: str
    nonce: int
    quote: Money
    state: AttemptState
    remote_id: str | None = None
    submitted_at: datetime | None = None
    first_progress_at: datetime | None = None
    done_at: datetime | None = None
    error_class: str = ""
    error_text: str = ""
