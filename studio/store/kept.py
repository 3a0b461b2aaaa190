"""The columns of a shot that repeat what other tables say, reckoned in the transaction that changes those tables."""

from __future__ import annotations

from studio.core.ids import ShotId
from studio.core.job import JobState
from studio.core.tier import Tier, mark_of
from studio.store.connection import Database

_TAKES = """
UPDATE shot SET take_count = ?, best_tier = ?, pick_number = ?, shown_id = ?, shown_number = ?, shown_mark = ?,
shown_stars = ?, shown_missing = ? WHERE id = ?
"""


def keep_takes(database: Database, shot_id: ShotId) -> None:
    """Count, best tier, pick's number and the shown take: the pick, else the newest not rejected, else the newest."""
    takes = database.rows(
        "SELECT id, number, tier, source, stars, missing, rejected FROM take WHERE shot_id = ? ORDER BY number DESC",
        (shot_id,),
    )
    pick = database.row("SELECT pick_id FROM shot WHERE id = ?", (shot_id,))
    pick_id = pick[0] if pick else None
    picked = next((take for take in takes if take[0] == pick_id), None)
    shown = picked or next((take for take in takes if not take[6]), takes[0] if takes else None)
    best = max((take[2] for take in takes), default=None)
    look = (None, None, None, 0, 0)
    if shown is not None:
        key, number, tier, source, stars, missing, _ = shown
        look = (key, number, mark_of(Tier(tier), source).value, stars, missing)
    database.run(_TAKES, (len(takes), best, picked[1] if picked else None, *look, shot_id))


def keep_references(database: Database, shot_id: ShotId) -> None:
    """How many references guide the shot."""
    count = "SELECT count(*) FROM reference WHERE shot_id = shot.id AND NOT withdrawn"
    database.run(f"UPDATE shot SET reference_count = ({count}) WHERE id = ?", (shot_id,))


def keep_spend(database: Database, shot_id: ShotId) -> None:
    """What the shot has cost."""
    spent = "SELECT coalesce(sum(spent_micros), 0) FROM ledger WHERE shot_id = shot.id"
    database.run(f"UPDATE shot SET spend_micros = ({spent}) WHERE id = ?", (shot_id,))


def keep_work(database: Database, shot_id: ShotId) -> None:
    """The job that the card shows: what is under way, else what is next in line, else the newest when it came to
    nothing.
    """
    unfinished = database.row(
        "SELECT id FROM job WHERE shot_id = ? AND state IN (?, ?) ORDER BY state = ? DESC, place, id",
        (shot_id, JobState.ACTIVE.value, JobState.QUEUED.value, JobState.ACTIVE.value),
    )
    newest = unfinished or database.row(
        "SELECT CASE WHEN state IN (?, ?) THEN id END FROM job WHERE shot_id = ? AND state <> ? "
        "ORDER BY asked_at DESC, id DESC",
        (JobState.REFUSED.value, JobState.FAILED.value, shot_id, JobState.CANCELLED.value),
    )
    database.run("UPDATE shot SET work_job_id = ? WHERE id = ?", (newest[0] if newest else None, shot_id))
