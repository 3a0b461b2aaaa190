"""Many finished jobs at once, for projects that are generated or brought in whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.core.job import Attempt, Job
from studio.core.ledger import LedgerEntry
from studio.core.take import Take
from studio.store.connection import Database
from studio.store.jobs import attempt_row, job_row
from studio.store.kept import keep_references, keep_takes, keep_work
from studio.store.ledger import entry_row
from studio.store.tables import AttemptRow, JobRow, LedgerRow, PosterRow, TakeRow
from studio.store.takes import take_row


@dataclass(frozen=True, slots=True)
class Landed:
    """A take with the job, the attempt and the money that led to it; each entry's kind appears once."""

    job: Job
    attempt: Attempt
    entries: tuple[LedgerEntry, ...]
    take: Take
    poster: bytes = b""


class Bulk:
    """Writes whole histories with a few statements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def land(self, landed: Sequence[Landed]) -> None:
        """Adds finished takes with all that led to them, and brings their shots' kept columns up to date. Only inside
        a write.
        """
        self._database.insert_many(JobRow, [job_row(one.job) for one in landed])
        self._database.insert_many(AttemptRow, [attempt_row(one.attempt) for one in landed])
        entries = [entry_row(entry, one.job.shot_id, 0) for one in landed for entry in one.entries]
        self._database.insert_many(LedgerRow, entries)
        self._database.insert_many(TakeRow, [take_row(one.take) for one in landed])
        posters = [{"take_id": one.take.id, "jpeg": one.poster} for one in landed if one.poster]
        self._database.insert_many(PosterRow, posters)
        self._database.run(
            "UPDATE shot SET spend_micros = "
            "(SELECT coalesce(sum(spent_micros), 0) FROM ledger WHERE ledger.shot_id = shot.id)"
        )
        for shot_id in {one.job.shot_id for one in landed}:
            keep_takes(self._database, shot_id)
            keep_references(self._database, shot_id)
            keep_work(self._database, shot_id)
