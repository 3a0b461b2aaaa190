"""The bar at the top: menu, project and scene, search, how far the board has come, what runs, what it cost."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from studio.core.money import Money
from studio.ui import icons
from studio.ui.pieces import Elided, Glyph, Logo, Pill, SearchField, TierRail
from studio.ui.theme import Theme
from studio.ui.widgets import foreign

HEIGHT = 40
NARROW = 1360


@dataclass(frozen=True, slots=True)
class Totals:
    """What the bar counts: shots by how far they have come, work under way, money spent."""

    drafted: int = 0
    validated: int = 0
    premium: int = 0
    running: int = 0
    queued: int = 0
    spend: Money = field(default=Money())


_SCENE_LETTERS = 36


class TopBar(QFrame):
    """`menu_requested` asks for the menu under the mark, `scene_menu_requested` for the scenes under the crumb."""

    menu_requested = Signal()
    scene_menu_requested = Signal()
    searched = Signal(str)
    search_left = Signal()

    def __init__(self, theme: Theme, settings: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        theme.dress(self, "bar")
        self.menu_button = Logo(theme)
        self.menu_button.clicked.connect(self.menu_requested)
        self._project = Elided(theme, "body_medium", 250)
        self._caret = Glyph(theme, "caret-right", 12)
        self.scene_button = QToolButton()
        self.scene_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.scene_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.scene_button.setIcon(icons.icon("caret-down", theme.colour("text3"), 12))
        self.scene_button.setIconSize(QSize(12, 12))
        self.scene_button.setFont(theme.font("body_medium"))
        self.scene_button.setMinimumHeight(26)
        self.scene_button.clicked.connect(self.scene_menu_requested)
        self.search = SearchField(theme)
        self.search.textChanged.connect(self.searched)
        self.search.left.connect(self.search_left)
        self._rail = TierRail(theme)
        self._queue = Pill(theme, "running")
        self._money = Pill(theme, None)
        self._settings = QToolButton()
        self._settings.setDefaultAction(settings)
        self._settings.setIcon(icons.icon("gear-six", theme.colour("text2"), 16))
        self._settings.setIconSize(QSize(16, 16))
        self._settings.setAccessibleName("Settings")
        theme.dress(self._settings, "icon")
        self._lay_out()
        self.show_project("", "")
        self.show_totals(Totals())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 10, 1)
        row.setSpacing(6)
        for widget in (self.menu_button, self._project, self._caret, self.scene_button):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self._rail)
        row.addStretch(1)
        row.addWidget(self._queue)
        row.addSpacing(4)
        row.addWidget(self._money)
        row.addSpacing(4)
        row.addWidget(self._settings)

    def show_project(self, project: str, scene: str) -> None:
        """Name the project and the scene before the person; empty words hide what has none."""
        self._project.set_text(project or "Shotboard")
        self.scene_button.setText(foreign.face(scene, _SCENE_LETTERS))
        self.scene_button.setAccessibleName(f"Scene {scene}, choose another")
        for widget in (self._caret, self.scene_button):
            widget.setVisible(bool(scene))
        for widget in (self.search, self._rail, self._money):
            widget.setVisible(bool(project))

    def show_totals(self, totals: Totals) -> None:
        """Count shots by tier, work, money."""
        self._rail.show_counts((totals.drafted, totals.validated, totals.premium))
        self._queue.setVisible(bool(totals.running or totals.queued))
        if totals.running:
            waiting = f"{totals.queued} queued" if totals.queued else ""
            self._queue.show_words(str(totals.running), "running", waiting)
        else:
            self._queue.show_words(str(totals.queued), "queued", "")
        self._money.show_words(totals.spend.text(), "spent", "")

    def set_narrow(self, narrow: bool) -> None:
        """Below 1360 pixels names get less room and the search key goes."""
        self._project.set_room(168 if narrow else 250)
        self.search.set_narrow(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and the hairline under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
