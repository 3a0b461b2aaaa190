"""The bin: shots that were put away, to be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.core.board import Card
from studio.core.ids import ShotId
from studio.ui.dialogs.shape import Dialog
from studio.ui.theme import Theme

PARTS = Qt.ItemDataRole.UserRole + 1
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class BinDialog(Dialog):
    """`chosen()` are the shots to bring back, once it is accepted."""

    def __init__(self, theme: Theme, host: QWidget, cards: Sequence[Card], *, writable: bool) -> None:
        super().__init__(theme, host, "Bin", 480)
        self.column.addWidget(self.text("Shots keep their takes and codes here. What was spent on them stays counted."))
        self._list = QListWidget()
        self._list.setAccessibleName("Shots in the bin")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setMinimumHeight(220)
        self._list.setItemDelegate(_Row(theme, self._list))
        for card in cards:
            takes = "1 take" if card.take_count == 1 else f"{card.take_count} takes"
            action = " ".join(card.action.split()) or "No action yet"
            item = QListWidgetItem(f"{card.code}, {action}, {takes}")
            item.setData(Qt.ItemDataRole.UserRole, card.shot_id)
            item.setData(PARTS, (card.code, action, takes))
            self._list.addItem(item)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._list, 1)
        self.add_button("Close").clicked.connect(self.reject)
        self._restore = self.add_button("Bring back", filled=True)
        self._restore.clicked.connect(self.accept)
        self._writable = writable
        self._list.itemSelectionChanged.connect(self._chose)
        if cards:
            self._list.setCurrentRow(0)
        self._chose()
        self.begin_at(self._list)

    def chosen(self) -> list[ShotId]:
        """The shots that are selected."""
        return [ShotId(str(item.data(Qt.ItemDataRole.UserRole))) for item in self._list.selectedItems()]

    def _chose(self) -> None:
        self._restore.setEnabled(self._writable and bool(self._list.selectedItems()))


class _Row(QStyledItemDelegate):
    """Code, action, number of takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """30 pixels high."""
        return QSize(100, 30)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A ground under chosen rows, then the three parts."""
        theme, box = self._theme, QRectF(option.rect).adjusted(4, 1, -4, -1)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        code, action, takes = index.data(PARTS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("accent_tint"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        box = box.adjusted(10, 0, -10, 0)
        painter.setFont(theme.font("code"))
        painter.setPen(theme.colour("text"))
        painter.drawText(box, _LEFT, code)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box, _RIGHT, takes)
        middle = box.adjusted(64, 0, -64, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text2"))
        shown = painter.fontMetrics().elidedText(action, Qt.TextElideMode.ElideRight, int(middle.width()))
        painter.drawText(middle, _LEFT, shown)
        painter.restore()
