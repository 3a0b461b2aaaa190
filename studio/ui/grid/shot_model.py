"""The board's shots as Qt sees them: one row a card that is shown, in board order, spoken for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.core.board import Card
from studio.core.ids import ShotId
from studio.core.timebase import Rate
from studio.ui.grid.words import spoken

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole + 1


class ShotModel(QAbstractListModel):
    """Rows are set as a whole by `show` and changed one by one by `replace`."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rate = Rate(24)
        self._cards: list[Card] = []
        self._rows: dict[ShotId, int] = {}
        self._scenes: dict[str, str] = {}

    @property
    def cards(self) -> Sequence[Card]:
        """The cards that are shown, in board order."""
        return self._cards

    @property
    def rate(self) -> Rate:
        """The project's rate."""
        return self._rate

    def show(self, cards: Iterable[Card], rate: Rate, scenes: Mapping[str, str]) -> None:
        """Show these cards; `scenes` says for each scene id how it is called."""
        self.beginResetModel()
        self._cards = list(cards)
        self._rows = {card.shot_id: row for row, card in enumerate(self._cards)}
        self._rate = rate
        self._scenes = dict(scenes)
        self.endResetModel()

    def replace(self, cards: Iterable[Card]) -> list[int]:
        """Put new cards in place of the shots' old ones; returns the rows that changed. Unknown shots are left out."""
        changed: list[int] = []
        for card in cards:
            row = self._rows.get(card.shot_id)
            if row is not None and self._cards[row] != card:
                self._cards[row] = card
                changed.append(row)
                index = self.index(row)
                self.dataChanged.emit(index, index)
        return changed

    def row_of(self, shot_id: ShotId) -> int | None:
        """The row of a shot, None while it is not shown."""
        return self._rows.get(shot_id)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many cards are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for people and screen readers; pictures are the view's."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{card.code} {card.action}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(card, self._rate, self._now())
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                parts = (self._scenes.get(card.scene_id, ""), card.action[:400], card.camera_line)
                return ". ".join(part.rstrip(".") for part in parts if part)
            case _:
                return card if role == CARD_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards are chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
