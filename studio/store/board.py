"""What the board is made of: the columns of its shots in one SELECT, and rows for the few that have work."""

from __future__ import annotations

from collections.abc import Sequence

from studio.core.ids import ShotId
from studio.store.connection import Database
from studio.store.shots import ON_BOARD
from studio.store.values import marks

# In the order of core.board.Card as far as it goes, so that a row is nearly a card.
COLUMNS = (
    "id, scene_id, code, rank, action, dialogue, notes, size, angle, lens_mm, move, height_m, pitch_deg, roll_deg, "
    "time_of_day, weather, camera_line, frames, best_tier, on_hold, omitted, approved, pick_id, pick_number, "
    "take_count, shown_id, shown_number, shown_mark, shown_stars, shown_missing, spend_micros, reference_count, "
    "delivery, work_job_id"
)
SELECT = f"SELECT {COLUMNS} FROM shot WHERE {ON_BOARD}"
_WORK = """
SELECT job.shot_id, job.id, job.state, job.tier, job.model_id, job.asked_at, job.problem,
       attempt.state, attempt.submitted_at,
       (SELECT coalesce(sum(reserved_micros), 0) FROM ledger WHERE ledger.attempt_id = attempt.id),
       (SELECT coalesce(sum(spent_micros), 0) FROM ledger WHERE ledger.attempt_id = attempt.id)
FROM shot CROSS JOIN job ON job.id = shot.work_job_id
LEFT JOIN attempt ON attempt.id = (SELECT max(id) FROM attempt WHERE attempt.job_id = job.id)
WHERE shot.work_job_id IS NOT NULL
"""


class BoardRows:
    """Rows for services.board, which makes cards of them. Rows are tuples in the order of COLUMNS."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shots(self) -> list[tuple]:
        """Every shot on the board, in no order."""
        return self._database.rows(SELECT)

    def some(self, shot_ids: Sequence[ShotId]) -> list[tuple]:
        """The shots of these ids that are on the board."""
        return self._database.rows(f"{SELECT} AND id IN ({marks(len(shot_ids))})", shot_ids)

    def binned(self) -> list[tuple]:
        """The shots in the bin, the newest first."""
        sql = f"SELECT {COLUMNS} FROM shot WHERE binned_at IS NOT NULL AND NOT withdrawn ORDER BY binned_at DESC, code"
        return self._database.rows(sql)

    def binned_count(self) -> int:
        """How many shots are in the bin."""
        return self._database.rows("SELECT count(*) FROM shot WHERE binned_at IS NOT NULL AND NOT withdrawn")[0][0]

    def anyone(self, shot_id: ShotId) -> tuple | None:
        """A shot, on the board or in the bin."""
        return self._database.row(f"SELECT {COLUMNS} FROM shot WHERE id = ? AND NOT withdrawn", (shot_id,))

    def work(self, shot_ids: Sequence[ShotId] | None = None) -> list[tuple]:
        """What is under way or went wrong, of every shot or of these.

        Shot, job, its state, tier, model, asked, problem; newest attempt's state, sent, micro-dollars held
        and spent.
        """
        if shot_ids is None:
            return self._database.rows(_WORK)
        return self._database.rows(f"{_WORK} AND shot.id IN ({marks(len(shot_ids))})", shot_ids)

    def line(self) -> list[str]:
        """The ids of the queued jobs, in line."""
        return [row[0] for row in self._database.rows("SELECT id FROM job WHERE state = 'queued' ORDER BY place, id")]
