"""The window itself: on the screen at once with empty panels, filled when the rest of the program is there."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from studio.ui.theme import Theme

SIZE = QSize(1440, 900)
EDGES = QSize(2, 40)
TOP, FOOT, NARROW = 40, 24, 1360
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
        """The usual size, less where the screen has no room for it with its title and edges."""
        self.resize(SIZE.boundedTo(self.screen().availableSize() - EDGES))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end; the window stays until everything is safe."""
        event.ignore()
        self.close_requested.emit()

    def geometry_bytes(self) -> bytes:
        """Place and size, as the next start takes them."""
        return bytes(self.saveGeometry().data())


class Skeleton(QWidget):
    """The window's panels before there is anything in them, where they will be.

    Made of flat widgets from plain texts and not painted: the first call that takes a colour in more than one form
    makes PySide load the `Qt` namespace, 20 ms that a person would wait for the window.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._flat(theme, "bg", self)
        self._top, self._foot, self._left, self._right = (self._flat(theme, "panel") for _ in range(4))
        self._lines = [self._flat(theme, "line") for _ in range(4)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put bars, side panels and hairlines where they belong."""
        wide, high = self.width(), self.height()
        left, right = (215, 335) if wide >= NARROW else (183, 303)
        middle = high - TOP - FOOT
        self._top.setGeometry(0, 0, wide, TOP)
        self._foot.setGeometry(0, high - FOOT, wide, FOOT)
        self._left.setGeometry(0, TOP, left, middle)
        self._right.setGeometry(wide - right, TOP, right, middle)
        self._lines[0].setGeometry(0, TOP - 1, wide, 1)
        self._lines[1].setGeometry(0, high - FOOT, wide, 1)
        self._lines[2].setGeometry(left, TOP, 1, middle)
        self._lines[3].setGeometry(wide - right - 1, TOP, 1, middle)

    def _flat(self, theme: Theme, token: str, widget: QWidget | None = None) -> QWidget:
        made = widget or QWidget(self)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.hex(token)))
        made.setPalette(palette)
        made.setAutoFillBackground(True)
        return made
