"""Jobs and their attempts."""

from __future__ import annotations

from studio.core.ids import AttemptId, JobId, ShotId, TakeId
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.money import Money
from studio.core.tier import Tier
from studio.store.connection import Database
from studio.store.kept import keep_work
from studio.store.needed import not_here
from studio.store.tables import AttemptRow, JobRow
from studio.store.values import moment, moment_or_none

JOB = (
    "id, shot_id, tier, model_id, state, place, request, asked_at, asked_by, parent_id, take_id, finished_at, problem, "
    "cancel_wanted"
)
ATTEMPT = (
    "id, job_id, provider, base_url, account_fp, model_id, adapter_version, price_revision, request, request_sha256, "
    "nonce, quote_micros, state, remote_id, submitted_at, first_progress_at, done_at, error_class, error_text"
)
UNFINISHED = f"('{JobState.QUEUED.value}', '{JobState.ACTIVE.value}')"


class Jobs:
    """What is wished for and what was sent. Which state may follow which is the caller's care (core.job)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: Job) -> None:
        """A new job. Only inside a write."""
        self._database.insert(JobRow, job_row(job))
        keep_work(self._database, job.shot_id)

    def get(self, job_id: JobId) -> Job:
        """A job by its id. Raises InvalidInputError when the project has none."""
        row = self._database.row(f"SELECT {JOB} FROM job WHERE id = ?", (job_id,))
        if row is None:
            raise not_here("job")
        return _job(row)

    def update(self, job_id: JobId, **columns: object) -> None:
        """Changes columns named as in core.job.Job. Raises KeyError for an unknown job. Only inside a write."""
        self._database.update(JobRow, job_id, columns)
        row = self._database.row("SELECT shot_id FROM job WHERE id = ?", (job_id,))
        if row is not None:
            keep_work(self._database, row[0])

    def queued(self) -> list[Job]:
        """The jobs in line, in order of their places."""
        sql = f"SELECT {JOB} FROM job WHERE state = ? ORDER BY place, id"
        return [_job(row) for row in self._database.rows(sql, (JobState.QUEUED.value,))]

    def unfinished(self) -> list[Job]:
        """The jobs in line and under way, in order of their places."""
        return [
            _job(row)
            for row in self._database.rows(f"SELECT {JOB} FROM job WHERE state IN {UNFINISHED} ORDER BY place, id")
        ]

    def of_shot(self, shot_id: ShotId) -> list[Job]:
        """Every job of a shot, the oldest first."""
        sql = f"SELECT {JOB} FROM job WHERE shot_id = ? ORDER BY asked_at, id"
        return [_job(row) for row in self._database.rows(sql, (shot_id,))]

    def count_queued(self) -> int:
        """How many jobs are in line."""
        return self._database.rows("SELECT count(*) FROM job WHERE state = ?", (JobState.QUEUED.value,))[0][0]

    def last_place(self) -> str | None:
        """The place at the end of the line, None while nobody waits."""
        return self._one_place("max")

    def first_place(self) -> str | None:
        """The place at the head of the line, None while nobody waits."""
        return self._one_place("min")

    def add_attempt(self, attempt: Attempt) -> None:
        """A new attempt. Raises sqlalchemy's IntegrityError for a nonce that was used. Only inside a write."""
        self._database.insert(AttemptRow, attempt_row(attempt))

    def update_attempt(self, attempt_id: AttemptId, **columns: object) -> None:
        """Changes columns named as in core.job.Attempt. Raises KeyError for an unknown attempt. Only inside a write."""
        self._database.update(AttemptRow, attempt_id, columns)

    def attempt(self, attempt_id: AttemptId) -> Attempt:
        """An attempt by its id. Raises InvalidInputError when the project has none."""
        row = self._database.row(f"SELECT {ATTEMPT} FROM attempt WHERE id = ?", (attempt_id,))
        if row is None:
            raise not_here("attempt")
        return _attempt(row)

    def attempts(self, job_id: JobId) -> list[Attempt]:
        """A job's attempts, the oldest first."""
        sql = f"SELECT {ATTEMPT} FROM attempt WHERE job_id = ? ORDER BY id"
        return [_attempt(row) for row in self._database.rows(sql, (job_id,))]

    def _one_place(self, which: str) -> str | None:
        row = self._database.row(f"SELECT {which}(place) FROM job WHERE state IN {UNFINISHED}")
        return row[0] if row else None


def job_row(job: Job) -> dict[str, object]:
    """The columns of a job."""
    values: dict[str, object] = {name: getattr(job, name) for name in JOB.split(", ")}
    return values | {"tier": int(job.tier)}


def attempt_row(attempt: Attempt) -> dict[str, object]:
    """The columns of an attempt."""
    names = [name for name in ATTEMPT.split(", ") if name != "quote_micros"]
    values: dict[str, object] = {name: getattr(attempt, name) for name in names}
    return values | {"quote_micros": attempt.quote}


def _job(row: tuple) -> Job:
    key, shot_id, tier, model_id, state, place, request, asked, by, parent_id, take_id, finished, problem, cancel = row
    return Job(
        id=JobId(key),
        shot_id=ShotId(shot_id),
        tier=Tier(tier),
        model_id=model_id,
        state=JobState(state),
        place=place,
        request=request,
        asked_at=moment(asked),
        asked_by=by,
        parent_id=parent_id and TakeId(parent_id),
        take_id=take_id and TakeId(take_id),
        finished_at=moment_or_none(finished),
        problem=problem,
        cancel_wanted=bool(cancel),
    )


def _attempt(row: tuple) -> Attempt:
    key, job_id, provider, base_url, account_fp, model_id, adapter, revision, request, sha256, nonce, quote, *rest = row
    state, remote_id, submitted, first_progress, done, error_class, error_text = rest
    return Attempt(
        id=AttemptId(key),
        job_id=JobId(job_id),
        provider=provider,
        base_url=base_url,
        account_fp=account_fp,
        model_id=model_id,
        adapter_version=adapter,
        price_revision=revision,
        request=request,
        request_sha256=sha256,
        nonce=nonce,
        quote=Money(quote),
        state=AttemptState(state),
        remote_id=remote_id,
        submitted_at=moment_or_none(submitted),
        first_progress_at=moment_or_none(first_progress),
        done_at=moment_or_none(done),
        error_class=error_class,
        error_text=error_text,
    )
