"""Python's garbage is collected on the window's thread alone.

The collector runs in whichever thread happens to allocate. A widget or timer that it finds in a cycle must not be
destroyed on the engine thread: Qt objects die where they live, or take the process with them.
"""

from __future__ import annotations

import gc
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 400


class WindowGarbage:
    """Use as a context on the window's thread: automatic collection stops, a timer does the same work in its place."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.collect)
        self._was_on = True

    def __enter__(self) -> WindowGarbage:
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is full, as the collector would have done by itself."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
