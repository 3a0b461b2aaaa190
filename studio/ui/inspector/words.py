"""The words of a shot: action, and dialogue and notes that stay folded while they are empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from studio.ui.theme import Theme
from studio.ui.widgets.section import Fold, Heading, label
from studio.ui.widgets.text_field import TextField


class Words(QWidget):
    """`edited` carries `{field: text}` once the person has paused or left the field."""

    edited = Signal(object)

    def __init__(self, theme: Theme, beside: QLayout, parent: QWidget | None = None) -> None:
        """`beside` stands at the right of the line with the folds."""
        super().__init__(parent)
        self.action = TextField(theme, "Action", "What is to be seen", (2, 8))
        self.dialogue = TextField(theme, "Dialogue", "Who says what", (2, 6))
        self.notes = TextField(theme, "Notes", "For whoever works on this shot", (2, 6))
        self._unread = label(theme, "hint")
        self._unread.setWordWrap(True)
        self._unread.hide()
        # Both open under one line, so each box says again what it is.
        boxes = {"Dialogue": _named(theme, "Dialogue", self.dialogue), "Notes": _named(theme, "Notes", self.notes)}
        self._folds = {
            self.dialogue: Fold(theme, "Dialogue", boxes["Dialogue"]),
            self.notes: Fold(theme, "Notes", boxes["Notes"]),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(theme, "Action"))
        column.addWidget(self.action)
        column.addWidget(self._unread)
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 4)
        line.setSpacing(10)
        for fold in self._folds.values():
            line.addWidget(fold)
        line.addStretch(1)
        line.addLayout(beside)
        column.addLayout(line)
        for box in boxes.values():
            column.addWidget(box)
        for field, name in ((self.action, "action"), (self.dialogue, "dialogue"), (self.notes, "notes")):
            field.settled.connect(lambda text, name=name: self.edited.emit({name: text}))

    @property
    def _fields(self) -> tuple[TextField, ...]:
        return (self.action, self.dialogue, self.notes)

    def begin(self, action: str, dialogue: str, notes: str) -> None:
        """Show another shot's words."""
        for field, text in zip(self._fields, (action, dialogue, notes), strict=True):
            field.begin(text)
        for field, fold in self._folds.items():
            fold.set_open(bool(field.toPlainText()))

    def refresh(self, action: str, dialogue: str, notes: str) -> None:
        """Show newer words of the same shot; what is being typed stays."""
        for field, text in zip(self._fields, (action, dialogue, notes), strict=True):
            field.show_text(text)
        for field, fold in self._folds.items():
            if field.toPlainText() and not fold.open:
                fold.set_open(True)

    def show_unread(self, unread: tuple[str, ...]) -> None:
        """Name the words of the action that put nothing on the stage."""
        self._unread.setText(f"Words not understood: {', '.join(unread)}" if unread else "")
        self._unread.setContentsMargins(0, 4, 0, 0)
        self._unread.setVisible(bool(unread))

    def flush(self) -> None:
        """Say what is typed now."""
        for field in self._fields:
            field.flush()

    def forget(self) -> None:
        """Go back to what is stored."""
        for field in self._fields:
            field.forget()

    def set_read_only(self, read_only: bool) -> None:
        """Whether words can only be read."""
        for field in self._fields:
            field.setReadOnly(read_only)


def _named(theme: Theme, name: str, field: TextField) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(0)
    column.addWidget(Heading(theme, name))
    column.addWidget(field)
    return box
