"""What the middle of the window says while there is no board to show: the next things to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import paint
from studio.ui.pieces import IconButton, PaintedButton
from studio.ui.theme import Theme

SUFFIX = ".shotboard"
SHOWN = 6


class Welcome(QWidget):
    """`opened` carries the folder of a recent or dropped project, `forgotten` one to take from the list."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(
        self, theme: Theme, new: QAction, open_: QAction, script: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.dress(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._column.addWidget(_Mark(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        title = QLabel("A board of shots, from your script or from nothing")
        theme.dress(title, "title")
        self._column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        self._column.addLayout(self._buttons(new, open_, script))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._column.addSpacing(20)
        self._column.addLayout(self._recent)
        self._busy = QLabel()
        self._busy.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self._busy, "hint")
        self._column.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setFixedWidth(460)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _buttons(self, new: QAction, open_: QAction, script: QAction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        buttons = ((new, "New project", "filled"), (open_, "Open project", "ghost"), (script, "Import script", "ghost"))
        for action, words, role in buttons:
            button = QPushButton(words)
            self._theme.dress(button, role)
            button.setMinimumWidth(132)
            button.setMinimumHeight(34)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project's folder may be let go anywhere on the page."""
        if _project_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project whose folder was let go."""
        folder = _project_in(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.opened.emit(folder)

    def show_busy(self, words: str) -> None:
        """Say what is being opened, "" for nothing."""
        self._busy.setText(words)
        self.setEnabled(not words)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """List projects that were opened before; those that are gone are marked and can be taken off."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not folders:
            return
        heading = QLabel("Recent")
        self._theme.dress(heading, "label")
        self._recent.addWidget(heading)
        self._recent.addSpacing(4)
        for folder in folders[:SHOWN]:
            self._recent.addWidget(self._row(folder))

    def _row(self, folder: Path) -> QWidget:
        there = folder.is_dir()
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        button = RecentButton(self._theme, folder, there)
        button.setEnabled(there)
        button.clicked.connect(lambda: self.opened.emit(folder))
        row.addWidget(button, 1)
        if not there:
            drop = IconButton(self._theme, "x", f"Take {button.name} off the list", 12)
            drop.clicked.connect(lambda: self.forgotten.emit(folder))
            row.addWidget(drop)
        return made


def _project_in(data: QMimeData) -> Path | None:
    """The one project folder that is dragged, None for anything else."""
    folders = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return folders[0] if len(folders) == 1 and folders[0].suffix == SUFFIX and folders[0].is_dir() else None


class RecentButton(PaintedButton):
    """A project's name over its path."""

    def __init__(self, theme: Theme, folder: Path, there: bool) -> None:
        super().__init__(theme)
        self._there = there
        self.name = folder.name.removesuffix(SUFFIX)
        self._path = str(folder.parent)
        self.setFixedHeight(42)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self.name}, in {self._path}{'' if there else ', missing'}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two lines, cut in the middle of the path where there is no room."""
        painter, theme = QPainter(self), self.theme
        self.paint_ground(painter)
        box = QRectF(self.rect()).adjusted(10, 4, -10, -4)
        painter.setFont(theme.font("body_medium"))
        painter.setPen(theme.colour("text" if self._there else "text3"))
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, int(box.width()) - 70)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), name)
        if not self._there:
            painter.setPen(theme.colour("red"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), "Missing")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        path = painter.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), path)


class _Mark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.logo(QPainter(self), self._theme, QRectF(0, 0, 48, 48))
