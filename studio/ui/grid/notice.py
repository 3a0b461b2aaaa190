"""What an empty board says: what is missing, and the key that helps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from studio.ui import icons, paint
from studio.ui.grid.text import CENTRE, LEFT
from studio.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """A title and lines of (keys, words)."""

    icon: str
    title: str
    lines: tuple[tuple[tuple[str, ...], str], ...]

    @property
    def spoken(self) -> str:
        """The notice read aloud."""
        lines = (f"{'+'.join(keys)} {words}" if keys else words for keys, words in self.lines)
        return ". ".join((self.title, *lines))


NO_SHOTS = Notice(
    "film-strip",
    "No shots yet",
    ((("N",), "adds the first one"), (("Ctrl", "I"), "takes in a script"), ((), "or drop a script or pictures here")),
)
READ_ONLY = Notice("film-strip", "No shots yet", (((), "This project is open for reading only"),))
NO_MATCH = Notice("magnifying-glass", "No shot matches", ((("Ctrl", "F"), "changes the search"),))


def draw(painter: QPainter, theme: Theme, notice: Notice, box: QRectF) -> None:
    """Paint a notice into the middle of a box."""
    centre = box.center().x()
    y = box.center().y() - 60
    icons.draw(painter, notice.icon, theme.colour("text3"), QRectF(centre - 14, y, 28, 28))
    painter.setFont(theme.font("sheet_title"))
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(box.x(), y + 38, box.width(), 20), CENTRE, notice.title)
    y += 76
    for keys, words in notice.lines:
        painter.setFont(theme.font("body"))
        text = painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(theme.font("keycap"))
        caps = [max(16, painter.fontMetrics().horizontalAdvance(key) + 10) for key in keys]
        x = centre - (sum(caps) + 4 * len(caps) + text + (2 if caps else 0)) / 2
        for key in keys:
            x = paint.keycap(painter, theme, key, x, y).right() + 4
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRectF(x + (2 if keys else 0), y - 8, text + 4, 16), LEFT, words)
        y += 24
