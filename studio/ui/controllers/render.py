"""Renders: draft, ten framings, promote with its sheet, cancel, try again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.core.board import WorkState
from studio.core.camera import Camera
from studio.core.framings import Framing
from studio.core.ids import JobId, ShotId, TakeId
from studio.ui.ask import ask, ask_files
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.sheets.framings import FramingsSheet
from studio.ui.sheets.promote import PromoteSheet
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme
from studio.ui.toast import Toast

if TYPE_CHECKING:
    from studio.services.workspace import Workspace

WORKING = (WorkState.QUEUED, WorkState.RUNNING, WorkState.STALLED)
FAILED = (WorkState.REFUSED, WorkState.FAILED)


class RenderController(QObject):
    """Its public methods are slots of actions; signals of board and inspector lead to the same ones."""

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        theme: Theme,
        board: BoardController,
        shown: InspectorController,
        inspector: Inspector,
        toast: Toast,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._theme, self._board = bridge, tasks, theme, board
        self._shown, self._inspector, self._toast, self._window = shown, inspector, toast, window
        board.view.draft_requested.connect(self._draft)
        board.view.promote_requested.connect(self._promote_shots)
        board.view.problem_action.connect(self._problem_action)
        inspector.draft_requested.connect(self.draft)
        inspector.promote_requested.connect(self._promote)
        inspector.framings_requested.connect(self.framings)
        self._visible: frozenset[ShotId] = frozenset()
        self._preferred: frozenset[JobId] = frozenset()
        board.refreshed.connect(self._prefer_visible)
        board.view.visible_changed.connect(self._see)
        self._paused = ""
        # A pause and its end are told as a change of structure, after which the board is read anew.
        board.loaded.connect(lambda: self._tasks.latest("pause", self._look_for_pause(), "asking whether work goes on"))

    async def _look_for_pause(self) -> None:
        if (space := self._bridge.workspace) is None:
            return
        why = await self._bridge.run(space.renders.why_paused())
        if why and why != self._paused:
            self._toast.warn(why, act="Try again", slot=self._resume)
        self._paused = why

    def _resume(self) -> None:
        if (space := self._bridge.workspace) is not None:
            self._tasks.start(self._bridge.run(space.renders.resume()), "going on with the queue")

    def draft(self) -> None:
        """Draft the selected shots."""
        self._draft(self._board.selected_ids())

    def promote(self) -> None:
        """Open the sheet for the take under the keys."""
        if (take := self._shown.take()) is not None:
            self._promote(take.id)

    def framings(self) -> None:
        """Lay out ten framings of the focused shot; the chosen one's fields go into it."""
        card = self._board.focus()
        if card is not None:
            shot_id = card.shot_id
            self._start(lambda space: self._choose_framing(space, shot_id), "laying out ten framings")

    def cancel(self) -> None:
        """Stop what is queued or running for the selected shots."""
        jobs = self._jobs(WORKING)
        self._start(lambda space: self._await(space.renders.cancel(jobs)), "cancelling work")

    def retry(self) -> None:
        """Ask again for what was refused or failed on the selected shots."""
        jobs = self._jobs(FAILED)
        self._start(lambda space: self._await(space.renders.retry(jobs)), "trying again")

    def _draft(self, shot_ids: list[ShotId]) -> None:
        if shot_ids:
            count = f"{len(shot_ids)} shots" if len(shot_ids) > 1 else "a shot"
            self._start(lambda space: self._await(space.renders.draft(shot_ids)), f"drafting {count}")

    def _promote_shots(self, shot_ids: list[ShotId]) -> None:
        card = self._board.card(shot_ids[0]) if shot_ids else None
        if card is not None and card.shown_id is not None:
            self._promote(card.shown_id)

    def _promote(self, take_id: TakeId) -> None:
        self._start(lambda space: self._confirm(space, take_id), "promoting a take")

    async def _confirm(self, space: Workspace, take_id: TakeId) -> None:
        promotion = await self._bridge.run(space.renders.promotion(take_id))
        posters = await self._bridge.run(space.board.posters([take_id]))
        card = self._board.card(promotion.take.shot_id)
        code = card.code if card is not None else ""
        sheet = PromoteSheet(self._theme, self._window, code, promotion, posters.get(take_id))
        sheet.model_chosen.connect(
            lambda model_id: self._start(
                lambda space: self._reckon(space, sheet, take_id, model_id), "reckoning another model"
            )
        )
        if await ask(sheet):
            await self._bridge.run(space.renders.promote(take_id, sheet.model_id))

    async def _reckon(self, space: Workspace, sheet: PromoteSheet, take_id: TakeId, model_id: str) -> None:
        promotion = await self._bridge.run(space.renders.promotion(take_id, model_id))
        if sheet.isVisible():
            sheet.show_promotion(promotion)

    async def _choose_framing(self, space: Workspace, shot_id: ShotId) -> None:
        card, board = self._board.card(shot_id), self._board.board
        framings = await self._bridge.run(space.stills.framings(shot_id))
        if card is None or board is None:
            return
        sheet = FramingsSheet(self._theme, self._window, card.code, framings, board.project.aspect.ratio)
        drawing = self._tasks.start(self._draw_framings(space, sheet, shot_id, framings), "drawing ten framings")
        if await ask(sheet):
            fields = fields_of(sheet.chosen.camera)
            drawing.cancel()
            await self._bridge.run(space.editing.edit([shot_id], **fields))
        drawing.cancel()

    async def _draw_framings(
        self, space: Workspace, sheet: FramingsSheet, shot_id: ShotId, framings: tuple[Framing, ...]
    ) -> None:
        for framing in framings:
            sheet.set_picture(framing.index, await self._bridge.run(space.stills.framing(shot_id, framing)))

    def _problem_action(self, shot_id: ShotId) -> None:
        """What the underlined word on a card asks for: edit what was refused, try a failure again, find a file."""
        card = self._board.card(shot_id)
        if card is None:
            return
        self._board.point_at([shot_id])
        work, missing = card.work, card.shown_id if card.missing else None
        if work is not None and work.state is WorkState.REFUSED:
            self._inspector.focus_action()
        elif work is not None and work.state is WorkState.FAILED:
            self._start(lambda space: self._await(space.renders.retry([work.job_id])), "trying again")
        elif missing is not None:
            self._start(lambda space: self._relink(space, missing), "looking for a clip")

    async def _relink(self, space: Workspace, take_id: TakeId) -> None:
        chosen = await ask_files(self._window, "Where is this clip now?", Path.home(), ["Clips (*.*)"])
        for path in chosen:
            await self._bridge.run(space.checking.relink(take_id, path))
            self._toast.say("The clip is back", icon="check")

    def _jobs(self, states: tuple[WorkState, ...]) -> list[JobId]:
        works = [card.work for card in self._board.selected()]
        return [work.job_id for work in works if work is not None and work.state in states]

    def _see(self, shot_ids: list[ShotId]) -> None:
        self._visible = frozenset(shot_ids)
        self._prefer_visible()

    def _prefer_visible(self) -> None:
        """What the person sees is drafted before what lies out of sight."""
        queued = [card for card in self._board.cards if card.work is not None and card.work.state is WorkState.QUEUED]
        seen = tuple(card.work.job_id for card in queued if card.shot_id in self._visible and card.work is not None)
        if seen and len(seen) < len(queued) and not self._preferred.issuperset(seen):
            self._preferred = frozenset(seen)
            self._start(lambda space: self._await(space.renders.prefer(seen)), "putting work in order")

    async def _await(self, call: Coroutine[Any, Any, object]) -> None:
        await self._bridge.run(call)

    def _start(self, act: Callable[[Workspace], Coroutine[Any, Any, None]], doing: str) -> None:
        space = self._bridge.workspace
        if space is not None:
            self._tasks.start(act(space), doing)


def fields_of(camera: Camera) -> dict[str, object]:
    """A camera as the fields of `edit`; what it leaves open is read from the words again."""
    return {field.name: getattr(camera, field.name) for field in dataclass_fields(camera)}
