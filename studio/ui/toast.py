"""A short word at the foot of the board, with at most one thing to do about it; it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from studio.ui.pieces import Glyph, IconButton
from studio.ui.theme import Theme
from studio.ui.widgets import foreign

STAYS_MS = 6_000
TROUBLE_STAYS_MS = 15_000
LONGEST = 360
_ABOVE_FOOT = 40


class Toast(QFrame):
    """One at a time, over `ground`. It waits while the pointer is on it."""

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self._theme, self._ground = theme, ground
        theme.dress(self, "toast")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 6, 5)
        self._row.setSpacing(10)
        self._pieces: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        ground.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, icon: str = "check", act: str = "", slot: Callable[[], object] | None = None) -> None:
        """Tell what happened. `act` is the word of a button that calls `slot`."""
        self._show(words, icon, "text2", act, slot, STAYS_MS)

    def warn(self, words: str, *, act: str = "", slot: Callable[[], object] | None = None) -> None:
        """Tell of trouble; it stays longer."""
        self._show(words, "warning-circle", "red", act, slot, TROUBLE_STAYS_MS)

    def _show(
        self, words: str, icon: str, token: str, act: str, slot: Callable[[], object] | None, stays_ms: int
    ) -> None:
        for piece in self._pieces:
            piece.hide()
            piece.deleteLater()
        text = QLabel(foreign.short(" ".join(words.split()), LONGEST))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(len(words) > 90)
        text.setMaximumWidth(max(240, self._ground.width() - 220))
        close = IconButton(self._theme, "x", "Close this message", 12)
        close.clicked.connect(self.hide)
        self._pieces = [Glyph(self._theme, icon, 15, token), text]
        if slot is not None:
            button = QPushButton(act)
            self._theme.dress(button, "link")
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda: slot())
            self._pieces.append(button)
        self._pieces.append(close)
        for piece in self._pieces:
            self._row.addWidget(piece)
        self.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(stays_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the ground's foot."""
        if watched is self._ground and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEvent) -> None:
        """Wait while the person reads."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after."""
        self._timer.start(STAYS_MS)

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._ground.width() - self.width()) // 2, self._ground.height() - self.height() - _ABOVE_FOOT)
