"""A number that is typed, stepped with the arrows, or scrubbed by dragging sideways.

While it is dragged `moved` follows; `settled` comes once, at the end. An empty text settles as None where it may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from studio.core.errors import InvalidInputError
from studio.ui.theme import Theme
from studio.ui.widgets import foreign

PIXELS_PER_STEP = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """How a number is read, shown and stepped: `step` for an arrow, `leap` with Shift; an `optional` one may be empty.

    `parse` raises InvalidInputError for what is no number of this kind.
    """

    low: float
    high: float
    step: float
    leap: float
    parse: Callable[[str], float]
    show: Callable[[float], str]
    optional: bool = False

    def clamp(self, value: float) -> float:
        """The nearest value in range on the grid of steps."""
        return max(self.low, min(self.high, round(value / self.step) * self.step))


class NumberField(QLineEdit):
    """Shows a typed value in full, an implied one dimmed as the hint."""

    moved = Signal(float)
    settled = Signal(object)

    def __init__(self, theme: Theme, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._name = name
        self._value: float | None = None
        self._implied: float | None = None
        self._grip: QPointF | None = None
        self._dragged: float | None = None
        self._hint = ""
        theme.dress(self, "number")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.textEdited.connect(lambda _text: self._mark(wrong=False))

    @property
    def value(self) -> float | None:
        """The typed value."""
        return self._value

    def show_value(self, typed: float | None, implied: float | None = None) -> None:
        """Show a typed value, else the implied one dimmed, else a dash."""
        self._value, self._implied = typed, implied
        self.setPlaceholderText(self._hint or ("—" if implied is None else self._scale.show(implied)))
        if self._dragged is None and not (self.hasFocus() and self.isModified()):
            self._write()

    def set_hint(self, hint: str) -> None:
        """Show `hint` instead of the implied value while nothing is typed."""
        self._hint = hint
        self.show_value(self._value, self._implied)

    def set_scale(self, scale: Scale) -> None:
        """Take numbers of another kind from now on (another project's rate)."""
        self._scale = scale
        self.show_value(self._value, self._implied)

    def flush(self) -> None:
        """Settle what is typed now; text that is no number goes back to the value before."""
        if not self.isModified():
            return
        text = self.text().strip()
        try:
            value = None if not text and self._scale.optional else self._parse(text)
        except InvalidInputError:
            self._write()
            return
        self._settle(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in arrows:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(arrows[Qt.Key(event.key())] * (self._scale.leap if shift else self._scale.step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._write()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.hasFocus() and not self.isReadOnly():
            self._grip = event.position()
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().x() - self._grip.x()
        start = self._value if self._value is not None else self._implied
        if start is None or (self._dragged is None and abs(way) < QApplication.startDragDistance()):
            return
        value = self._scale.clamp(start + int(way / PIXELS_PER_STEP) * self._scale.step)
        if value != self._dragged:
            self._dragged = value
            self.setText(self._scale.show(value))
            self.moved.emit(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseReleaseEvent(event)
            return
        self._grip = None
        dragged, self._dragged = self._dragged, None
        if dragged is not None:
            self._settle(dragged)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
            self._mark(wrong=False)

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the window unless something is half typed here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.isModified():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y):
                event.ignore()
                return False
        return super().event(event)

    def _enter(self) -> None:
        if not self.isModified():
            return
        try:
            if self.text().strip() or not self._scale.optional:
                self._parse(self.text().strip())
        except InvalidInputError as error:
            self._mark(wrong=True)
            self.setToolTip(foreign.tip(str(error)))
            return
        self.flush()
        self.selectAll()

    def _step(self, by: float) -> None:
        self.flush()
        start = self._value if self._value is not None else self._implied
        if start is not None and not self.isReadOnly():
            self._settle(self._scale.clamp(start + by))
            self.selectAll()

    def _parse(self, text: str) -> float:
        value = self._scale.parse(text)
        if not self._scale.low <= value <= self._scale.high:
            low, high = self._scale.show(self._scale.low), self._scale.show(self._scale.high)
            raise InvalidInputError(f"{self._name} goes from {low} to {high}.")
        return value

    def _settle(self, value: float | None) -> None:
        changed = value != self._value
        self._value = value
        self._write()
        if changed:
            self.settled.emit(value)

    def _write(self) -> None:
        self.setText("" if self._value is None else self._scale.show(self._value))
        self.setModified(False)
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        if not wrong:
            self.setToolTip("")
