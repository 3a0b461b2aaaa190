"""How long models usually take: in the account, since machine and network are the same in every project."""

from __future__ import annotations

from studio.store.connection import Database

KEPT = 200
NEWEST = 50


class Timings:
    """Times of finished jobs by model and size (long side in pixels)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, model_id: str, long_side: int, frames: int, seconds: float) -> None:
        """One more finished job that took `seconds`. Only inside a write."""
        self._database.run(
            "INSERT INTO account.timing (model_id, long_side, frames, seconds) VALUES (?, ?, ?, ?)",
            (model_id, long_side, frames, seconds),
        )
        self._database.run(
            "DELETE FROM account.timing WHERE model_id = ? AND long_side = ? AND id NOT IN "
            "(SELECT id FROM account.timing WHERE model_id = ? AND long_side = ? ORDER BY id DESC LIMIT ?)",
            (model_id, long_side, model_id, long_side, KEPT),
        )

    def usual(self, model_id: str, long_side: int) -> float | None:
        """The median of the newest times in seconds, None while there is none."""
        return self.quantile(model_id, long_side, 0.5)

    def slow(self, model_id: str, long_side: int) -> float | None:
        """What nine jobs in ten stay under, in seconds, None while there is none."""
        return self.quantile(model_id, long_side, 0.9)

    def quantile(self, model_id: str, long_side: int, share: float) -> float | None:
        """The time that `share` (0–1) of the newest jobs stay under, read between neighbours; None while there is
        none.
        """
        if not self._database.has_account:
            return None
        sql = "SELECT seconds FROM account.timing WHERE model_id = ? AND long_side = ? ORDER BY id DESC LIMIT ?"
        times = sorted(row[0] for row in self._database.rows(sql, (model_id, long_side, NEWEST)))
        if not times:
            return None
        whole, rest = divmod((len(times) - 1) * share, 1)
        low, high = times[int(whole)], times[min(int(whole) + 1, len(times) - 1)]
        return low + (high - low) * rest
