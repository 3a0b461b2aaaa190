"""A sheet: a panel over a scrim inside its window. It holds the keyboard, leaves with Esc, and never stops the loop.

It is a dialog in all but the frame, so that `ask` can await it; nothing runs a loop of its own for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.ui import icons
from studio.ui.theme import Theme
from studio.ui.widgets.section import icon_button, label

TOP = 64
_MARGIN = 24
_SHADOW = 28


class Sheet(QDialog):
    """`body` takes the content, `foot` the row of buttons. `width` is the panel's in logical pixels, less in a narrow
    window.
    """

    def __init__(self, theme: Theme, host: QWidget, code: str, title: str, width: int) -> None:
        super().__init__(host)
        # A child that covers its window: no window of its own, no frame, no place to lose it behind another.
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self._host = host
        self._wide = width
        self._before: QWidget | None = None
        self.setAccessibleName(f"{code} {title}".strip())
        self.panel = QFrame(self)
        theme.dress(self.panel, "sheet")
        self.title = label(theme, "title", title)
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(20, 12, 20, 13)
        self.foot.setSpacing(10)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(theme, code))
        column.addWidget(_rule(theme))
        column.addLayout(self.body)
        column.addWidget(_rule(theme))
        column.addLayout(self.foot)
        self.hide()

    def open(self) -> None:
        """Lay the sheet over its window; `finished` tells when it has gone."""
        self._before = self._host.window().focusWidget()
        self._host.installEventFilter(self)
        self._cover()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def first_focus(self) -> QWidget:
        """What has the keyboard when the sheet opens."""
        return self

    def done(self, result: int) -> None:
        """Go, and give the keyboard back to where it was."""
        self._host.removeEventFilter(self)
        super().done(result)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    def event(self, event: QEvent) -> bool:
        """Keep every key in here: a shortcut of the window would act behind the scrim."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        stops = [one for one in self.panel.findChildren(QWidget) if _is_stop(one)]
        stops.sort(key=self._reading_order)
        if not stops:
            return False
        here = self.focusWidget()
        place = stops.index(here) if here in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        # Everything else ends here too: no button is pressed by a key that does not stand on it.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("scrim"))
        self._paint_shadow(painter, QRectF(self.panel.geometry()))

    def _paint_shadow(self, painter: QPainter, panel: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dark = self._theme.colour("shadow")
        for ring in range(_SHADOW):
            colour = QColor(dark)
            colour.setAlphaF(dark.alphaF() * 0.5 * (1 - ring / _SHADOW) ** 2)
            painter.setPen(QPen(colour, 1.5))
            painter.drawRoundedRect(panel.adjusted(-ring, 8 - ring, ring, 8 + ring), 12 + ring, 12 + ring)

    def _head(self, theme: Theme, code: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 11, 14, 10)
        row.setSpacing(8)
        if code:
            row.addWidget(label(theme, "code", code))
            caret = QLabel()
            caret.setPixmap(icons.pixmap("caret-right", theme.colour("text3"), 11, self.devicePixelRatioF()))
            row.addWidget(caret)
        row.addWidget(self.title)
        row.addStretch(1)
        close = icon_button(theme, "x", "Close, nothing is sent (Esc)", 14)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _cover(self) -> None:
        self.setGeometry(self._host.rect())
        width = min(self._wide, self.width() - 2 * _MARGIN)
        self.panel.setFixedWidth(width)
        height = min(self.panel.sizeHint().height(), self.height() - 2 * 12)
        top = min(TOP, max(12, (self.height() - height) // 2))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def _reading_order(self, widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(self.panel, widget.rect().center())
        # Things in one row are a few pixels apart at most.
        return at.y() // 12, at.x()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _rule(theme: Theme) -> QFrame:
    line = QFrame()
    theme.dress(line, "rule")
    line.setFixedHeight(1)
    return line
