"""A tray of chips of which at most one is chosen: the control of a camera field.

A chip has three faces: chosen (typed by the person), implied (read from the words, shown dimmed) and plain. Pressing
the chosen chip again clears the field. One chip of the tray is a tab stop; the arrows walk, Space or Enter chooses.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from studio.ui.style import OWN_FOCUS
from studio.ui.theme import Theme

TRAY_HEIGHT = 24
CHIP_HEIGHT = 20
TARGET = 24  # no chip is narrower, however short its word: it has to be hit
_TRAY_PADDING = 2
_CHIP_PADDING = 5.0


class Chip(QAbstractButton):
    """One value of a field. `value` is what choosing it means; `label` the short word it shows."""

    def __init__(self, theme: Theme, label: str, value: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.implied = False
        self._theme = theme
        self.setText(label)
        self.setFont(theme.font("label"))
        self.setCheckable(True)
        self.setProperty(OWN_FOCUS, True)
        self.setFixedHeight(TRAY_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the word and its padding, in logical pixels."""
        word = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(max(TARGET, round(word + 2 * _CHIP_PADDING)), TRAY_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The word with a hair of room: a narrow inspector still shows every chip whole."""
        return QSize(max(TARGET, round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2), TRAY_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def nextCheckState(self) -> None:
        """The tray decides what a press means."""

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        advance = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = min(self.width() - 0.0, advance + 2 * _CHIP_PADDING)
        pill = QRectF((self.width() - width) / 2, (self.height() - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT)
        ink = colour("text2")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(colour("text"))
            painter.drawRoundedRect(pill, 4, 4)
            ink = colour("bg") if self._theme.dark else colour("white")
        elif self.implied:
            painter.setBrush(colour("press"))
            painter.drawRoundedRect(pill, 4, 4)
            ink = colour("text")
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(pill, 4, 4)
            ink = colour("text")
        if not self.isEnabled() and not self.isChecked():
            ink = colour("text3")
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-0.25, -0.25, 0.25, 0.25), 4, 4)


class ChipTray(QWidget):
    """A row of chips in a tray. `chosen` carries the new value, None when the chosen chip was pressed again."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_TRAY_PADDING, 0, _TRAY_PADDING, 0)
        self._row.setSpacing(0)
        self.setFixedHeight(TRAY_HEIGHT)
        self.setAccessibleName(name)
        for label, value in choices:
            self._add(label, value)
        self._make_tab_stop(0)

    def add_widget(self, widget: QWidget) -> None:
        """Put a further control at the tray's end (a typed lens, a menu)."""
        self._row.addWidget(widget)

    def show_value(self, typed: object, implied: object = None) -> None:
        """Show what is typed; when nothing is (None), show dimmed what the words imply."""
        stop = 0
        for place, chip in enumerate(self.chips):
            chip.setChecked(typed is not None and chip.value == typed)
            chip.implied = typed is None and implied is not None and chip.value == implied
            state = "" if chip.isChecked() else ", from the words" if chip.implied else ""
            chip.setAccessibleName(f"{self._name} {chip.value}{state}")
            chip.update()
            if chip.isChecked() or (chip.implied and stop == 0):
                stop = place
        self._make_tab_stop(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._focus(max(0, min(len(self.chips) - 1, focused + steps[Qt.Key(event.key())])))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus(0 if event.key() == Qt.Key.Key_Home else len(self.chips) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.chips[focused].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("well"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _add(self, label: str, value: object) -> None:
        chip = Chip(self._theme, label, value, self)
        chip.setAccessibleName(f"{self._name} {value}")
        chip.clicked.connect(lambda _checked=False, chip=chip: self._press(chip))
        # Arrow keys walk the tray instead of Qt's search for the nearest button.
        chip.installEventFilter(self)
        self.chips.append(chip)
        self._row.addWidget(chip)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Hand the arrows of a focused chip to the tray."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            walking = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return)
            if event.key() in walking and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.keyPressEvent(event)
                return True
        return False

    def _press(self, chip: Chip) -> None:
        self.chosen.emit(None if chip.isChecked() else chip.value)

    def _focus(self, place: int) -> None:
        self._make_tab_stop(place)
        self.chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_tab_stop(self, place: int) -> None:
        for index, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == place else Qt.FocusPolicy.ClickFocus)
