"""The pictures that guide a shot: thumbnails with their role, dropped or pasted in, removed by Delete or their menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from studio.core.shot import Reference, ReferenceRole
from studio.ui import icons
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme
from studio.ui.widgets.flow_layout import FlowLayout

_THUMB = QSize(56, 50)
_PICTURE_HEIGHT = 32
_ALONE_WIDTH = 128  # until the panel has its width


class References(QWidget):
    """Takes files and pasted pictures; `role_changed` asks for another role of one that is there."""

    dropped = Signal(list)
    pasted = Signal(bytes)
    removed = Signal(object)
    role_changed = Signal(object, object)
    browse = Signal()

    def __init__(self, theme: Theme, images: ImageCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images = images
        self._shown: tuple[Reference, ...] = ()
        self._over = False
        self._read_only = False
        self.setAcceptDrops(True)
        self.setAccessibleName("References")
        self._flow = FlowLayout(6, self)
        self._add = _AddTile(theme)
        self._add.clicked.connect(self.browse)
        self._flow.addWidget(self._add)
        images.ready.connect(self._refresh)

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """Show a shot's references; nothing moves when they are the same."""
        if references == self._shown:
            return
        self._shown = references
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, _Thumb):
                widget.hide()
                widget.deleteLater()
        for reference in references:
            thumb = _Thumb(self._theme, self._images, reference, self)
            thumb.removed.connect(lambda reference=reference: self.removed.emit(reference.id))
            thumb.role_chosen.connect(lambda role, reference=reference: self.role_changed.emit(reference.id, role))
            thumb.set_read_only(self._read_only)
            self._flow.addWidget(thumb)
            thumb.show()
        self._add.set_alone(not references)
        self._flow.addWidget(self._add)
        self.updateGeometry()

    def set_read_only(self, read_only: bool) -> None:
        """Whether references only show."""
        self._read_only = read_only
        self.setAcceptDrops(not read_only)
        self._add.setVisible(not read_only)
        for thumb in self.findChildren(_Thumb):
            thumb.set_read_only(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._add.set_width(self.width())

    def paste(self) -> bool:
        """Take the clipboard's picture or picture files; whether there was one."""
        if self._read_only:
            return False
        data = QApplication.clipboard().mimeData()
        paths = local_files(data)
        if paths:
            self.dropped.emit(paths)
            return True
        png = picture_bytes(data)
        if png:
            self.pasted.emit(png)
        return bool(png)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()) or event.mimeData().hasImage():
            self._set_over(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        paths = local_files(event.mimeData())
        if paths:
            self.dropped.emit(paths)
        elif png := picture_bytes(event.mimeData()):
            self.pasted.emit(png)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(self._theme.colour("accent_tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def _refresh(self, key: str) -> None:
        for thumb in self.findChildren(_Thumb):
            if thumb.reference.id == key:
                thumb.update()


def local_files(data: QMimeData) -> list[Path]:
    """The files of a drop, without anything that lies elsewhere."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def picture_bytes(data: QMimeData) -> bytes:
    """A pasted picture as PNG; empty when there is none."""
    if data.hasFormat("image/png"):
        return bytes(data.data("image/png").data())
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(made.data())


class _Tile(QAbstractButton):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(_THUMB)
        self.setFont(theme.font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def _picture(self) -> QRectF:
        return QRectF(0, 0, self.width(), _PICTURE_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)


class _AddTile(_Tile):
    """Says how references come in, and opens the file dialog."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._whole = _ALONE_WIDTH
        self.setAccessibleName("Add reference pictures")
        self.set_alone(True)

    def set_alone(self, alone: bool) -> None:
        """Alone it says in words what to do; beside references it is a small plus."""
        self._words = "Drop or paste references, or choose files" if alone else ""
        self.setToolTip("" if alone else "Drop or paste pictures, or press to choose files")
        self._fit()

    def set_width(self, width: int) -> None:
        """The panel's width, in logical pixels: alone it is as wide as the fields above it."""
        self._whole = width
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(self._whole if self._words else _THUMB.width(), _PICTURE_HEIGHT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("text3" if self.underMouse() else "line3"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(self._picture.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        plus = QRectF(0, 0, 13, 13)
        plus.moveCenter(self._picture.center())
        if self._words:
            plus.moveLeft(10)
        icons.draw(painter, "plus", self._theme.colour("text3"), plus)
        painter.setPen(self._theme.colour("text2" if self.underMouse() else "text3"))
        painter.drawText(self.rect().adjusted(30, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, self._words)


class _Thumb(_Tile):
    """One reference: picture, role below; a press opens its menu, Delete removes it."""

    removed = Signal()
    role_chosen = Signal(object)

    def __init__(self, theme: Theme, images: ImageCache, reference: Reference, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.reference = reference
        self._images = images
        self._read_only = False
        self.setAccessibleName(f"{reference.role.value} reference, {reference.name}")
        self.clicked.connect(lambda: self._open_menu(QPoint(0, self.height())))

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.setEnabled(not read_only)

    def menu(self) -> QMenu:
        """The roles, and the way out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for role in ReferenceRole:
            action = menu.addAction(role.value, lambda role=role: self.role_chosen.emit(role))
            action.setCheckable(True)
            action.setChecked(role is self.reference.role)
        menu.addSeparator()
        menu.addAction("Remove\tDel", self.removed.emit)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._read_only:
            self._open_menu(event.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._read_only:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Delete removes the reference, not the shot."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(self._picture, 4, 4)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(self._picture, self._theme.colour("empty"))
        pixmap = self._images.ask(self.reference.id, round(_THUMB.width() * self.devicePixelRatioF()))
        if pixmap is not None:
            # Fills the thumb: a reference is known by its middle.
            scale = max(self._picture.width() / pixmap.width(), self._picture.height() / pixmap.height())
            box = QRectF(0, 0, pixmap.width() * scale, pixmap.height() * scale)
            box.moveCenter(self._picture.center())
            painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
        painter.restore()
        if self.underMouse() and not self._read_only:
            painter.setPen(QPen(self._theme.colour("text3"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._picture.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.colour("text2"))
        line = QRectF(0, _PICTURE_HEIGHT, self.width(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.reference.role.value)
        icons.draw(painter, "caret-down", self._theme.colour("text3"), QRectF(self.width() - 11, line.y() + 5, 9, 9))

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self.mapToGlobal(at))
