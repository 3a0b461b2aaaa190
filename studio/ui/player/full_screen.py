"""The picture alone, on the whole screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.player.surface import Surface
from studio.ui.theme import Theme


class FullScreen(QWidget):
    """Hands its keys to `press`, which tells whether it took one; `left` says that it has gone."""

    left = Signal()

    def __init__(self, theme: Theme, press: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._press = press
        self.surface = Surface(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Player")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.surface)
        self.surface.double_clicked.connect(self.close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
