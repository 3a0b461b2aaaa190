"""The bar at the bottom: the mode, what the keys act on, the keys that can act, zoom, when it was saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from studio.ui import paint
from studio.ui.grid.layout import LARGEST, SMALLEST, STEP
from studio.ui.pieces import Glyph
from studio.ui.theme import Theme

HEIGHT = 24
Hint = tuple[str, str]


class StatusBar(QFrame):
    """`zoomed` carries the card width in pixels that the slider asks for, in steps of 16."""

    zoomed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.dress(self, "bar")
        self.setFixedHeight(HEIGHT)
        self._mode = self._label("second", "label")
        self._target_word = self._label("hint", "small")
        self._target = self._label("number", "mono")
        self._hints = KeyHints(theme)
        self._read_only = self._label("amber", "label")
        self._read_only.setText("Read only")
        self._saved = self._label("hint", "small")
        self._zoom_mark = Glyph(theme, "squares-four", 13)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(SMALLEST // STEP, LARGEST // STEP)
        self._slider.setFixedWidth(104)
        self._slider.setAccessibleName("Card width")
        self._slider.valueChanged.connect(lambda steps: self.zoomed.emit(steps * STEP))
        self._lay_out()
        self.show_target("", "")
        self.show_saved(None)
        self.show_read_only(False)
        self.show_zoom_control(False)

    def _label(self, role: str, font: str) -> QLabel:
        made = QLabel()
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setProperty("role", role)
        made.setFont(self._theme.font(font))
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(14)
        row.addWidget(self._mode)
        target = QHBoxLayout()
        target.setSpacing(4)
        target.addWidget(self._target_word)
        target.addWidget(self._target)
        row.addLayout(target)
        row.addWidget(self._hints, 1)
        row.addWidget(self._zoom_mark)
        row.addSpacing(-7)
        row.addWidget(self._slider)
        row.addWidget(self._read_only)
        row.addWidget(self._saved)

    def show_target(self, mode: str, target: str) -> None:
        """The mode, and what the keys act on ("" for nothing)."""
        self._mode.setText(mode)
        self._target_word.setText("Keys act on" if target else "")
        self._target.setText(target)
        for label in (self._mode, self._target_word, self._target):
            label.setVisible(bool(label.text()))

    def show_hints(self, hints: list[Hint]) -> None:
        """(key, word) pairs; as many as fit are shown, the first ones first."""
        self._hints.show_hints(hints)

    def show_zoom(self, card_width: int) -> None:
        """Set the slider without telling of it."""
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(round(card_width / STEP))
        self._slider.blockSignals(blocked)

    def show_zoom_control(self, shown: bool) -> None:
        """The slider is there while a board is."""
        self._zoom_mark.setVisible(shown)
        self._slider.setVisible(shown)

    def show_saved(self, at: datetime | None) -> None:
        """When the project was last written, as local time of day."""
        self._saved.setText(f"Saved {at.astimezone():%H:%M:%S}" if at else "")
        self._saved.setVisible(at is not None)

    def show_read_only(self, read_only: bool) -> None:
        """Mark a project that is open for reading only."""
        self._read_only.setVisible(read_only)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))


class KeyHints(QWidget):
    """Key caps with a word each; what does not fit is left out whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hints: list[Hint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def show_hints(self, hints: list[Hint]) -> None:
        """Show these, the first ones first."""
        self._hints = hints
        self.setAccessibleName("Keys: " + ", ".join(f"{key} {word}" for key, word in hints))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline, then cap and word for each."""
        if not self._hints:
            return
        painter, theme = QPainter(self), self._theme
        middle = self.height() / 2
        if self.x() > 20:
            painter.fillRect(QRectF(0, middle - 6, 1, 12), theme.colour("line2"))
        words, caps = QFontMetricsF(theme.font("small"), self), QFontMetricsF(theme.font("keycap"), self)
        x = 15.0 if self.x() > 20 else 0.0
        for keys, word in self._hints:
            parts = keys.split("+") if len(keys) > 1 else [keys]
            wide = sum(max(16, caps.horizontalAdvance(part) + 10) + 5 for part in parts) + words.horizontalAdvance(word)
            if x + wide > self.width():
                return
            for part in parts:
                x = paint.keycap(painter, theme, part, x, middle).right() + 5
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text3"))
            painter.drawText(QRectF(x, 0, 200, self.height()), int(Qt.AlignmentFlag.AlignVCenter), word)
            x += words.horizontalAdvance(word) + 14
