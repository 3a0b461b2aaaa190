"""The row of time and buttons: amber timecode, J K L, single frames, loop, length."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from studio.core.timebase import Rate, short_time, timecode
from studio.ui import icons
from studio.ui.theme import Theme
from studio.ui.widgets.section import icon_button, label

HEIGHT = 48


class ShuttleButton(QAbstractButton):
    """An icon over the key that does the same; `lit` while the clip runs that way."""

    def __init__(self, theme: Theme, icon: str, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._key = key
        self._lit = False
        self.setFixedSize(QSize(40, 34))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_state(self, icon: str, key: str, *, lit: bool) -> None:
        """Another icon and key text, lit or not."""
        self._icon, self._key, self._lit = icon, key, lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "text" if self._lit else "press" if self.isDown() else "hover" if self.underMouse() else "raised"
        painter.setPen(QPen(colour("line2"), 1))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.5, 6.5)
        ink = colour("panel" if self._lit else "text")
        icons.draw(painter, self._icon, ink, QRectF(self.width() / 2 - 7, 4, 14, 14))
        painter.setFont(self._theme.font("keycap"))
        painter.setPen(ink if self._lit else colour("text3"))
        painter.drawText(QRectF(0, 18, self.width(), 13), Qt.AlignmentFlag.AlignCenter, self._key)


class Transport(QWidget):
    """Says what was pressed; shows what the player tells it."""

    back = Signal()
    pause = Signal()
    forward = Signal()
    step = Signal(int)
    loop_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.time = label(theme, "timecode")
        self.frame = label(theme, "hint")
        self.rate = label(theme, "hint")
        self.rate.setFont(theme.font("mono_small"))
        self.length = label(theme, "number")
        self.back_button = ShuttleButton(theme, "rewind", "J", "Play backwards")
        self.pause_button = ShuttleButton(theme, "play-fill", "K", "Play or pause")
        self.forward_button = ShuttleButton(theme, "fast-forward", "L", "Play forwards")
        before = icon_button(theme, "caret-left", "One frame back (←)", 14)
        after = icon_button(theme, "caret-right", "One frame on (→)", 14)
        self.loop = icon_button(theme, "repeat", "Loop (Shift+L)")
        self.loop.setCheckable(True)
        self._theme = theme
        self.loop.toggled.connect(self._loop_changed)
        self.back_button.clicked.connect(self.back)
        self.pause_button.clicked.connect(self.pause)
        self.forward_button.clicked.connect(self.forward)
        before.clicked.connect(lambda: self.step.emit(-1))
        after.clicked.connect(lambda: self.step.emit(1))
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        facts.addWidget(self.frame)
        facts.addWidget(self.rate)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.time)
        left.addLayout(facts)
        left.addStretch(1)
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self.loop)
        right.addWidget(self.length)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(left, 1)
        for button in (self.back_button, self.pause_button, self.forward_button, before, after):
            row.addWidget(button)
        row.addLayout(right, 1)

    def show_time(self, frame: int, frames: int, rate: Rate) -> None:
        """Frame `frame` (from 0) of `frames`; the length says how far of how much."""
        self.time.setText(timecode(frame, rate))
        self.frame.setText(f"frame {frame + 1}")
        self.rate.setText(f"{rate} fps")
        self.length.setText(f"{short_time(frame, rate)} of {short_time(frames, rate)}")

    def show_speed(self, speed: int) -> None:
        """Which way it runs and how fast; 0 stands."""
        fast = f" {abs(speed)}×" if abs(speed) > 1 else ""
        self.back_button.show_state("rewind", f"J{fast}" if speed < 0 else "J", lit=speed < 0)
        self.forward_button.show_state("fast-forward", f"L{fast}" if speed > 0 else "L", lit=speed > 1)
        self.pause_button.show_state("pause-fill" if speed else "play-fill", "K", lit=False)

    def _loop_changed(self, on: bool) -> None:
        self.loop.setIcon(icons.icon("repeat", self._theme.colour("accent" if on else "text2"), 16))
        self.loop.setAccessibleName(f"Loop, {'on' if on else 'off'}")
        self.loop_toggled.emit(on)
