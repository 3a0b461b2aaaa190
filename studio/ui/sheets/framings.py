"""Ten framings of a shot side by side; Enter takes the chosen one's fields into the shot."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from studio.core.framings import Framing
from studio.ui import paint
from studio.ui.sheets.base import Sheet
from studio.ui.style import OWN_FOCUS
from studio.ui.theme import Theme
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.decoder import Decoder
from studio.ui.widgets.picture import fitted
from studio.ui.widgets.section import label

WIDTH = 1136
COLUMNS = 5
GAP = 12
_FOOT = 26
_EDGE = 3
_TALLEST = 230


class FramingsSheet(Sheet):
    """Accepted means: take `chosen`. Pictures come one by one; their places are there from the start."""

    chosen_changed = Signal(int)

    def __init__(self, theme: Theme, host: QWidget, code: str, framings: Sequence[Framing], ratio: Fraction) -> None:
        super().__init__(theme, host, code, "Ten framings", _width_for(host, ratio))
        self._framings = tuple(framings)
        self._chosen = 0
        self._decoder = Decoder(self)
        self._decoder.decoded.connect(lambda name, image: self._tiles[int(name)].show_image(image))
        self._tiles = [_Tile(theme, framing, ratio) for framing in self._framings]
        grid = QGridLayout()
        grid.setContentsMargins(20, 16, 20, 12)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for place, tile in enumerate(self._tiles):
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
            tile.clicked.connect(lambda _checked=False, place=place: self.choose(place))
            tile.taken.connect(self.accept)
        self.body.addLayout(grid)
        self.foot.addWidget(label(theme, "hint", "1 to 9, 0 and arrows choose. Drawn on this machine, free."))
        self.foot.addStretch(1)
        self.not_now = ActionButton(theme, "ghost", 34)
        self.not_now.say("Not now", key="Esc")
        self.take_button = ActionButton(theme, "filled", 34)
        self.take_button.setMinimumWidth(190)
        for button in (self.not_now, self.take_button):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.foot.addWidget(button)
        self.not_now.clicked.connect(self.reject)
        self.take_button.clicked.connect(self.accept)
        self.choose(0)

    @property
    def chosen(self) -> Framing:
        """The framing that accepting takes."""
        return self._framings[self._chosen]

    def choose(self, place: int) -> None:
        """Put the accent edge on a framing, by its place from 0."""
        self._chosen = place
        for number, tile in enumerate(self._tiles):
            tile.setChecked(number == place)
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus)
        self.take_button.say(f"Take framing {place + 1}", icon="check", key="⏎")
        if self.isVisible():
            self._tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen_changed.emit(place)

    def set_picture(self, index: int, jpeg: bytes) -> None:
        """Show the picture of a framing."""
        ratio = self.devicePixelRatioF()
        self._decoder.decode(str(index), jpeg, QSize(round(480 * ratio), round(480 * ratio)))

    def first_focus(self) -> QWidget:
        """The chosen framing."""
        return self._tiles[self._chosen]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = event.key(), len(self._tiles)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            place = (key - Qt.Key.Key_1) % 10
            if place < count:
                self.choose(place)
        elif key in steps:
            wanted = self._chosen + steps[Qt.Key(key)]
            if 0 <= wanted < count:
                self.choose(wanted)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else count - 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), _Tile):
            self.accept()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class _Tile(QAbstractButton):
    """A framing's picture, the key that chooses it, its camera in words."""

    taken = Signal()

    def __init__(self, theme: Theme, framing: Framing, ratio: Fraction) -> None:
        super().__init__()
        self._theme = theme
        self._framing = framing
        self._ratio = ratio
        self._image: QImage | None = None
        self.setCheckable(True)
        self.setProperty(OWN_FOCUS, True)
        self.setText(framing.label)
        self.setAccessibleName(f"Framing {framing.index + 1}, {framing.label}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show the picture when it has come."""
        self._image = None if image.isNull() else image
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        height = round((self.width() - 2 * _EDGE) / self._ratio) + 2 * _EDGE + _FOOT
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(200, round(200 / self._ratio) + _FOOT)

    def nextCheckState(self) -> None:
        """The sheet says which one is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter, Space and the arrows belong to the sheet.
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0, 0, self.width(), self.height() - _FOOT).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        clip = QPainterPath()
        clip.addRoundedRect(box, 6, 6)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(box, theme.colour("picture" if self._image is not None else "empty"))
        if self._image is not None:
            painter.drawImage(fitted(self._image.size(), box), self._image)
        painter.restore()
        if self.isChecked() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "line3"), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 8, 8)
        if self.hasFocus():
            pen = QPen(theme.colour("on_picture"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), 4, 4)
        line = QRectF(3, self.height() - _FOOT + 4, self.width() - 6, 20)
        key = paint.keycap(painter, theme, str((self._framing.index + 1) % 10), line.x(), line.center().y())
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("text" if self.isChecked() else "text2"))
        words = line.adjusted(key.width() + 6, 0, 0, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


def _width_for(host: QWidget, ratio: Fraction) -> int:
    """As wide as looks well, less where two rows of tall pictures would not fit into the window."""
    room = max(200, host.height() - 230) / 2 - _FOOT
    tile = min(room, _TALLEST) * float(ratio)
    return max(560, min(WIDTH, round(COLUMNS * tile + (COLUMNS - 1) * GAP + 40)))
