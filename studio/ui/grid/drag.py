"""What is carried when cards are dragged: our own note of the shots, their files for everyone else, and a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QPainter, QPixmap

from studio.core.ids import ShotId
from studio.ui.theme import Theme

SHOTS = "application/x-shotboard-shots"
FAN = 3
OFFSET = 8


def carry(shots: Sequence[ShotId], files: Sequence[Path]) -> QMimeData:
    """The shots for a board of ours and the files, in the same order, for any other program."""
    data = QMimeData()
    data.setData(SHOTS, "\n".join(shots).encode("ascii"))
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def carried(data: QMimeData) -> tuple[ShotId, ...]:
    """The shots in a drag of ours, in board order."""
    if not data.hasFormat(SHOTS):
        return ()
    text = bytes(data.data(SHOTS).data()).decode("ascii", "replace")
    return tuple(ShotId(line) for line in text.splitlines() if line)


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The local files in somebody's drag."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def picture(theme: Theme, cards: Sequence[QPixmap], count: int, ratio: float) -> QPixmap:
    """Up to three cards at two thirds of their size, the first on top, with how many there are in all."""
    shown = list(cards[:FAN])
    width = max(1.0, shown[0].deviceIndependentSize().width() * 2 / 3)
    height = width * shown[0].height() / max(1, shown[0].width())
    step = OFFSET * (len(shown) - 1)
    made = QPixmap(round((width + step + 12) * ratio), round((height + step + 12) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for place in reversed(range(len(shown))):
        painter.setOpacity(0.92 if place == 0 else 0.7)
        painter.drawPixmap(
            QRectF(place * OFFSET, 12 + place * OFFSET, width, height), shown[place], QRectF(shown[place].rect())
        )
    painter.setOpacity(1)
    if count > 1:
        painter.setFont(theme.font("code"))
        text = str(count)
        badge = max(22, painter.fontMetrics().horizontalAdvance(text) + 12)
        box = QRectF(width - badge + 8, 2, badge, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(box, 11, 11)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return made


def hot_spot(pixmap: QPixmap) -> QPoint:
    """Where in the picture the pointer holds it."""
    size = pixmap.deviceIndependentSize()
    return QPoint(round(size.width() / 3), round(size.height() / 3))
