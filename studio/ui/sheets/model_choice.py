"""One model to render with, as a row: round mark, name and size, price."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from studio.core.catalogue import ModelSpec
from studio.ui.theme import Theme

HEIGHT = 48


class ModelChoice(QAbstractButton):
    """Checked for the model that would render. `price` is for this take, "" until it is known."""

    def __init__(self, theme: Theme, model: ModelSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._theme = theme
        self._price = ""
        self._usual = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(model.label)
        self._say()

    def show_price(self, price: str, usual: str) -> None:
        """The price and usual time for this take."""
        self._price, self._usual = price, usual
        self._say()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour, font = self._theme.colour, self._theme.font
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(colour("accent_tint"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.5, 6.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent" if self.isChecked() else "line3"), 4 if self.isChecked() else 1.5))
        radius = 4.0 if self.isChecked() else 5.25
        painter.drawEllipse(QPointF(16, 17), radius, radius)
        words, facts = QRectF(32, 8, self.width() - 42, 17), QRectF(32, 25, self.width() - 42, 15)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(colour("text"))
        painter.setFont(font("body_medium"))
        painter.drawText(words, left | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font("mono_medium"))
        painter.drawText(words, right | Qt.AlignmentFlag.AlignVCenter, self._price)
        painter.setPen(colour("text3"))
        painter.setFont(font("small"))
        painter.drawText(facts, left | Qt.AlignmentFlag.AlignVCenter, self._facts())
        painter.drawText(facts, right | Qt.AlignmentFlag.AlignVCenter, self._usual)

    def _facts(self) -> str:
        where = "on this machine" if self.model.local else self.model.provider
        return f"{self.model.long_side} px long, {where}"

    def _say(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self.text(), self._facts(), self._price) if part))
