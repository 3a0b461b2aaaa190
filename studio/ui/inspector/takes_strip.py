"""A shot's takes in a strip: picture, shape, number or ring, stars; arrows walk, P picks, 1 to 5 rate, X rejects."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.core.ids import TakeId
from studio.core.take import Take
from studio.ui import icons, paint
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme
from studio.ui.widgets import foreign
from studio.ui.widgets.picture import fitted

TILE = QSize(56, 32)
GAP = 6
_META = 20
EDGE = 3
HEIGHT = TILE.height() + _META + 2 * EDGE
_MOST_STARS = 5
TAKE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class TakesModel(QAbstractListModel):
    """Takes in order of their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes: tuple[Take, ...] = ()
        self.pick: TakeId | None = None

    def show(self, takes: tuple[Take, ...], pick: TakeId | None) -> None:
        """Show these takes; what was there already stays where it is."""
        old = [take.id for take in self.takes]
        new = [take.id for take in takes]
        if new[: len(old)] == old and len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self.takes, self.pick = takes, pick
            self.endInsertRows()
        elif new != old:
            self.beginResetModel()
            self.takes, self.pick = takes, pick
            self.endResetModel()
        self.takes, self.pick = takes, pick
        if takes:
            self.dataChanged.emit(self.index(0), self.index(len(takes) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.takes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.takes):
            return None
        take = self.takes[index.row()]
        if role == TAKE:
            return take
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(take, self.pick)
        if role == Qt.ItemDataRole.ToolTipRole:
            return foreign.tip(f"{take.model_label}, {take.cost}")
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(TILE.width() + GAP, HEIGHT)
        return None


def spoken(take: Take, pick: TakeId | None) -> str:
    """A take in words, as a screen reader says it."""
    parts = [f"Take {take.number}", take.mark.value]
    if take.id == pick:
        parts.append("the pick")
    if take.stars:
        parts.append(f"{take.stars} stars")
    parts += [word for word, holds in (("rejected", take.rejected), ("file missing", take.missing)) if holds]
    return ", ".join([*parts, str(take.cost)])


class TakesStrip(QListView):
    """Says what the person chose and judged; `chosen` is the take that the keys act on."""

    take_chosen = Signal(object)
    pick_toggled = Signal(object)
    use_settings = Signal(object)
    rated = Signal(object, int)
    rejected = Signal(object, bool)
    played = Signal(object)

    def __init__(self, theme: Theme, images: ImageCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TakesModel(self)
        self._theme = theme
        self._read_only = False
        self.setModel(self._model)
        self.setItemDelegate(_TakeDelegate(theme, images, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Takes")
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.played.emit(index.data(TAKE).id))
        images.ready.connect(lambda _key: self.viewport().update())

    @property
    def chosen(self) -> Take | None:
        """The take under the accent edge."""
        take = self.currentIndex().data(TAKE)
        return take if isinstance(take, Take) else None

    def show_takes(self, takes: tuple[Take, ...], pick: TakeId | None, choose: TakeId | None) -> None:
        """Show a shot's takes with `choose` under the accent edge; says nothing about it."""
        blocked = self.blockSignals(True)
        self._model.show(takes, pick)
        row = next((row for row, take in enumerate(takes) if take.id == choose), len(takes) - 1)
        index = self._model.index(row)
        if takes and self.currentIndex() != index:
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.blockSignals(blocked)

    def set_read_only(self, read_only: bool) -> None:
        """Whether takes can only be looked at."""
        self._read_only = read_only

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.takes:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self._theme.colour("line2"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(EDGE + 0.5, EDGE + 0.5, TILE.width() - 1, TILE.height() - 1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        take = self.chosen
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if take is not None and plain and not self._read_only and self._judge(take, event.key()):
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The strip's letters are its own while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            own = (*range(Qt.Key.Key_0, Qt.Key.Key_6), Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_U)
            if event.key() in own:
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn sideways while there is something at that side; otherwise the panel scrolls."""
        bar = self.horizontalScrollBar()
        if bar.maximum() == 0 or event.angleDelta().x() == 0:
            event.ignore()
            return
        bar.setValue(bar.value() - event.angleDelta().x())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        take = self.chosen
        if take is not None:
            at = (
                self.visualRect(self.currentIndex()).center()
                if event.reason() is event.Reason.Keyboard
                else event.pos()
            )
            self.menu_for(take).popup(self.viewport().mapToGlobal(QPoint(at)))

    def menu_for(self, take: Take) -> QMenu:
        """What can be done with a take."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Play\tEnter", lambda: self.played.emit(take.id)).setEnabled(not take.missing)
        menu.addSeparator()
        changes = [
            menu.addAction(
                "Unpick\tP" if take.id == self._model.pick else "Pick\tP", lambda: self._judge(take, Qt.Key.Key_P)
            ),
            menu.addAction("Use these settings", lambda: self.use_settings.emit(take.id)),
            menu.addAction("Keep\tU" if take.rejected else "Reject\tX", lambda: self._judge(take, Qt.Key.Key_X)),
        ]
        changes[1].setEnabled(bool(take.request))
        stars = menu.addMenu("Stars")
        stars.setEnabled(not self._read_only)
        for count in range(_MOST_STARS, -1, -1):
            word = "None" if not count else "1 star" if count == 1 else f"{count} stars"
            action = stars.addAction(f"{word}\t{count}", lambda count=count: self.rated.emit(take.id, count))
            action.setCheckable(True)
            action.setChecked(take.stars == count)
        for action in changes:
            action.setEnabled(action.isEnabled() and not self._read_only)
        return menu

    def _judge(self, take: Take, key: int) -> bool:
        if key == Qt.Key.Key_P:
            self.pick_toggled.emit(take.id)
        elif key == Qt.Key.Key_X:
            self.rejected.emit(take.id, not take.rejected)
        elif key == Qt.Key.Key_U:
            if take.rejected:
                self.rejected.emit(take.id, False)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self.rated.emit(take.id, key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.played.emit(take.id)
        else:
            return False
        return True

    def _current_changed(self, now: QModelIndex) -> None:
        take = now.data(TAKE)
        if isinstance(take, Take):
            self.take_chosen.emit(take.id)


class _TakeDelegate(QStyledItemDelegate):
    """Paints a tile: picture above, mark, number and stars below."""

    def __init__(self, theme: Theme, images: ImageCache, view: TakesStrip) -> None:
        super().__init__(view)
        self._theme = theme
        self._images = images
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        take = index.data(TAKE)
        if not isinstance(take, Take):
            return
        rect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        tile = QRectF(rect.x() + EDGE, rect.y() + EDGE, TILE.width(), TILE.height())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_picture(painter, take, tile)
        chosen = index.row() == self._view.currentIndex().row()
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(tile.adjusted(-2.25, -2.25, 2.25, 2.25), 6, 6)
            if state & QStyle.StateFlag.State_HasFocus:
                edge = self._theme.colour("on_picture")
                pen = QPen(edge, 1)
                pen.setDashPattern([3, 3])
                painter.setPen(pen)
                painter.drawRoundedRect(tile.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        self._paint_meta(painter, take, QRectF(tile.x(), tile.bottom() + 4, tile.width(), 18))
        painter.restore()

    def _paint_picture(self, painter: QPainter, take: Take, tile: QRectF) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(tile, 4, 4)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(tile, self._theme.colour("empty"))
        if take.rejected:
            painter.setOpacity(0.38)
        width = round(TILE.width() * self._view.devicePixelRatioF())
        pixmap = None if take.missing else self._images.ask(take.id, width)
        if pixmap is not None:
            painter.fillRect(tile, self._theme.colour("picture"))
            painter.drawPixmap(fitted(pixmap.size(), tile), pixmap, QRectF(pixmap.rect()))
        elif take.missing:
            cross = QRectF(0, 0, 10, 10)
            cross.moveCenter(tile.center())
            paint.shape(painter, "failed", self._theme.on_picture("red"), cross)
        painter.restore()

    def _paint_meta(self, painter: QPainter, take: Take, line: QRectF) -> None:
        middle = line.center().y()
        colour = self._theme.colour
        mark = colour("text3") if take.rejected else self._theme.tier(take.mark)
        paint.shape(painter, paint.shape_of(take.mark), mark, QRectF(line.x(), middle - 4, 8, 8))
        painter.setFont(self._theme.font("mono_small"))
        if take.id == self._view.model().pick:  # type: ignore[attr-defined]
            text_width = painter.fontMetrics().horizontalAdvance(str(take.number))
            paint.ring(painter, self._theme, take.number, line.x() + 12 + max(15, text_width + 9), middle, edge=15)
        else:
            painter.setPen(colour("text3" if take.rejected else "text2"))
            painter.drawText(line.adjusted(12, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(take.number))
        if take.rejected:
            icons.draw(painter, "x", colour("text3"), QRectF(line.right() - 10, middle - 5, 10, 10))
        elif take.stars:
            icons.draw(painter, "star-fill", colour("text3"), QRectF(line.right() - 8, middle - 4, 8, 8))
            painter.setPen(colour("text3"))
            right = QPointF(line.right() - 9, line.bottom())
            painter.drawText(
                QRectF(line.topLeft(), right),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(take.stars),
            )
