"""Where things lie: what comes with the program, and what belongs to the person."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "SHOTBOARD_HOME"


def resources() -> Path:
    """The folder of everything that comes with the program, in a source tree and in an installed wheel.

    Raises FileNotFoundError when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"The resources of Shotboard are missing beside {package}; install it again.")


def user_data() -> Path:
    """The person's settings and account, across projects. Not made here."""
    return _home("data") or _dirs().user_data_path


def user_logs() -> Path:
    """The program's own logs. Not made here."""
    return _home("logs") or _dirs().user_log_path


def user_cache() -> Path:
    """What can be made again. Not made here."""
    return _home("cache") or _dirs().user_cache_path


def user_projects() -> Path:
    """Where new projects are offered a place. Not made here."""
    return _home("projects") or _dirs().user_documents_path / "Shotboard"


def _home(name: str) -> Path | None:
    """A folder under SHOTBOARD_HOME, where that is set: everything in one place, to carry along or to try out."""
    root = os.environ.get(HOME_VARIABLE)
    return Path(root) / name if root else None


def _dirs() -> PlatformDirs:
    return PlatformDirs(appname="Shotboard", appauthor=False)
