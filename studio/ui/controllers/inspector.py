"""The inspector: the focused shot in full, a live picture that follows its fields, and what is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from studio.core.board import Change, ShotDetail
from studio.core.ids import ShotId
from studio.core.take import Take
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.inspector.inspector import Inspector
from studio.ui.tasks import Tasks

LIVE = frozenset(
    ("action", "size", "angle", "lens_mm", "move", "height_m", "pitch_deg", "roll_deg", "time_of_day", "weather")
)
"""Fields that the picture follows."""


class InspectorController(QObject):
    """`shown` follows every new detail and every choice of a take."""

    shown = Signal()

    def __init__(
        self, bridge: Bridge, tasks: Tasks, board: BoardController, inspector: Inspector, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._board, self._inspector = bridge, tasks, board, inspector
        self._detail: ShotDetail | None = None
        self._to_write: ShotId | None = None
        self._writing: set[asyncio.Task[object]] = set()
        board.pointed.connect(self._follow)
        board.loaded.connect(self._read_again)
        board.refreshed.connect(self._refresh_many)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        inspector.edited.connect(self._edited)
        inspector.previewed.connect(self._draw)
        inspector.take_chosen.connect(lambda _take: self.shown.emit())
        inspector.next_requested.connect(lambda: self._step(1))
        inspector.previous_requested.connect(lambda: self._step(-1))

    @property
    def detail(self) -> ShotDetail | None:
        """The focused shot, None while it is still being read or none is chosen."""
        focus = self._board.focus()
        fits = self._detail is not None and focus is not None and self._detail.card.shot_id == focus.shot_id
        return self._detail if fits else None

    def take(self) -> Take | None:
        """The take that keys act on: the one chosen in the strip, else the one that stands for the shot."""
        detail = self.detail
        if detail is None:
            return None
        wanted = self._inspector.chosen_take or detail.card.shown_id
        return next((take for take in detail.takes if take.id == wanted), None)

    def write_when_shown(self, shot_id: ShotId) -> None:
        """Put the keyboard into this shot's action as soon as it shows: a new shot wants its words first."""
        self._to_write = shot_id
        self._write_now()

    def _write_now(self) -> None:
        if self._to_write is not None and self._inspector.shot_ids == (self._to_write,):
            self._to_write = None
            self._inspector.focus_action()

    def _opened(self, workspace: object) -> None:
        self._inspector.set_read_only(getattr(workspace, "read_only", False))
        self._show_nothing()

    def _follow(self) -> None:
        focus, selected = self._board.focus(), self._board.selected()
        if focus is None:
            self._show_nothing()
            return
        if len(selected) > 1:
            self._refresh_many()
        if self.detail is None or (len(selected) == 1 and self._inspector.shot_ids != (focus.shot_id,)):
            self._read(focus.shot_id)
        else:
            self.shown.emit()

    def _refresh_many(self) -> None:
        selected, board = self._board.selected(), self._board.board
        if len(selected) > 1 and board is not None:
            self._inspector.show_many(selected, board.project)

    def _show_nothing(self) -> None:
        self._detail = None
        if self._board.board is not None:
            self._inspector.show_shot(None, self._board.board.project)
        self.shown.emit()

    def _changed(self, change: Change) -> None:
        # After a change of structure the shot may be gone; then the board is read first, and `loaded` follows.
        detail, anew = self._detail, change.structure or change.project
        if detail is not None and not anew and detail.card.shot_id in change.shots:
            self._read(detail.card.shot_id)

    def _read_again(self) -> None:
        focus = self._board.focus()
        self._refresh_many()
        if focus is None:
            self._show_nothing()
        else:
            self._read(focus.shot_id)

    def _read(self, shot_id: ShotId) -> None:
        self._tasks.latest("detail", self._load(shot_id), "reading a shot")

    async def _load(self, shot_id: ShotId) -> None:
        workspace = self._bridge.workspace
        if workspace is None or self._board.card(shot_id) is None:
            return
        detail = await self._bridge.run(workspace.board.detail(shot_id))
        focus, board = self._board.focus(), self._board.board
        if focus is None or focus.shot_id != shot_id or board is None:
            return
        self._detail = detail
        if len(self._board.selected()) == 1:
            start = self._board.start_frame(shot_id)
            self._inspector.show_shot(detail, board.project, start_frame=start)
            self._write_now()
        self.shown.emit()

    def _edited(self, fields: Mapping[str, object]) -> None:
        """Write what was typed. It belongs to the shots that the inspector shows, which may be the ones before."""
        workspace, shot_ids = self._bridge.workspace, self._inspector.shot_ids
        if workspace is None or not shot_ids:
            return
        self._draw(fields)
        task = self._tasks.start(self._write(shot_ids, fields), "writing what was typed")
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def written(self) -> None:
        """Wait until everything that was told is written."""
        await asyncio.gather(*self._writing, return_exceptions=True)

    async def _write(self, shot_ids: tuple[ShotId, ...], fields: Mapping[str, object]) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        written = False
        try:
            await self._bridge.run(workspace.editing.edit(shot_ids, **fields))
            written = True
        finally:
            if not written:
                self._inspector.edit_failed()

    def _draw(self, fields: Mapping[str, object]) -> None:
        """The picture of the one shot as it is with these fields; a newer wish overtakes an older one."""
        shot_ids = self._inspector.shot_ids
        if len(shot_ids) == 1 and LIVE & fields.keys():
            self._tasks.latest("still", self._picture(shot_ids[0], dict(fields)), "drawing the picture")

    async def _picture(self, shot_id: ShotId, fields: dict[str, object]) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        picture = await self._bridge.run(workspace.stills.still(shot_id, 640, **fields))
        if picture is not None and self._inspector.shot_ids == (shot_id,):
            self._inspector.set_still(picture)

    def _step(self, step: int) -> None:
        card = self._board.focus()
        other = self._board.neighbour(card.shot_id, step) if card is not None else None
        if other is not None:
            self._board.point_at([other.shot_id])
