"""What changes only the look: zoom, search, side panels, scrolling to scenes, and what stays so for the next time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from studio.core.board import Card
from studio.core.ids import SceneId
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.panels import PanelsController
from studio.ui.grid.layout import LARGEST, SMALLEST, STEP
from studio.ui.scene_list import SceneList
from studio.ui.status_bar import StatusBar
from studio.ui.top_bar import TopBar
from studio.ui.widgets import foreign

CARD_WIDTH, NARROW_CARD_WIDTH = 272, 240


class ViewController(QObject):
    """Its public methods are slots of actions."""

    def __init__(
        self,
        board: BoardController,
        panels: PanelsController,
        top: TopBar,
        scenes: SceneList,
        status: StatusBar,
        card_width: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._board, self._panels, self._top, self._scenes, self._status = board, panels, top, scenes, status
        self.card_width = 0
        self.chosen_width = card_width
        scenes.chosen.connect(self._go_to)
        top.searched.connect(self._search)
        top.search_left.connect(self._leave_search)
        top.scene_menu_requested.connect(self._scene_menu)
        status.zoomed.connect(self.zoom)
        board.view.zoom_changed.connect(self._zoomed)
        self._draw(card_width or CARD_WIDTH)

    def fit(self, *, narrow: bool) -> None:
        """Draw cards at the width that suits the window, as long as nobody chose another."""
        if not self.chosen_width:
            self._draw(NARROW_CARD_WIDTH if narrow else CARD_WIDTH)

    def zoom(self, card_width: int) -> None:
        """Draw cards this wide, in steps of 16 pixels."""
        wanted = min(max(round(card_width / STEP) * STEP, SMALLEST), LARGEST)
        self._draw(wanted)
        self.chosen_width = wanted

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom(self.card_width + 2 * STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom(self.card_width - 2 * STEP)

    def search(self) -> None:
        """Put the keyboard into the search field."""
        self._top.search.setFocus()
        self._top.search.selectAll()

    def _leave_search(self) -> None:
        """Back to the board, which has a shot under the keys again where the search took it away."""
        self._board.view.setFocus()
        self._board.point_somewhere()

    def select_all(self) -> None:
        """Select every shot that is shown."""
        self._board.view.select([card.shot_id for card in self._board.cards])

    def _zoomed(self, card_width: int) -> None:
        """The board zoomed by itself, with Ctrl and the wheel."""
        self.card_width = self.chosen_width = card_width
        self._status.show_zoom(card_width)

    def _draw(self, card_width: int) -> None:
        self.card_width = card_width
        self._board.view.set_card_width(card_width)
        self._status.show_zoom(card_width)

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        self._board.view.set_filter((lambda card: matches(card, words)) if words else None)

    def _go_to(self, scene_id: SceneId) -> None:
        self._board.view.scroll_to_scene(scene_id)
        self._panels.set_scene_here(scene_id)

    def _scene_menu(self) -> None:
        board = self._board.board
        if board is None:
            return
        menu = QMenu(self._top)
        for scene in board.scenes:
            named = menu.addAction(foreign.face(f"{scene.number} {scene.slugline}"))
            named.triggered.connect(lambda _checked=False, to=scene.id: self._go_to(to))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._top.scene_button))


def matches(card: Card, words: list[str]) -> bool:
    """Whether every word (case-folded) stands in the card's code, action, dialogue, notes or camera line."""
    text = " ".join((card.code, card.action, card.dialogue, card.notes, card.camera_line)).casefold()
    return all(word in text for word in words)


def below(widget: QWidget) -> QPoint:
    """Where a menu under `widget` begins, on the screen."""
    return widget.mapToGlobal(widget.rect().bottomLeft())
