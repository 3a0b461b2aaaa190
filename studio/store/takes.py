"""Takes and their posters."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from studio.core.ids import AttemptId, JobId, ShotId, TakeId
from studio.core.money import Money
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier
from studio.store.connection import Database
from studio.store.kept import keep_takes
from studio.store.needed import not_here
from studio.store.tables import PosterRow, TakeRow
from studio.store.values import marks, moment, moment_or_none

COLUMNS = (
    "id, shot_id, number, tier, source, model_id, model_label, file, sha256, size_bytes, width, height, rate, frames, "
    "cost_micros, asked_at, sent_at, first_progress_at, done_at, landed_at, made_by, parent_id, job_id, attempt_id, "
    "request, seed, stars, rejected, missing, damaged"
)
CHANGEABLE = frozenset({"stars", "rejected", "missing", "damaged"})


class Takes:
    """Takes are added and marked, never removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, take_id: TakeId) -> Take:
        """A take by its id. Raises InvalidInputError when the project has none."""
        for take in self.some([take_id]):
            return take
        raise not_here("take")

    def some(self, take_ids: Iterable[TakeId]) -> list[Take]:
        """The takes of these ids that there are, in the order asked."""
        wanted = list(dict.fromkeys(take_ids))
        sql = f"SELECT {COLUMNS} FROM take WHERE id IN ({marks(len(wanted))})"
        found = {row[0]: _take(row) for row in self._database.rows(sql, wanted)}
        return [found[one] for one in wanted if one in found]

    def of_shot(self, shot_id: ShotId) -> list[Take]:
        """A shot's takes in order of their numbers."""
        sql = f"SELECT {COLUMNS} FROM take WHERE shot_id = ? ORDER BY number"
        return [_take(row) for row in self._database.rows(sql, (shot_id,))]

    def all(self) -> list[Take]:
        """Every take of the project, by shot and number."""
        return [_take(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM take ORDER BY shot_id, number")]

    def of_hash(self, sha256: str) -> list[Take]:
        """The takes whose file has this hash."""
        sql = f"SELECT {COLUMNS} FROM take WHERE sha256 = ? ORDER BY id"
        return [_take(row) for row in self._database.rows(sql, (sha256,))]

    def next_number(self, shot_id: ShotId) -> int:
        """The number that the shot's next take will have; numbers are never given twice."""
        row = self._database.row("SELECT coalesce(max(number), 0) + 1 FROM take WHERE shot_id = ?", (shot_id,))
        return row[0] if row else 1

    def land(self, take: Take, poster: bytes) -> None:
        """A new take with its poster (JPEG, "" for none yet), and what the card shows of it. Only inside a write."""
        self._database.insert(TakeRow, take_row(take))
        if poster:
            self._database.insert(PosterRow, {"take_id": take.id, "jpeg": poster})
        keep_takes(self._database, take.shot_id)

    def set_poster(self, take_id: TakeId, jpeg: bytes) -> None:
        """Another poster for a take, such as the settled one of a draft. Only inside a write."""
        self._database.run("INSERT OR REPLACE INTO poster (take_id, jpeg) VALUES (?, ?)", (take_id, jpeg))

    def update(self, take_id: TakeId, **columns: object) -> None:
        """Changes stars, rejected, missing or damaged. Raises ValueError for another column. Only inside a write."""
        if not columns.keys() <= CHANGEABLE:
            raise ValueError(f"a take never changes its {', '.join(sorted(columns.keys() - CHANGEABLE))}")
        self._database.update(TakeRow, take_id, columns)
        row = self._database.row("SELECT shot_id FROM take WHERE id = ?", (take_id,))
        if row is not None:
            keep_takes(self._database, row[0])

    def mark_missing(self, take_id: TakeId, missing: bool = True) -> None:
        """Notes that the take's file is gone, or is back. Only inside a write."""
        self.update(take_id, missing=missing)

    def mark_damaged(self, take_id: TakeId, damaged: bool = True) -> None:
        """Notes that the take's file is not what it was, or is again. Only inside a write."""
        self.update(take_id, damaged=damaged)

    def posters(self, take_ids: Iterable[TakeId]) -> dict[TakeId, bytes]:
        """The posters that there are, as JPEG."""
        wanted = list(take_ids)
        sql = f"SELECT take_id, jpeg FROM poster WHERE take_id IN ({marks(len(wanted))})"
        return {TakeId(take_id): jpeg for take_id, jpeg in self._database.rows(sql, wanted)}


def take_row(take: Take) -> dict[str, object]:
    """The columns of a take."""
    times = take.times
    return {
        "id": take.id,
        "shot_id": take.shot_id,
        "number": take.number,
        "tier": int(take.tier),
        "source": take.source,
        "model_id": take.model_id,
        "model_label": take.model_label,
        "file": take.file,
        "sha256": take.sha256,
        "size_bytes": take.size_bytes,
        "width": take.width,
        "height": take.height,
        "rate": f"{take.rate.numerator}/{take.rate.denominator}",
        "frames": take.frames,
        "cost_micros": take.cost,
        "asked_at": times.asked,
        "sent_at": times.sent,
        "first_progress_at": times.first_progress,
        "done_at": times.done,
        "landed_at": times.landed,
        "made_by": take.made_by,
        "parent_id": take.parent_id,
        "job_id": take.job_id,
        "attempt_id": take.attempt_id,
        "request": take.request,
        "seed": take.seed,
        "stars": take.stars,
        "rejected": take.rejected,
        "missing": take.missing,
        "damaged": take.damaged,
    }


def _take(row: tuple) -> Take:
    key, shot_id, number, tier, source, model_id, label, file, sha256, size, width, height, rate, frames, *rest = row
    cost, asked, sent, first_progress, done, landed, by, parent_id, job_id, attempt_id, request, seed, *marked = rest
    stars, rejected, missing, damaged = marked
    return Take(
        id=TakeId(key),
        shot_id=ShotId(shot_id),
        number=number,
        tier=Tier(tier),
        source=source,
        model_id=model_id,
        model_label=label,
        file=file,
        sha256=sha256,
        size_bytes=size,
        width=width,
        height=height,
        rate=Fraction(rate),
        frames=frames,
        cost=Money(cost),
        times=TakeTimes(
            moment(asked),
            moment_or_none(sent),
            moment_or_none(first_progress),
            moment_or_none(done),
            moment_or_none(landed),
        ),
        made_by=by,
        parent_id=parent_id and TakeId(parent_id),
        job_id=job_id and JobId(job_id),
        attempt_id=attempt_id and AttemptId(attempt_id),
        request=request,
        seed=seed,
        stars=stars,
        rejected=bool(rejected),
        missing=bool(missing),
        damaged=bool(damaged),
    )
