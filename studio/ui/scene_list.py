"""The list of scenes on the left: number, place, setting and time, length, ribbon; the bin below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from studio.core.ids import SceneId
from studio.core.scene import Scene
from studio.ui.paint import Bar
from studio.ui.pieces import IconButton
from studio.ui.scene_row import INSET, BinRow, SceneDelegate
from studio.ui.sluglines import parse_slugline
from studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SceneEntry:
    """A scene as the list shows it: how many shots, `length` as m:ss, and a ribbon bar (length, kind) for each shot."""

    scene: Scene
    shots: int
    length: str
    bars: tuple[tuple[float, Bar], ...] = ()

    @property
    def said(self) -> str:
        """The row in words."""
        line = parse_slugline(self.scene.slugline)
        counted = "1 shot" if self.shots == 1 else f"{self.shots} shots"
        return ", ".join(
            part for part in (f"Scene {self.scene.number}", line.place, line.second_line, counted, self.length) if part
        )


class SceneModel(QAbstractListModel):
    """Scenes in order. Editing a row is a wish: `renamed` tells it, and the row changes when the project has."""

    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[SceneEntry, ...] = ()

    def set_entries(self, entries: tuple[SceneEntry, ...]) -> None:
        """Show `entries`; where only their looks changed the rows stay, and with them selection and scroll."""
        before, self._entries = self._entries, entries
        if [one.scene.id for one in before] == [one.scene.id for one in entries]:
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self._entries = before
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> SceneEntry | None:
        """The entry of a row, None past the end."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, scene_id: SceneId) -> int:
        """The row of a scene, -1 when it is not there."""
        return next((row for row, one in enumerate(self._entries) if one.scene.id == scene_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One row a scene."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The slugline for editing and reading, the whole row in words for a screen reader."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return entry.scene.slugline
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.said
            case Qt.ItemDataRole.UserRole:
                return entry
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for a new slugline."""
        entry, text = self.entry(index.row()), " ".join(str(value).split())
        if entry is None or not text or text == entry.scene.slugline:
            return False
        self.renamed.emit(entry.scene.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and renamed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class SceneList(QFrame):
    """`chosen` carries the scene that was clicked or walked to, `renamed` a scene and its new slugline."""

    chosen = Signal(object)
    renamed = Signal(object, str)
    add_requested = Signal()
    bin_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.dress(self, "panel")
        self.setAccessibleName("Scenes")
        self._model = SceneModel()
        self._model.renamed.connect(self.renamed)
        self._totals = QLabel()
        self._totals.setFont(theme.font("mono_small"))
        self._totals.setProperty("role", "label")
        self._add = IconButton(theme, "plus", "New scene", 13)
        self._add.clicked.connect(self.add_requested)
        self._view = self._make_view(theme)
        self._bin = BinRow(theme)
        self._bin.clicked.connect(self.bin_requested)
        self._writable = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addLayout(self._heading(theme))
        column.addWidget(self._view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(INSET, 0, INSET, 0)
        foot.addWidget(self._bin)
        column.addLayout(foot)

    def _heading(self, theme: Theme) -> QHBoxLayout:
        title = QLabel("Scenes")
        theme.dress(title, "label")
        row = QHBoxLayout()
        row.setContentsMargins(INSET + 6, 0, INSET, 0)
        row.setSpacing(6)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self._totals)
        row.addWidget(self._add)
        return row

    def _make_view(self, theme: Theme) -> QListView:
        view = QListView()
        view.setAccessibleName("Scenes of the project")
        view.setModel(self._model)
        view.setItemDelegate(SceneDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        view.setMouseTracking(True)
        view.viewport().setAutoFillBackground(False)
        view.clicked.connect(self._told)
        view.activated.connect(self._told)
        return view

    def set_scenes(self, entries: tuple[SceneEntry, ...], totals: str, binned: int, *, writable: bool) -> None:
        """Show scenes, the heading's totals (`51 · 4:43`) and the bin's count."""
        current = self.current()
        self._model.set_entries(entries)
        self._totals.setText(totals)
        self._add.setEnabled(writable)
        self._bin.show_count(binned)
        self._view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked if writable else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self._writable = writable
        if current is not None:
            self.mark(current)

    def mark(self, scene_id: SceneId) -> None:
        """Mark the scene that the board shows; `chosen` stays silent."""
        row = self._model.row_of(scene_id)
        if row >= 0 and row != self._view.currentIndex().row():
            self._view.setCurrentIndex(self._model.index(row))

    def current(self) -> SceneId | None:
        """The marked scene."""
        entry = self._model.entry(self._view.currentIndex().row())
        return entry.scene.id if entry else None

    def rename(self, scene_id: SceneId) -> None:
        """Open the editor on a scene's slugline."""
        row = self._model.row_of(scene_id)
        if row >= 0 and self._writable:
            index = self._model.index(row)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)
            self._view.edit(index)

    def sizeHint(self) -> QSize:
        """216 pixels wide."""
        return QSize(216, 400)

    def _told(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is not None:
            self.chosen.emit(entry.scene.id)
