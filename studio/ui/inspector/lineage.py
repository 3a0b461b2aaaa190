"""Where a take comes from: its parents in a row, each with shape, number and cost, and the next tier dashed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.core.take import Take
from studio.core.tier import Tier, TierMark
from studio.ui import paint
from studio.ui.inspector.next_step import Act, NextStep
from studio.ui.theme import Theme

HEIGHT = 48
_NODE = 44.0
_SHAPE = 13.0
_MOST = 4


def chain(takes: tuple[Take, ...], take: Take | None) -> tuple[Take, ...]:
    """A take with its parents before it, oldest first; a parent that is not among `takes` ends it, as does a ring."""
    by_id = {one.id: one for one in takes}
    found: list[Take] = []
    while take is not None and take not in found:
        found.append(take)
        take = by_id.get(take.parent_id) if take.parent_id is not None else None
    return tuple(reversed(found))


class Lineage(QWidget):
    """Paints the last four of a chain; a longer one begins with a dashed line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chain: tuple[Take, ...] = ()
        self._next: NextStep | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Lineage")

    def show_chain(self, takes: tuple[Take, ...], step: NextStep) -> None:
        """Show where the last of `takes` comes from and what would follow."""
        self._chain = takes
        self._next = step if step.act is Act.PROMOTE else None
        words = [f"take {take.number} {take.mark.value} {take.cost}" for take in takes]
        self.setAccessibleDescription(", then ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._chain[-_MOST + (self._next is not None) :]
        count = len(shown) + (self._next is not None)
        if not count:
            return
        # One or two nodes stand at the width that four would have, so that takes do not wander as they land.
        pitch = (self.width() + 12 - _NODE) / (max(count, _MOST) - 1)
        middles = [-6 + _NODE / 2 + pitch * place for place in range(count)]
        for place, middle in enumerate(middles[:-1]):
            dashed = self._next is not None and place == count - 2
            self._line(painter, middle + 13, middles[place + 1] - 13, dashed=dashed)
        for take, middle in zip(shown, middles, strict=False):
            self._node(painter, middle, take.mark, paint.shape_of(take.mark), f"tk{take.number}", str(take.cost))
        if self._next is not None:
            mark = TierMark.PREMIUM if self._next.tier is Tier.EXPORT else TierMark.VALIDATION
            self._node(painter, middles[-1], mark, "next", "next", self._next.price, coloured=True)

    def _line(self, painter: QPainter, left: float, right: float, *, dashed: bool) -> None:
        pen = QPen(self._theme.colour("line3"), 1)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, 7.5), QPointF(right, 7.5))

    def _node(
        self,
        painter: QPainter,
        middle: float,
        mark: TierMark,
        shape: paint.Shape,
        name: str,
        price: str,
        *,
        coloured: bool = False,
    ) -> None:
        colour = self._theme.colour
        paint.shape(painter, shape, self._theme.tier(mark), QRectF(middle - _SHAPE / 2, 1, _SHAPE, _SHAPE))
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.tier(mark) if coloured else colour("text2"))
        painter.drawText(QRectF(middle - 30, 17, 60, 14), Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(self._theme.font("mono_small"))
        painter.setPen(colour("text3"))
        painter.drawText(QRectF(middle - 30, 31, 60, 15), Qt.AlignmentFlag.AlignCenter, price)
