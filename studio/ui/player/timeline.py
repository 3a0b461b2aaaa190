"""The strip under the picture: a ruler, frames of the clips in a row, the amber playhead; a drag scrubs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.core.timebase import short_time
from studio.ui.player.sequence import ClipSequence
from studio.ui.theme import Theme

RULER = 18
STRIP = 54
_LABEL_ROOM = 90
_HEAD = 5.0


class Timeline(QWidget):
    """`scrubbed` carries the frame of the whole under the pointer; `thumbs_wanted` follows a new size or sequence."""

    scrubbed = Signal(int)
    thumbs_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sequence: ClipSequence | None = None
        self._frame = 0
        self._thumbs: dict[tuple[Path, int], QPixmap] = {}
        self.setFixedHeight(RULER + STRIP + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Timeline")

    def show_sequence(self, sequence: ClipSequence) -> None:
        """Show other clips from their first frame."""
        self._sequence, self._frame = sequence, 0
        self._thumbs.clear()
        self.thumbs_wanted.emit()
        self.update()

    def show_frame(self, frame: int) -> None:
        """Move the playhead."""
        self._frame = frame
        self.update()

    def show_thumb(self, path: Path, number: int, image: QImage) -> None:
        """Put a small picture where it belongs."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._thumbs[path, number] = pixmap
        self.update()

    def tile(self) -> QSize:
        """The size of a small picture, in logical pixels."""
        return QSize(96, STRIP)

    def wanted_thumbs(self) -> list[tuple[Path, int]]:
        """What the tiles show and is not there yet, from left to right."""
        found = [self._tile_place(middle) for middle in self._tile_middles()]
        return [place for place in dict.fromkeys(found) if place is not None and place not in self._thumbs]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.thumbs_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("well"))
        painter.drawRoundedRect(box, 6, 6)
        if self._sequence is None or not self._sequence.frames:
            return
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setClipPath(clip)
        self._paint_tiles(painter)
        self._paint_cuts(painter, self._sequence)
        painter.restore()
        self._paint_ruler(painter, self._sequence)
        self._paint_head(painter)

    def _scrub(self, event: QMouseEvent) -> None:
        if self._sequence is not None and self._sequence.frames and self.width() > 1:
            share = min(max(event.position().x() / (self.width() - 1), 0.0), 1.0)
            self.scrubbed.emit(round(share * (self._sequence.frames - 1)))

    def _x(self, frame: int) -> float:
        last = max(1, self._sequence.frames - 1) if self._sequence is not None else 1
        return frame / last * (self.width() - 1)

    def _tile_middles(self) -> list[float]:
        width = self.tile().width()
        return [width * (number + 0.5) for number in range(-(-self.width() // width))]

    def _tile_place(self, middle: float) -> tuple[Path, int] | None:
        sequence = self._sequence
        if sequence is None or not sequence.frames or self.width() < 2:
            return None
        place = sequence.place(round(min(1.0, middle / (self.width() - 1)) * (sequence.frames - 1)))
        path = sequence.clips[place.clip].path
        return None if path is None else (path, place.frame)

    def _paint_tiles(self, painter: QPainter) -> None:
        size = self.tile()
        for middle in self._tile_middles():
            place = self._tile_place(middle)
            thumb = self._thumbs.get(place) if place is not None else None
            box = QRectF(middle - size.width() / 2, RULER, size.width(), STRIP + 1)
            if thumb is None:
                painter.fillRect(box, self._theme.colour("empty" if self._theme.dark else "hover"))
                continue
            source = QRectF(0, 0, size.width() * thumb.devicePixelRatio(), STRIP * thumb.devicePixelRatio())
            source.moveCenter(QRectF(thumb.rect()).center())
            painter.drawPixmap(box, thumb, source)

    def _paint_cuts(self, painter: QPainter, sequence: ClipSequence) -> None:
        painter.setPen(QPen(self._theme.colour("panel"), 2))
        for start in sequence.starts[1:-1]:
            x = self._x(start)
            painter.drawLine(QPointF(x, RULER), QPointF(x, self.height()))

    def _paint_ruler(self, painter: QPainter, sequence: ClipSequence) -> None:
        painter.setFont(self._theme.font("mono_small"))
        painter.setPen(self._theme.colour("text3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        if len(sequence.clips) > 1:
            free = 0.0
            for number, clip in enumerate(sequence.clips):
                x = self._x(sequence.starts[number]) + 6
                if x >= free and x < self.width() - 30:
                    painter.drawText(QRectF(x, 0, _LABEL_ROOM, RULER), middle, clip.code)
                    free = x + painter.fontMetrics().horizontalAdvance(clip.code) + 8
            return
        base = sequence.rate.base
        seconds = max(1, -(-sequence.frames * _LABEL_ROOM // (base * max(1, self.width()))))
        for frame in range(0, sequence.frames, base * seconds):
            painter.drawText(
                QRectF(self._x(frame) + 6, 0, _LABEL_ROOM, RULER), middle, short_time(frame, sequence.rate)
            )

    def _paint_head(self, painter: QPainter) -> None:
        x = min(max(self._x(self._frame), 1.0), self.width() - 1.0)
        amber = self._theme.on_picture("amber")
        painter.setPen(QPen(amber, 1))
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(amber)
        painter.drawPolygon([QPointF(x - _HEAD, 0), QPointF(x + _HEAD, 0), QPointF(x, 6)])
