"""Opening a project folder: lock, look, back up, migrate, and only then let it be used."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from studio.core.clock import Clock
from studio.core.errors import ProjectError
from studio.core.project import Project
from studio.store import schema
from studio.store.backups import back_up, daily_backup, last_good
from studio.store.connection import Database, finish_cut_off_commit
from studio.store.folder import DATABASE, PREVIEWS, FolderLock, make_folder, make_rooms, why_not_writable
from studio.store.previews import Previews
from studio.store.store import Store
from studio.store.trouble import DamagedError


def create_store(folder: Path, project: Project, account: Path, clock: Clock, person: str) -> Store:
    """A new project folder, made by running every migration on an empty file. Raises ProjectError when it cannot be
    made.
    """
    make_folder(folder)
    lock = FolderLock(folder)
    lock.take()
    try:
        database = Database(folder / DATABASE, _account(account), read_only=False)
        schema.migrate(database, "project", schema.PROJECT_SCHEMA)
        store = Store(database, Previews(folder / PREVIEWS, read_only=False), lock)
        with store.write():
            store.scenes.add_project(project, clock.now(), person)
    except BaseException:
        lock.release()
        raise
    return store


def open_store(folder: Path, account: Path, clock: Clock, *, read_only: bool = False) -> Store:
    """An existing project. Where the folder or the file's age allow no writing it opens for reading, and `notices`
    says why.

    Raises ProjectLockedError when somebody else writes in it, ProjectError when there is none or it is damaged; a
    damaged file is never touched.
    """
    if not (folder / DATABASE).is_file():
        raise ProjectError(f"There is no project in {folder.name}.", "Choose a folder whose name ends in .shotboard.")
    finish_cut_off_commit(folder / DATABASE)
    why = "" if read_only else why_not_writable(folder)
    if read_only or why:
        return _open_reading(folder, account, why)
    lock = FolderLock(folder)
    lock.take()
    try:
        return _open_writing(folder, account, clock, lock)
    except BaseException:
        lock.release()
        raise


def _open_writing(folder: Path, account: Path, clock: Clock, lock: FolderLock) -> Store:
    number = _look(folder)
    if number > schema.PROJECT_SCHEMA:
        lock.release()
        return _open_reading(folder, account, "")
    make_rooms(folder)
    database = Database(folder / DATABASE, _account(account), read_only=False)
    notices: tuple[str, ...] = ()
    try:
        schema.migrate(
            database,
            "project",
            schema.PROJECT_SCHEMA,
            before=lambda: back_up(database, clock.now(), f"before-{schema.PROJECT_SCHEMA}"),
        )
        try:
            daily_backup(database, clock.now())
        except ProjectError as error:
            notices = (str(error),)
        return Store(database, Previews(folder / PREVIEWS, read_only=False), lock, notices)
    except BaseException:
        database.close()
        raise


def _open_reading(folder: Path, account: Path, why: str) -> Store:
    number = _look(folder)
    if number > schema.PROJECT_SCHEMA:
        why = f"{folder.name} was written by a newer Shotboard, so it is open for reading only; update to change it."
    elif number < schema.PROJECT_SCHEMA:
        raise ProjectError(
            f"{folder.name} was written by an older Shotboard and has to be brought up to date first.",
            "Open it once for writing.",
        )
    database = Database(folder / DATABASE, _account_for_reading(account), read_only=True, why_read_only=why)
    return Store(database, Previews(folder / PREVIEWS, read_only=True), None, (why,) if why else ())


def _look(folder: Path) -> int:
    """The file's schema number, once SQLite's own check has found it sound. Raises ProjectError when it is damaged."""
    try:
        database = Database(folder / DATABASE, None, read_only=True)
        try:
            number = schema.version(database)
            sound = database.row("PRAGMA quick_check(1)") == ("ok",)
        finally:
            database.close()
    except DamagedError:
        number, sound = 0, False
    if sound and number > 0:
        return number
    good = last_good(folder)
    raise DamagedError(
        f"The database of {folder.name} is damaged. It was left as it is.",
        f"The last good copy is {good}: put it into a new folder as {DATABASE}, beside media, and open that."
        if good
        else "There is no good copy in its backups folder; put one back from elsewhere.",
    )


def _account(file: Path) -> Path:
    """The account's file, made or brought up to date where needed. Raises ProjectError when it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(file.with_suffix(".lock"), timeout=10):
            database = Database(file, None, read_only=False)
            try:
                schema.migrate(database, "account", schema.ACCOUNT_SCHEMA)
            finally:
                database.close()
    except OSError as error:
        raise ProjectError(
            f"The account file {file} cannot be written ({error.strerror or error}).",
            "Give its folder back its write permission.",
        ) from error
    return file


def _account_for_reading(file: Path) -> Path | None:
    return file if file.is_file() else None
