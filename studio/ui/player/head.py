"""The player's first line: which shot is on, which of how many, the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.player.clips import PlayerClip
from studio.ui.theme import Theme
from studio.ui.widgets import foreign
from studio.ui.widgets.section import icon_button, label

_LETTERS = 40


class Head(QWidget):
    """`full_screen` and `closed` are its two buttons."""

    full_screen = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = label(theme, "code")
        self.code.setFont(theme.font("code"))
        self.take = label(theme, "second")
        self.count = label(theme, "hint")
        full = icon_button(theme, "corners-out", "Full screen (F)")
        close = icon_button(theme, "x", "Close the player (Esc)", 14)
        full.clicked.connect(self.full_screen)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.code)
        row.addWidget(self.take)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(full)
        row.addWidget(close)

    def show_clip(self, clip: PlayerClip, number: int, count: int) -> None:
        """Name the clip that is on, `number` from 0."""
        self.code.setText(foreign.short(clip.code, _LETTERS))
        self.take.setText(foreign.short(clip.take, _LETTERS))
        self.count.setText(f"{number + 1} of {count}" if count > 1 else "")
