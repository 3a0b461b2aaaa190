"""The inspector's first line: code, how far the shot has come, its neighbours, its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.core.board import Card, WorkState
from studio.core.tier import TierMark
from studio.ui import paint
from studio.ui.theme import Theme
from studio.ui.widgets.section import icon_button, label

HEIGHT = 44
_STATE_SHAPES: dict[WorkState, tuple[paint.Shape, str]] = {
    WorkState.QUEUED: ("queued", "text2"),
    WorkState.RUNNING: ("running", "amber"),
    WorkState.STALLED: ("running", "amber"),
    WorkState.UNKNOWN: ("unknown", "amber"),
    WorkState.REFUSED: ("failed", "red"),
    WorkState.FAILED: ("failed", "red"),
}


class Header(QWidget):
    """`edited` carries `{on_hold|omitted|approved: bool}` from the menu."""

    next_requested = Signal()
    previous_requested = Signal()
    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._read_only = False
        self.setFixedHeight(HEIGHT)
        self.code = label(theme, "code")
        self._mark = _Mark(theme)
        self._previous = icon_button(theme, "caret-left", "Previous shot", 14)
        self._next = icon_button(theme, "caret-right", "Next shot", 14)
        self._more = icon_button(theme, "dots-three", "Shot menu")
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.code)
        row.addWidget(self._mark, 1)
        row.addWidget(self._previous)
        row.setSpacing(0)
        row.addWidget(self._next)
        row.addSpacing(4)
        row.addWidget(self._more)
        row.insertSpacing(1, 8)

    def show_card(self, card: Card) -> None:
        """Name the shot and how far it has come."""
        self._card = card
        self.code.setText(card.code)
        self._mark.show_card(card)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the menu only tells."""
        self._read_only = read_only

    def menu(self) -> QMenu:
        """What stands beside the status: on hold, omitted, approved."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = self._card
        if card is None:
            return menu
        for field, word, holds in (
            ("approved", "Approved", card.approved),
            ("on_hold", "On hold", card.on_hold),
            ("omitted", "Omitted", card.omitted),
        ):
            action = menu.addAction(word, lambda field=field, holds=holds: self.edited.emit({field: not holds}))
            action.setCheckable(True)
            action.setChecked(holds)
            action.setEnabled(not self._read_only and (field != "approved" or card.take_count > 0))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))


class _Mark(QWidget):
    """A shape and its word: the work under way, else the shown take's tier, else the status."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape: paint.Shape | None = None
        self._colour = "text3"
        self._words = ""
        self.setFont(theme.font("body_medium"))

    def show_card(self, card: Card) -> None:
        self._shape, self._colour, self._words = _mark_of(card)
        asides = [word for word, holds in (("on hold", card.on_hold), ("omitted", card.omitted)) if holds]
        if card.approved and card.work is None:
            asides.insert(0, "approved")
        self._words = " · ".join([self._words, *asides])
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(90, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        if self._shape is not None:
            box = QRectF(0, self.height() / 2 - 5, 10, 10)
            paint.shape(painter, self._shape, self._theme.colour(self._colour), box)
            left = 15.0
        painter.setPen(self._theme.colour("text2"))
        room = QRectF(left, 0, self.width() - left, self.height())
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _mark_of(card: Card) -> tuple[paint.Shape | None, str, str]:
    if card.work is not None:
        shape, colour = _STATE_SHAPES[card.work.state]
        word = card.work.tier.doing if card.work.state is WorkState.RUNNING else card.work.state.value
        return shape, colour, word
    if card.mark is None:
        return None, "text3", "No take yet"
    tokens = {mark: mark.value.lower() for mark in TierMark}
    return paint.shape_of(card.mark), tokens[card.mark], card.mark.value
