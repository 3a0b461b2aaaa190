"""The command `shotboard`: the window by the shortest way, everything else through the command line."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio import __version__, paths
from studio.config import load_settings
from studio.core.errors import StudioError
from studio.log import Redactor, start_log

if TYPE_CHECKING:
    from studio.ui.start import Start, Studio


def main() -> int:
    """Runs what was typed. Returns the exit code."""
    redactor = Redactor()
    _start_log(redactor)
    arguments = sys.argv[1:]
    window = _window_wish(arguments)
    if window is not None:
        return open_window(redactor, *window)

    from studio.app import App  # a window must not wait for it

    return App(
        open_window=lambda project: open_window(redactor, project),
        render_board=lambda project, target: render_board(redactor, project, target),
    ).run(arguments)


def open_window(redactor: Redactor, project: Path | None = None) -> int:
    """Shows the window, then loads the rest behind it. Returns when the person has left."""
    from studio.ui.bootstrap import run_window  # commands need no Qt

    return run_window(start_of(redactor, project))


def render_board(redactor: Redactor, project: Path, target: Path) -> None:
    """Writes the real window of a project as a picture, without a display. Raises StudioError."""
    from studio.ui.offscreen import render_window

    render_window(start_of(redactor, project), target)


def start_of(redactor: Redactor, project: Path | None) -> Start:
    """What a window on `project` begins with."""
    from studio.ui.start import Start

    loaded = load_settings(paths.user_data())
    return Start(
        settings=loaded.settings,
        home=paths.user_data(),
        projects=paths.user_projects(),
        resources=paths.resources(),
        version=__version__,
        redact=redactor.redact,
        build=_build,
        project=project,
        notice=loaded.notice,
    )


def _build() -> Studio:
    from studio.app import build_studio  # in a thread, while the window is on the screen

    return build_studio()


def _window_wish(arguments: Sequence[str]) -> tuple[Path | None] | None:
    """The project of a plain wish for the window: `shotboard`, `shotboard open`, `shotboard open PROJECT`."""
    match arguments:
        case [] | ["open"]:
            return (None,)
        case ["open", folder] if not folder.startswith("-"):
            return (Path(folder).absolute(),)
        case _:
            return None


def _start_log(redactor: Redactor) -> None:
    try:
        start_log(paths.user_logs(), redactor)
    except StudioError as error:
        logging.getLogger(__name__).warning("%s", error)


if __name__ == "__main__":
    sys.exit(main())
