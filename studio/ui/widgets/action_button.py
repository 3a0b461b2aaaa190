"""A button that says its act, its price and its key: filled for the one next step, ghost for the rest."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.ui import icons
from studio.ui.theme import Theme

Kind = Literal["filled", "ghost"]
_ICON = 15
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ActionButton(QAbstractButton):
    """Words left, price and key right; a pressed Enter or Space on it acts, as on any button."""

    def __init__(self, theme: Theme, kind: Kind, height: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = ""
        self._price = ""
        self._key = ""
        self._small = height < 32
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str, *, icon: str = "", price: str = "", key: str = "") -> None:
        """Set the words; `price` is `free` or an amount, `key` what presses it from anywhere."""
        self._icon, self._price, self._key = icon, price, key
        self.setText(text)
        self.setAccessibleName(", ".join(part for part in (text, price) if part))
        self.setAccessibleDescription(f"Key {key}" if key else "")
        self.updateGeometry()
        self.update()

    @property
    def price(self) -> str:
        """The price as it stands in the button."""
        return self._price

    def sizeHint(self) -> QSize:
        """Everything in one row, in logical pixels."""
        parts = [self._words_width()]
        if self._icon:
            parts.append(_ICON)
        if self._price:
            parts.append(self._price_width())
        if self._key:
            parts.append(self._key_width())
        return QSize(round(sum(parts) + 8 * (len(parts) - 1) + 2 * self._padding + 4), self.height())

    def minimumSizeHint(self) -> QSize:
        """The words and the price; the key goes first when there is no room."""
        width = self._words_width() + 2 * self._padding + (8 + self._price_width() if self._price else 0)
        return QSize(round(width), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        filled = self._kind == "filled"
        ink = self._theme.colour("text3" if not self.isEnabled() else "on_accent" if filled else "text")
        left, right, middle = float(self._padding), float(self.width() - self._padding), self.height() / 2
        roomy = self.width() >= self.sizeHint().width() - 2
        if self._icon:
            icons.draw(painter, self._icon, ink, QRectF(left, middle - _ICON / 2, _ICON, _ICON))
            left += _ICON + 8
        if self._key and roomy:
            right = self._draw_key(painter, right, middle) - 8
        if self._price:
            painter.setFont(self._price_font())
            free = self._price == "free" and not filled and self.isEnabled()
            painter.setPen(self._theme.colour("green") if free else ink if filled else self._theme.colour("text3"))
            width = self._price_width()
            painter.drawText(QRectF(right - width, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, self._price)
            right -= width + 8
        painter.setFont(self._words_font())
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(right - left) + 1)
        painter.drawText(QRectF(left, 0, right - left + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)

    @property
    def _padding(self) -> int:
        return 12 if self._kind == "filled" or not self._small else 9

    def _words_font(self) -> QFont:
        return self._theme.font("button" if self._kind == "filled" else "ghost")

    def _price_font(self) -> QFont:
        return self._theme.font("price" if self._kind == "filled" else "mono_medium")

    def _words_width(self) -> float:
        return QFontMetricsF(self._words_font()).horizontalAdvance(self.text())

    def _price_width(self) -> float:
        return QFontMetricsF(self._price_font()).horizontalAdvance(self._price)

    def _key_width(self) -> float:
        return max(16.0, QFontMetricsF(self._theme.font("keycap")).horizontalAdvance(self._key) + 10)

    def _draw_key(self, painter: QPainter, right: float, middle: float) -> float:
        filled = self._kind == "filled" and self.isEnabled()
        width = self._key_width()
        box = QRectF(right - width, round(middle - 8), width, 16)
        painter.setFont(self._theme.font("keycap"))
        painter.setPen(QPen(self._theme.colour("key_edge" if filled else "line2"), 1))
        painter.setBrush(self._theme.colour("key_tint") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
        painter.setPen(self._theme.colour("on_accent" if filled else "text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        return box.left()

    def _ground(self, painter: QPainter) -> None:
        colour = self._theme.colour
        box = QRectF(self.rect())
        if self._kind == "filled" and self.isEnabled():
            held = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(held))
            painter.drawRoundedRect(box, 7, 7)
            return
        held = "press" if self.isDown() else "hover" if self.underMouse() and self.isEnabled() else "raised"
        painter.setPen(QPen(colour("line2"), 1))
        painter.setBrush(colour(held) if self.isEnabled() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6.5, 6.5)
