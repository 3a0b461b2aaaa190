"""The outermost edge of the window: it is on the screen first, then everything else is loaded behind it.

A person waits for nothing as badly as for a window, so what takes long to import comes after it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from studio.ui.frame import Frame
from studio.ui.preferences import reading_of
from studio.ui.start import Start
from studio.ui.theme import Theme

INTERRUPTED = 130


def run_window(start: Start) -> int:
    """Show the window and live in it until the person leaves. Returns the exit code: 0, or 130 after Ctrl-C.

    Called on the main thread of a process that has no QApplication yet.
    """
    app = QApplication(["shotboard"])
    app.setApplicationName("Shotboard")
    app.setDesktopFileName("shotboard")
    app.setQuitOnLastWindowClosed(False)
    theme = Theme.of(reading_of(start.settings.theme, app))
    frame = Frame(theme, start.settings.window_geometry)
    frame.show()
    app.processEvents()

    # The window is on the screen: from here on a person sees that something happens.
    from studio.ui import style
    from studio.ui.life import Life

    ring = style.apply(app, theme)
    return INTERRUPTED if Life(app, frame, theme, start, ring).run() else 0
