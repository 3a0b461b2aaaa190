"""Where frames show: letterboxed on pure black, or a slate where a shot has no clip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui.theme import Theme
from studio.ui.widgets.picture import fitted

SLATE_SHAPE = QSize(16, 9)


class Surface(QWidget):
    """Shows one picture or one slate at a time."""

    pressed = Signal()
    double_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._title = ""
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self.setAccessibleName("Picture")

    @property
    def image(self) -> QImage | None:
        """The picture that shows, None for a slate or nothing."""
        return self._image

    @property
    def slate(self) -> tuple[str, str]:
        """The slate's title and words, empty while a picture shows."""
        return self._title, self._words

    def show_image(self, image: QImage) -> None:
        """Show a frame."""
        self._image, self._title, self._words = image, "", ""
        self.update()

    def show_slate(self, title: str, words: str) -> None:
        """Show words on a dark card; none of both is plain black."""
        self._image, self._title, self._words = None, title, words
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(box, self._theme.colour("picture"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(self._image.size(), box), self._image)
        elif self._title or self._words:
            self._paint_slate(painter, fitted(SLATE_SHAPE, box))

    def _paint_slate(self, painter: QPainter, card: QRectF) -> None:
        painter.fillRect(card, self._theme.colour("empty"))
        inner = card.adjusted(40, 24, -40, -24)
        painter.setPen(self._theme.on_picture("text2"))
        painter.setFont(self._theme.font("total"))
        title = QRectF(inner.x(), inner.center().y() - 44, inner.width(), 28)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self._title)
        painter.setPen(self._theme.on_picture("text3"))
        painter.setFont(self._theme.font("body_large"))
        words = QRectF(inner.x(), title.bottom() + 6, inner.width(), inner.bottom() - title.bottom() - 6)
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            self._words[:600],
        )
