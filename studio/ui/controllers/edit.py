"""Edits of shots and scenes: what actions, drags on the board and the scene list ask for; each is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from studio.core.ids import SceneId, ShotId
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.scene_list import SceneList
from studio.ui.tasks import Tasks
from studio.ui.toast import Toast

if TYPE_CHECKING:
    from studio.services.workspace import Workspace

NEW_SCENE = "EXT. NEW SCENE - DAY"


class EditController(QObject):
    """Its public methods are slots of actions; they act on what is selected. `shot_made` names a new shot."""

    shot_made = Signal(object)

    def __init__(
        self, bridge: Bridge, tasks: Tasks, board: BoardController, scenes: SceneList, toast: Toast, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._board, self._scenes, self._toast = bridge, tasks, board, scenes, toast
        self._rename_when_there: SceneId | None = None
        board.view.move_requested.connect(self.move)
        board.refreshed.connect(self._rename_new_scene)
        scenes.renamed.connect(self._renamed)
        scenes.add_requested.connect(self.add_scene)

    def new_after(self) -> None:
        """A new shot after the focused one, else at the scene's end; a first scene where there is none."""
        here = self._board.focus()
        if here is None:
            self._start(self._first_shot, "adding a shot")
            return
        following = self._board.neighbour(here.shot_id, 1)
        before = following.shot_id if following and following.scene_id == here.scene_id else None
        self._start(lambda space: self._add(space, here.scene_id, before), "adding a shot")

    def new_before(self) -> None:
        """A new shot before the first selected one."""
        here = self._board.selected()[0]
        self._start(lambda space: self._add(space, here.scene_id, here.shot_id), "adding a shot")

    def duplicate(self) -> None:
        """Copies of the selected shots, after them."""

        async def act(space: Workspace) -> None:
            made = await self._bridge.run(space.editing.duplicate(self._board.selected_ids()))
            self._board.point_at(made)

        self._start(act, "duplicating shots")

    def bin(self) -> None:
        """The selected shots go to the bin; the one after them is selected."""
        cards = self._board.selected()
        following = self._board.neighbour(cards[-1].shot_id, 1) or self._board.neighbour(cards[0].shot_id, -1)
        words = f"Shot {cards[0].code} is in the bin" if len(cards) == 1 else f"{len(cards)} shots are in the bin"

        async def act(space: Workspace) -> None:
            await self._bridge.run(space.editing.bin([card.shot_id for card in cards]))
            if following is not None:
                self._board.point_at([following.shot_id])
            self._toast.say(words, icon="trash", act="Undo", slot=self.undo)

        self._start(act, "putting shots into the bin")

    def move_left(self) -> None:
        """The selected shots change places with the one before them, over a scene's border too."""
        cards = self._board.selected()
        before = self._board.neighbour(cards[0].shot_id, -1)
        if before is None:
            return
        if before.scene_id == cards[0].scene_id:
            self.move([card.shot_id for card in cards], before.scene_id, before.shot_id)
        else:
            self.move([card.shot_id for card in cards], before.scene_id, None)

    def move_right(self) -> None:
        """The selected shots change places with the one after them, over a scene's border too."""
        cards = self._board.selected()
        after = self._board.neighbour(cards[-1].shot_id, 1)
        if after is None:
            return
        if after.scene_id != cards[-1].scene_id:
            self.move([card.shot_id for card in cards], after.scene_id, after.shot_id)
            return
        beyond = self._board.neighbour(after.shot_id, 1)
        before = beyond.shot_id if beyond and beyond.scene_id == after.scene_id else None
        self.move([card.shot_id for card in cards], after.scene_id, before)

    def move(self, shot_ids: Sequence[ShotId], scene_id: SceneId, before: ShotId | None) -> None:
        """Put shots into a scene before another shot, or at its end."""
        self._run(lambda space: space.editing.move(shot_ids, scene_id, before), "moving shots")

    def toggle(self, field: str) -> None:
        """Turn `on_hold`, `omitted` or `approved` on for all selected shots, or off when all have it."""
        cards = self._board.selected()
        value = not all(getattr(card, field) for card in cards)
        self._run(lambda space: space.editing.edit([card.shot_id for card in cards], **{field: value}), "editing shots")

    def add_scene(self) -> None:
        """A new scene after the one before the person, open for its name."""

        async def act(space: Workspace) -> None:
            self._rename_when_there = await self._bridge.run(space.editing.add_scene(NEW_SCENE, self._scene_after()))
            self._rename_new_scene()

        self._start(act, "adding a scene")

    def rename_scene(self) -> None:
        """Open the marked scene's name."""
        scene = self._scenes.current() or self._board.scene_here()
        if scene is not None:
            self._scenes.rename(scene)

    def undo(self) -> None:
        """Take back the last step."""
        self._step("undo", "Undone")

    def redo(self) -> None:
        """Do it again."""
        self._step("redo", "Done again")

    def _step(self, name: str, word: str) -> None:
        async def act(space: Workspace) -> None:
            step = space.history.undo() if name == "undo" else space.history.redo()
            done = await self._bridge.run(step)
            if done:
                self._toast.say(f"{word}: {done}", icon="arrow-u-up-left" if name == "undo" else "arrow-u-up-right")

        self._start(act, f"doing {name}")

    def _scene_after(self) -> SceneId | None:
        board, here = self._board.board, self._board.scene_here()
        order = [scene.id for scene in board.scenes] if board else []
        place = order.index(here) + 1 if here is not None and here in order else len(order)
        return order[place] if place < len(order) else None

    async def _first_shot(self, space: Workspace) -> None:
        board = self._board.board
        if board is not None and board.scenes:
            scene = self._scenes.current() or board.scenes[-1].id
        else:
            scene = await self._bridge.run(space.editing.add_scene(NEW_SCENE))
        await self._add(space, scene, None)

    async def _add(self, space: Workspace, scene_id: SceneId, before: ShotId | None) -> None:
        made = await self._bridge.run(space.editing.add_shot(scene_id, before))
        self._board.point_at([made])
        self.shot_made.emit(made)

    def _renamed(self, scene_id: SceneId, slugline: str) -> None:
        self._run(lambda space: space.editing.rename_scene(scene_id, slugline), "renaming a scene")

    def _rename_new_scene(self) -> None:
        board, wanted = self._board.board, self._rename_when_there
        if board is not None and wanted is not None and any(scene.id == wanted for scene in board.scenes):
            self._rename_when_there = None
            self._scenes.rename(wanted)

    def _run(self, call: Callable[[Workspace], Coroutine[Any, Any, object]], doing: str) -> None:
        async def act(space: Workspace) -> None:
            await self._bridge.run(call(space))

        self._start(act, doing)

    def _start(self, act: Callable[[Workspace], Coroutine[Any, Any, None]], doing: str) -> None:
        space = self._bridge.workspace
        if space is not None:
            self._tasks.start(act(space), doing)
