"""What a window begins with, and what the composition root hands it once the heavy modules are loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.config import Settings

if TYPE_CHECKING:
    from studio.engine import Engine
    from studio.services.projects import Projects
    from studio.ui.player.clips import OpenReader


@dataclass(frozen=True, slots=True)
class Studio:
    """The running program behind the window: the started engine thread, the door to projects, a reader of clips."""

    engine: Engine
    projects: Projects
    open_reader: OpenReader


@dataclass(frozen=True, slots=True)
class Start:
    """Everything that is cheap to have before the window is on the screen.

    `build` is called once, in a thread, after the window is shown; it may import what takes long, and raises
    StudioError when the program cannot run. `home` holds the settings, `projects` is where new projects are offered
    a place, `project` the folder to open first, `notice` a sentence about the settings, `redact` takes secrets out of
    a text.
    """

    settings: Settings
    home: Path
    projects: Path
    resources: Path
    version: str
    redact: Callable[[str], str]
    build: Callable[[], Studio]
    project: Path | None = None
    notice: str = ""
