"""A growing field of plain text that says what was typed when the person pauses, leaves it, or is made to (`flush`).

Until then undo stays inside the field; what has been said belongs to the project's history. A value from outside never
overwrites text that is still being typed, nor does an older value that arrives while a newer one is on its way.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from studio.ui.theme import Theme

PAUSE_MS = 400
_PADDING = 9
# Beyond this many characters the height is full anyhow, and laying out the whole text to know it would cost.
_LONG = 4_000


class TextField(QPlainTextEdit):
    """`settled` carries the whole text, once per pause. It grows from `lines[0]` to `lines[1]` lines, then scrolls."""

    settled = Signal(str)

    def __init__(
        self, theme: Theme, name: str, hint: str, lines: tuple[int, int] = (2, 8), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._stored = ""
        self._sent: str | None = None
        self._dirty = False
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.flush)
        theme.dress(self, "field")
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._note_change)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @property
    def pending(self) -> bool:
        """Whether something is typed that has not been said yet."""
        return self._dirty

    def show_text(self, text: str) -> None:
        """Show the stored text, unless the person is typing or a newer text of theirs is on its way."""
        overtaken = self._sent is not None and text == self._stored and text != self._sent
        if not overtaken:
            self._stored, self._sent = text, None
        if self._dirty or overtaken or text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._replace(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def begin(self, text: str) -> None:
        """Show another shot's text: whatever was typed before has been flushed or is given up."""
        self._pause.stop()
        self._dirty, self._stored, self._sent = False, text, None
        if text != self.toPlainText():
            self._replace(text)
        self.document().clearUndoRedoStacks()

    def flush(self) -> None:
        """Say now what was typed, if anything was."""
        self._pause.stop()
        if not self._dirty:
            return
        self._dirty = False
        text = self.toPlainText()
        # What is said belongs to the project's undo from here on.
        self.document().clearUndoRedoStacks()
        if text != (self._stored if self._sent is None else self._sent):
            self._sent = text
            self.settled.emit(text)

    def forget(self) -> None:
        """Go back to the stored text: what was said could not be kept."""
        self.begin(self._stored)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only; files and pictures are for the panel around."""
        if source.hasText() and not source.hasUrls():
            self.textCursor().insertText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass to the window when there is nothing to undo in here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter is the window's promote, not a line break.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def _replace(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._fit()

    def _note_change(self) -> None:
        self._dirty = True
        self._pause.start()
        self._fit()

    def _fit(self) -> None:
        scrolls = self._line_count() > self._lines[1]
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self) -> int:
        least, most = self._lines
        lines = max(least, min(most, self._line_count()))
        return lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + 2 * _PADDING

    def _line_count(self) -> int:
        document = self.document()
        if document.characterCount() > _LONG:
            return self._lines[1] + 1
        return round(document.size().height())
