"""The bin: shots that were put away, to be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from studio.core.board import Card
from studio.core.ids import ShotId
from studio.ui.dialogs.shape import Dialog
from studio.ui.theme import Theme


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
        for card in cards:
            takes = "1 take" if card.take_count == 1 else f"{card.take_count} takes"
            action = " ".join(card.action.split()) or "no action yet"
            item = QListWidgetItem(f"{card.code}   {action}   ({takes})")
            item.setData(Qt.ItemDataRole.UserRole, card.shot_id)
            self._list.addItem(item)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
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
