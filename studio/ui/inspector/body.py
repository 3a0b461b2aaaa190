"""The scrolling column between an inspector's header and its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from studio.ui.theme import Theme

SIDE = 16


class Body(QScrollArea):
    """`column` takes the sections. The scroll bar lies in their right margin, so that nothing shifts when it comes."""

    def __init__(self, theme: Theme, side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        inside = QWidget()
        theme.dress(inside, "scrolled")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(side, 0, side, 12)
        self.column.setSpacing(0)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _low: int, high: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self.column.setContentsMargins(self._side, 0, max(0, self._side - bar), 12)
