"""How a scene's row is painted and renamed, and the row of the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.ui import icons, paint
from studio.ui.pieces import PaintedButton
from studio.ui.sluglines import parse_slugline
from studio.ui.theme import Theme

if TYPE_CHECKING:
    from studio.ui.scene_list import SceneEntry

HEIGHT = 38
INSET = 8  # of a row from the edges of the list
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
Index = QModelIndex | QPersistentModelIndex


class SceneDelegate(QStyledItemDelegate):
    """Two lines a row: number, place, length; setting and time, ribbon."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """38 pixels high, as wide as the list."""
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row; the marked one has a ground and an accent bar at the window's edge."""
        entry: SceneEntry = index.data(Qt.ItemDataRole.UserRole)
        theme, box = self._theme, QRectF(option.rect)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        current = index.row() == self._view.currentIndex().row()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if current:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box.x() - 2, box.y() + 8, 4, box.height() - 16), 2, 2)
        box.adjust(INSET, 0, -INSET, 0)
        if current or hovered:
            painter.setBrush(theme.colour("hover" if current else "raised"))
            painter.drawRoundedRect(box, 6, 6)
        self._words(painter, entry, box, current)
        if current and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.restore()

    def _words(self, painter: QPainter, entry: SceneEntry, box: QRectF, current: bool) -> None:
        theme, line = self._theme, parse_slugline(entry.scene.slugline)
        left, right, top = box.x() + 6, box.right() - 8, box.y() + 3
        painter.setFont(theme.font("mono_medium"))
        painter.setPen(theme.colour("text" if current else "text3"))
        painter.drawText(QRectF(left, top - 1, 22, 17), _LEFT, entry.scene.number)
        painter.setFont(theme.font("mono_small"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(QRectF(right - 44, top - 1, 44, 17), _LEFT, entry.length)
        name = QRectF(left + 24, top, right - 52 - left - 24, 17)
        painter.setFont(theme.font("body_medium"))
        painter.setPen(theme.colour("text" if current else "text2"))
        painter.drawText(name, _LEFT, _cut(painter, line.place or "Untitled", name.width()))
        second = name.translated(0, 17)
        second.setHeight(15)
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(second, _LEFT, _cut(painter, line.second_line, second.width()))
        paint.ribbon(painter, theme, entry.bars, QRectF(right - 44, top + 17 + 5.5, 44, 4))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the whole row with the slugline in it."""
        field = QLineEdit(parent)
        field.setAccessibleName("Slugline")
        field.setMaxLength(300)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, less the room of the focus frame."""
        editor.setGeometry(option.rect.adjusted(INSET + 2, 5, -INSET - 2, -5))  # type: ignore[attr-defined]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The whole slugline, selected."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()


class BinRow(PaintedButton):
    """The bin and how many shots lie in it; it opens only when there are some."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = 0
        self.setFixedHeight(26)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many shots lie in the bin."""
        self._count = count
        self.setEnabled(count > 0)
        self.setAccessibleName(f"Bin, {'1 shot' if count == 1 else f'{count} shots'}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, word, count."""
        painter, theme = QPainter(self), self.theme
        self.paint_ground(painter)
        box = QRectF(self.rect())
        icons.draw(painter, "trash", theme.colour("text3"), QRectF(6, 5.5, 15, 15))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text2" if self._count else "text3"))
        painter.drawText(box.adjusted(29, 0, 0, 0), _LEFT, "Bin")
        painter.setFont(theme.font("mono_small"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box.adjusted(0, 0, -8, 0), _RIGHT, str(self._count))


def _cut(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
