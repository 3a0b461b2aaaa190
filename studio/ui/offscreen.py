"""The real window without a display: opened on a project, given time to fill itself, written as a picture."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication

from studio.core.errors import StudioError
from studio.ui import style
from studio.ui.frame import SIZE, Frame
from studio.ui.preferences import reading_of
from studio.ui.start import Start
from studio.ui.theme import Theme

PATIENCE_S = 30.0
STEADY_S = 0.4  # nothing has been asked for or drawn for so long


def render_window(start: Start, picture: Path, size: QSize = SIZE, scale: float = 1.0) -> None:
    """Write the window of `start.project` as PNG, `size` logical pixels at `scale` device pixels each.

    Called on the main thread of a process that has no QApplication yet; needs no display. Raises StudioError when the
    project cannot be opened or the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(["shotboard"])
    app.setQuitOnLastWindowClosed(False)
    theme = Theme.of(reading_of(start.settings.theme, app))
    ring = style.apply(app, theme)
    frame = Frame(theme, b"")
    frame.setGeometry(QRect(0, 0, size.width(), size.height()))
    frame.show()

    from studio.ui.life import Life  # qasync takes the application that is there when it is imported

    trouble = f"The window of {start.project} did not fill itself in time."
    life = Life(app, frame, theme, start, ring)

    async def take_picture() -> None:
        nonlocal trouble
        try:
            if await life.settled(PATIENCE_S, STEADY_S):
                written = frame.grab().toImage().save(str(picture))
                trouble = "" if written else f"{picture} cannot be written."
        finally:
            frame.close()

    life.run(take_picture())
    if trouble:
        raise StudioError(trouble, "The log says more; the project itself is unharmed.")
