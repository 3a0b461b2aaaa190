"""A project folder as a place: can it be written, does somebody else hold it, was it left in good order."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from studio.core.errors import ProjectError, ProjectLockedError

DATABASE = "project.db"
PREVIEWS = "previews.db"
BACKUPS = "backups"
FOLDERS = ("media", "delivery", BACKUPS)
_LOCK = "project.lock"
_IN_USE = ".in-use"


class FolderLock:
    """The operating system's lock on a project folder: it falls with the process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / _LOCK)
        self._marker = folder / _IN_USE
        self.unclean = False

    def take(self) -> None:
        """Locks the folder and notes in `unclean` whether the last who held it never closed it.

        Raises ProjectLockedError when somebody else holds it.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise ProjectLockedError(
                f"{self._folder.name} is open for writing in another window or command.",
                "Open it for reading only, or close it there first.",
            ) from error
        self.unclean = self._marker.exists()
        self._marker.touch()

    def release(self) -> None:
        """Gives the folder back in good order."""
        if self._lock.is_locked:
            self._marker.unlink(missing_ok=True)
            self._lock.release()


def why_not_writable(folder: Path) -> str:
    """Tries what saving needs (make, write, sync, rename, delete) and says in a sentence what does not work, "" when
    all does.
    """
    probe, renamed = folder / ".probe", folder / ".probe.renamed"
    try:
        with probe.open("wb") as file:
            file.write(b"shotboard")
            file.flush()
            os.fsync(file.fileno())
        probe.replace(renamed)
        renamed.unlink()
        database = folder / DATABASE
        if database.exists() and not os.access(database, os.W_OK):
            return f"{database.name} in {folder.name} is write-protected."
    except OSError as error:
        return f"The folder {folder.name} cannot be written ({error.strerror})."
    finally:
        _forget(probe)
        _forget(renamed)
    return ""


def make_folder(folder: Path) -> None:
    """Makes an empty project folder with its rooms. Raises ProjectError when it is there or cannot be made."""
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise ProjectError(f"{folder.name} is already there.", "Choose another name, or open it.") from error
    except OSError as error:
        raise ProjectError(
            f"The folder {folder.name} cannot be made ({error.strerror}).", "Choose another place for the project."
        ) from error
    make_rooms(folder)


def make_rooms(folder: Path) -> None:
    """Makes the folders inside a project that are not there. Raises ProjectError when the disk refuses."""
    try:
        for name in FOLDERS:
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise ProjectError(
            f"A folder inside {folder.name} cannot be made ({error.strerror}).", "See that the disk has room."
        ) from error


def _forget(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # a folder that cannot be written has no probe to remove
