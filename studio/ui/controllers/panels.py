"""Everything that counts and names: top bar, scene list, status bar, and the situation that actions decide by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from studio.core.board import Board, Card, Change, WorkState
from studio.core.ids import SceneId
from studio.core.money import Money
from studio.core.tier import TierMark
from studio.core.timebase import minutes
from studio.ui.action_set import ActionSet
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.controllers.render import FAILED, WORKING
from studio.ui.grid.words import bar_of
from studio.ui.scene_list import SceneEntry, SceneList
from studio.ui.situation import Situation
from studio.ui.sluglines import parse_slugline
from studio.ui.status_bar import StatusBar
from studio.ui.tasks import Tasks
from studio.ui.top_bar import TopBar, Totals

if TYPE_CHECKING:
    from studio.services.step import HistoryState
    from studio.services.workspace import Workspace

SOON_MS = 120
PLAYER_HINTS = [
    ("Space", "play"),
    ("J+K+L", "shuttle"),
    ("←+→", "frame"),
    ("Home", "begin"),
    ("F", "full screen"),
    ("Esc", "board"),
]

WRITING_HINTS = [("Esc", "board"), ("Tab", "next field")]


class PanelsController(QObject):
    """Follows board, inspector and clipboard; asks nothing of services but the names of the next steps."""

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        board: BoardController,
        shown: InspectorController,
        actions: ActionSet,
        top: TopBar,
        scenes: SceneList,
        status: StatusBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._board, self._shown, self._actions = bridge, tasks, board, shown, actions
        self._undo = self._redo = ""
        self._top, self._scenes, self._status = top, scenes, status
        self._player_open = self._writing = False
        self._scene_here: SceneId | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._show_board)
        board.loaded.connect(self._show_board)
        board.refreshed.connect(self._show_soon)
        board.pointed.connect(self._show_situation)
        shown.shown.connect(self._show_situation)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        QGuiApplication.clipboard().dataChanged.connect(self._show_situation)
        actions.situation_changed.connect(self._show_hints)
        # Keys are letters while a field of words has the keyboard: mode and hints must not say otherwise.
        QGuiApplication.instance().focusObjectChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def set_player_open(self, is_open: bool) -> None:
        """Whether the player is open."""
        self._player_open = is_open
        self._show_situation()

    def set_scene_here(self, scene_id: SceneId | None) -> None:
        """The scene that stands at the top of the board."""
        self._scene_here = scene_id
        if scene_id is not None:
            self._scenes.mark(scene_id)
        self._name_project()

    def mode(self) -> str:
        """What the keys are for now: the player, words that are being written, or the board."""
        if not self._actions.situation.open:
            return ""
        return "Player" if self._player_open else "Writing" if self._writing else "Board"

    def _focus_moved(self, widget: QObject | None) -> None:
        writing = isinstance(widget, QPlainTextEdit | QLineEdit) and widget.window() is self._top.window()
        if writing != self._writing:
            self._writing = writing
            self._show_situation()

    def _show_hints(self, situation: Situation) -> None:
        hints = {"Player": PLAYER_HINTS, "Writing": WRITING_HINTS}
        self._status.show_hints(hints.get(self.mode()) or self._actions.hints())

    def _show_soon(self) -> None:
        """Count again in a moment: running work brings news twenty times a second, and counting takes every card."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Show everything anew."""
        self._tasks.latest("history", self._read_history(), "reading the history")
        self._show_board()

    def _opened(self, workspace: object) -> None:
        self._scene_here = None
        self._status.show_saved(None)
        self.refresh()

    def _changed(self, change: Change) -> None:
        if change.history or change.structure or change.project or change.takes or change.ledger:
            self._status.show_saved(datetime.now(UTC))
        if change.history or change.project:
            self._tasks.latest("history", self._read_history(), "reading the history")

    async def _read_history(self) -> None:
        """The names of the next steps; asked on the engine thread, where steps come and go."""
        workspace = self._bridge.workspace
        if workspace is None:
            self._undo = self._redo = ""
        else:
            state = await self._bridge.run(_history_of(workspace))
            self._undo, self._redo = state.undo, state.redo
        self._show_situation()

    def _show_board(self) -> None:
        board = self._board.board
        workspace = self._bridge.workspace
        self._top.show_totals(totals_of(self._board.cards))
        if board is None or workspace is None:
            self._scenes.set_scenes((), "", 0, writable=False)
        else:
            cards = self._board.cards
            length = minutes(sum(card.frames for card in cards if not card.omitted), board.project.rate)
            self._scenes.set_scenes(
                entries_of(board, cards), f"{len(cards)} · {length}", board.binned, writable=not board.read_only
            )
        if board is not None and self._scene_here is None and board.scenes:
            self._scene_here = board.scenes[0].id
            self._scenes.mark(self._scene_here)
        self._status.show_read_only(board is not None and board.read_only)
        self._status.show_zoom_control(board is not None and bool(board.cards))
        self._name_project()
        self._show_situation()

    def _name_project(self) -> None:
        board = self._board.board
        self._top.window().setWindowTitle(f"{board.project.name} – Shotboard" if board else "Shotboard")
        if board is None:
            self._top.show_project("", "")
            return
        scene = next((one for one in board.scenes if one.id == self._scene_here), None)
        words = f"{scene.number} {parse_slugline(scene.slugline).place}" if scene else ""
        self._top.show_project(board.project.name, words)

    def _show_situation(self) -> None:
        situation = self._situation()
        self._actions.update(situation)
        self._status.show_target(self.mode(), self._target(situation))

    def _target(self, situation: Situation) -> str:
        focus, take = self._board.focus(), self._shown.take()
        if focus is None:
            return ""
        named = f"{focus.code} take {take.number}" if take is not None else focus.code
        return f"{situation.selected} shots, {named}" if situation.selected > 1 else named

    def _situation(self) -> Situation:
        workspace, board = self._bridge.workspace, self._board.board
        if workspace is None or board is None:
            return Situation()
        cards, selected, focus = self._board.cards, self._board.selected(), self._board.focus()
        works = [card.work.state for card in selected if card.work is not None]
        take = self._shown.take()
        clipboard = QGuiApplication.clipboard().mimeData()
        return Situation(
            open=True,
            writable=not board.read_only,
            scenes=len(board.scenes),
            shots=len(cards),
            picks=sum(card.pick_id is not None for card in cards),
            binned=board.binned,
            undo=self._undo,
            redo=self._redo,
            selected=len(selected),
            working=any(state in WORKING for state in works),
            failed=any(state in FAILED for state in works),
            on_hold=bool(selected) and all(card.on_hold for card in selected),
            omitted=bool(selected) and all(card.omitted for card in selected),
            approved=bool(selected) and all(card.approved for card in selected),
            has_takes=any(card.take_count for card in selected),
            first=not selected or selected[0].shot_id == cards[0].shot_id,
            last=not selected or selected[-1].shot_id == cards[-1].shot_id,
            take=take is not None,
            missing=take is not None and take.missing,
            tier=take.tier if take is not None else None,
            rejected=take is not None and take.rejected,
            picked=focus is not None and focus.pick_id is not None,
            pasteable=clipboard is not None and (clipboard.hasImage() or clipboard.hasUrls()),
            player=self._player_open,
        )


async def _history_of(workspace: Workspace) -> HistoryState:
    return workspace.history.state()


def totals_of(cards: Sequence[Card]) -> Totals:
    """What the top bar counts."""
    marks = [card.mark for card in cards]
    works = [card.work.state for card in cards if card.work is not None]
    return Totals(
        drafted=sum(mark in (TierMark.BLOCKING, TierMark.DRAFT, TierMark.IMPORTED) for mark in marks),
        validated=marks.count(TierMark.VALIDATION),
        premium=marks.count(TierMark.PREMIUM),
        running=sum(state in (WorkState.RUNNING, WorkState.STALLED) for state in works),
        queued=sum(state is WorkState.QUEUED for state in works),
        spend=sum((card.spend for card in cards), Money()),
    )


def entries_of(board: Board, cards: Sequence[Card]) -> tuple[SceneEntry, ...]:
    """The scenes as their list shows them."""
    by_scene: dict[SceneId, list[Card]] = {scene.id: [] for scene in board.scenes}
    for card in cards:
        by_scene.setdefault(card.scene_id, []).append(card)
    return tuple(
        SceneEntry(
            scene,
            len(by_scene[scene.id]),
            minutes(sum(card.frames for card in by_scene[scene.id] if not card.omitted), board.project.rate),
            tuple((float(card.frames), bar_of(card)) for card in by_scene[scene.id]),
        )
        for scene in board.scenes
    )
