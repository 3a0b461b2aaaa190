"""The ledger's rows: added, summed, never changed."""

from __future__ import annotations

from studio.core.ids import AttemptId, ShotId
from studio.core.ledger import Balance, EntryKind, LedgerEntry, allowed
from studio.core.money import Money
from studio.store.connection import Database
from studio.store.kept import keep_spend
from studio.store.tables import LedgerRow
from studio.store.values import moment

COLUMNS = "attempt_id, kind, reserved_micros, spent_micros, source, evidence, at"
SUMS = "coalesce(sum(reserved_micros), 0), coalesce(sum(spent_micros), 0)"


class Ledger:
    """Money entries of the project, in the order they were written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: LedgerEntry) -> None:
        """One more entry. Raises LedgerError when it may not follow what its attempt has, LookupError for no such
        attempt.

        Only inside a write.
        """
        had = [one.kind for one in self.of_attempt(entry.attempt_id)]
        allowed(entry.kind, had)
        sql = "SELECT job.shot_id FROM attempt JOIN job ON job.id = attempt.job_id WHERE attempt.id = ?"
        row = self._database.row(sql, (entry.attempt_id,))
        if row is None:
            raise LookupError(entry.attempt_id)
        self._database.insert(LedgerRow, entry_row(entry, row[0], had.count(entry.kind)))
        keep_spend(self._database, row[0])

    def of_attempt(self, attempt_id: AttemptId) -> list[LedgerEntry]:
        """An attempt's entries."""
        sql = f"SELECT {COLUMNS} FROM ledger WHERE attempt_id = ? ORDER BY id"
        return [_entry(row) for row in self._database.rows(sql, (attempt_id,))]

    def rows(self) -> list[LedgerEntry]:
        """Every entry."""
        return [_entry(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM ledger ORDER BY id")]

    def total(self) -> Balance:
        """What the project holds and has spent."""
        row = self._database.row(f"SELECT {SUMS} FROM ledger")
        return _balance(row) if row else Balance()

    def by_shot(self) -> dict[ShotId, Balance]:
        """What each shot that has entries holds and has spent."""
        rows = self._database.rows(f"SELECT shot_id, {SUMS} FROM ledger GROUP BY shot_id")
        return {ShotId(row[0]): _balance(row[1:]) for row in rows}


def entry_row(entry: LedgerEntry, shot_id: ShotId, seq: int) -> dict[str, object]:
    """The columns of an entry; `seq` counts from 0 what its attempt has of its kind."""
    return {
        "attempt_id": entry.attempt_id,
        "shot_id": shot_id,
        "kind": entry.kind,
        "seq": seq,
        "reserved_micros": entry.reserved,
        "spent_micros": entry.spent,
        "source": entry.source,
        "evidence": entry.evidence,
        "at": entry.at,
    }


def _entry(row: tuple) -> LedgerEntry:
    attempt_id, kind, reserved, spent, source, evidence, at = row
    moneys = Money(reserved), Money(spent)
    return LedgerEntry(AttemptId(attempt_id), EntryKind(kind), *moneys, source, evidence, moment(at))


def _balance(row: tuple) -> Balance:
    return Balance(Money(row[0]), Money(row[1]))
