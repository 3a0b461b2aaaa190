"""The open store: one project's database with its queries by subject."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from studio.store.backups import structure_problems
from studio.store.board import BoardRows
from studio.store.bulk import Bulk
from studio.store.connection import Database
from studio.store.deliveries import Deliveries
from studio.store.events import Events
from studio.store.folder import FolderLock
from studio.store.jobs import Jobs
from studio.store.ledger import Ledger
from studio.store.patches import Patches
from studio.store.previews import Previews
from studio.store.references import References
from studio.store.scenes import Scenes
from studio.store.shots import Shots
from studio.store.takes import Takes
from studio.store.timings import Timings


class Store:
    """What services hold. Reads may be called at any time, writes only inside `with store.write():`; one thread uses
    it.

    `notices` are sentences for the person from the opening, such as why it is read-only.
    """

    def __init__(
        self, database: Database, previews: Previews, lock: FolderLock | None, notices: tuple[str, ...] = ()
    ) -> None:
        self._database = database
        self._lock = lock
        self.folder = database.folder
        self.read_only = database.read_only
        self.unclean = lock is not None and lock.unclean
        self.notices = notices
        self.scenes = Scenes(database)
        self.shots = Shots(database)
        self.references = References(database)
        self.takes = Takes(database)
        self.jobs = Jobs(database)
        self.ledger = Ledger(database)
        self.events = Events(database)
        self.deliveries = Deliveries(database)
        self.timings = Timings(database)
        self.board = BoardRows(database)
        self.patches = Patches(database)
        self.bulk = Bulk(database)
        self.previews = previews

    def write(self) -> AbstractContextManager[None]:
        """One transaction: all of it is kept, or nothing.

        Raises ReadOnlyError, ProjectError when the disk refuses, and NestedWriteError inside another write.
        """
        return self._database.write()

    @contextmanager
    def read(self) -> Iterator[None]:
        """Several reads that see one state: nothing lands between them."""
        with self._database.snapshot():
            yield

    def problems(self) -> list[str]:
        """What SQLite finds wrong in the project's own file, as sentences; empty when it is sound."""
        found = [str(row[0]) for row in self._database.rows("PRAGMA main.integrity_check(20)")]
        sentences = [] if found == ["ok"] else [f"The database is damaged: {one}." for one in found]
        loose = self._database.rows("PRAGMA main.foreign_key_check")
        return sentences + [f"A row of the table {row[0]} belongs to a {row[2]} that is not there." for row in loose]

    def structure_problems(self) -> tuple[str, ...]:
        """What SQLite's full check finds wrong, in sentences; empty when all is well."""
        return structure_problems(self._database)

    def pages(self) -> int:
        """How many pages of the disk the database takes."""
        return self._database.rows("PRAGMA page_count")[0][0]

    def rows_written(self) -> int:
        """How many rows were written since the opening, for those who count what an act costs."""
        return self._database.rows("SELECT total_changes()")[0][0]

    def limit_pages(self, most: int) -> None:
        """From now on the database may take no more pages than this; what needs more finds the disk full."""
        self._database.rows(f"PRAGMA max_page_count={int(most)}")

    def close(self) -> None:
        """Lets go of the files and gives the folder back in good order."""
        self.previews.close()
        self._database.close()
        if self._lock is not None:
            self._lock.release()
