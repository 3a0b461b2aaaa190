"""The window itself: on the screen at once with empty panels, filled when the rest of the program is there."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from studio.ui.theme import Theme

SIZE = QSize(1440, 900)
TITLE = 40
LEAST_SIZE = QSize(880, 560)


class Frame(QMainWindow):
    """`close_requested` comes instead of closing: the program winds down in its own order and then lets go."""

    close_requested = Signal()

    def __init__(self, theme: Theme, geometry: bytes) -> None:
        super().__init__()
        self.setWindowTitle("Shotboard")
        self.setMinimumSize(LEAST_SIZE)
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            self._begin_size()
        self.setCentralWidget(Skeleton(theme))

    def _begin_size(self) -> None:
        """The usual size where the screen has room for it with its title, else the whole screen."""
        self.resize(SIZE)
        room = self.screen().availableSize()
        if room.width() <= SIZE.width() or room.height() <= SIZE.height() + TITLE:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end; the window stays until everything is safe."""
        event.ignore()
        self.close_requested.emit()

    def geometry_bytes(self) -> bytes:
        """Place and size, as the next start takes them."""
        return bytes(self.saveGeometry().data())


class Skeleton(QWidget):
    """The window's panels before there is anything in them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        """Nothing here depends on style or font."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, bars and side panels with their hairlines, where they will be."""
        painter, theme = QPainter(self), self._theme
        wide, high = self.width(), self.height()
        left, right = (216, 336) if wide >= 1360 else (184, 304)
        painter.fillRect(self.rect(), theme.colour("bg"))
        panel, line = theme.colour("panel"), theme.colour("line")
        for x, y, w, h in (
            (0, 0, wide, 40),
            (0, high - 24, wide, 24),
            (0, 40, left, high),
            (wide - right, 40, right, high),
        ):
            painter.fillRect(x, y, w, h, panel)
        for x, y, w, h in (
            (0, 39, wide, 1),
            (0, high - 24, wide, 1),
            (left, 40, 1, high - 64),
            (wide - right - 1, 40, 1, high - 64),
        ):
            painter.fillRect(x, y, w, h, line)
