"""The shape of every dialog: a sheet over the window, content, a row of buttons of which at most one is filled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from studio.ui.sheets.base import Sheet
from studio.ui.theme import Theme


class Dialog(Sheet):
    """Content goes into `column`, buttons come from `add_button`. Esc leaves without doing anything."""

    def __init__(self, theme: Theme, host: QWidget, title: str, width: int) -> None:
        super().__init__(theme, host, "", title, width)
        self.theme = theme
        self.column = QVBoxLayout()
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.body.addLayout(self.column)
        self.foot.addStretch(1)
        self._first: QWidget | None = None
        self._main: QPushButton | None = None

    def begin_at(self, widget: QWidget) -> None:
        """Give `widget` the keyboard when the dialog opens."""
        self._first = widget

    def first_focus(self) -> QWidget:
        """What has the keyboard when the dialog opens."""
        return self._first or self

    def add_button(self, words: str, *, filled: bool = False) -> QPushButton:
        """A button at the right end of the row; the filled one answers Enter."""
        button = QPushButton(words)
        self.theme.dress(button, "filled" if filled else "ghost")
        button.setDefault(filled)
        button.setAutoDefault(filled)
        button.setMinimumSize(88, 34)
        self.foot.addWidget(button)
        if filled:
            self._main = button
            self._first = self._first or button
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is a press of the filled button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._main is not None:
            self._main.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def text(self, words: str, role: str = "second") -> QLabel:
        """A paragraph of plain text that wraps."""
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.theme.dress(label, role)
        return label
