"""The picture at the top: the chosen take's poster, or the shot as it would be drawn with the fields as they stand."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.ui import icons, paint
from studio.ui.theme import Theme
from studio.ui.widgets.picture import chip, fitted, foot_fade

MOST_HEIGHT = 228
_BUTTON = 36.0


class LivePicture(QAbstractButton):
    """A press plays the take. Its height follows the board's shape and never the picture that happens to be in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ratio = Fraction(16, 9)
        self._poster: QPixmap | None = None
        self._still: QPixmap | None = None
        self._timecode = ""
        self._length = ""
        self._hint = ""
        self._can_play = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Picture")

    @property
    def still_shown(self) -> bool:
        """Whether the picture is of the fields and not of a take."""
        return self._still is not None

    def set_ratio(self, ratio: Fraction) -> None:
        """The board's picture shape, width to height."""
        self._ratio = ratio
        self._fit()

    def show_poster(self, poster: QPixmap | None) -> None:
        """Show a take's picture; None while it is not there. A picture of the fields stays over it."""
        self._poster = poster
        self.update()

    def show_still(self, image: QImage | None) -> None:
        """Show the shot as its fields would have it; None goes back to the take."""
        self._still = None if image is None or image.isNull() else QPixmap.fromImage(image)
        self.update()

    def say(self, timecode: str, length: str, *, hint: str, can_play: bool) -> None:
        """The timecode and length in the foot, the words on an empty picture, whether there is something to play."""
        self._timecode, self._length, self._hint, self._can_play = timecode, length, hint, can_play
        self.setAccessibleName(f"Play, {length}" if can_play else hint or "Picture")
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_play else Qt.CursorShape.ArrowCursor)
        self.setEnabled(can_play)
        self.update()

    def height_for(self, width: int) -> int:
        """The board's shape, tall ones held to a height that leaves room for the fields."""
        return min(MOST_HEIGHT, round(width / self._ratio))

    def sizeHint(self) -> QSize:
        width = max(self.width(), 240)
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(box, 6, 6)
        painter.setClipPath(clip)
        shown = self._still or self._poster
        painter.fillRect(box, self._theme.colour("picture" if shown is not None else "empty"))
        if shown is None:
            self._paint_empty(painter, box)
        else:
            painter.drawPixmap(fitted(QSize(shown.width(), shown.height()), box), shown, QRectF(shown.rect()))
        self._paint_foot(painter, box, shade=shown is not None)
        if self._still is not None:
            self._paint_mark(painter, box)
        elif shown is not None and self._can_play:
            self._paint_play(painter, box)

    def _fit(self) -> None:
        height = self.height_for(max(self.width(), 1))
        if self.width() > 1 and self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _paint_empty(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.on_picture("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)

    def _paint_foot(self, painter: QPainter, box: QRectF, *, shade: bool) -> None:
        if shade:
            foot_fade(painter, self._theme, box)
        painter.setFont(self._theme.font("mono_small"))
        line = QRectF(8, box.bottom() - 23, box.width() - 16, 18)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.on_picture("amber"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, self._timecode)
        painter.setPen(self._theme.colour("on_picture"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._length)

    def _paint_play(self, painter: QPainter, box: QRectF) -> None:
        disc = QRectF(0, 0, _BUTTON, _BUTTON)
        disc.moveCenter(box.center())
        ground = self._theme.colour("bar")
        ground.setAlphaF(0.9 if self.underMouse() or self.hasFocus() else 0.62)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(disc)
        icons.draw(painter, "play-fill", self._theme.colour("on_picture"), disc.adjusted(11.5, 10.5, -9.5, -10.5))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Say that this is not a take: nothing of it is kept until it is drafted."""
        words = "As the fields stand"
        font = self._theme.font("tier")
        width = QFontMetricsF(font).horizontalAdvance(words) + 26
        ground = QRectF(box.right() - 6 - width, 6, width, 18)
        chip(painter, self._theme, ground)
        paint.shape(painter, "next", self._theme.on_picture("blocking"), QRectF(ground.x() + 5, ground.y() + 4, 10, 10))
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_picture"))
        painter.drawText(ground.adjusted(20, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)
