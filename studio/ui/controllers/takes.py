"""Judging takes: pick, reject, stars, use of settings; always the one take that the status bar names."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from studio.core.ids import TakeId
from studio.core.take import Take
from studio.ui.bridge import Bridge
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.tasks import Tasks

if TYPE_CHECKING:
    from studio.services.editing import Editing


class TakesController(QObject):
    """Its public methods are slots of actions and of the inspector's takes strip."""

    def __init__(
        self, bridge: Bridge, tasks: Tasks, shown: InspectorController, inspector: Inspector, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._shown = bridge, tasks, shown
        inspector.pick_toggled.connect(self._toggle_pick)
        inspector.rated.connect(lambda take_id, stars: self._edit(lambda e: e.rate(take_id, stars), "rating a take"))
        inspector.rejected.connect(
            lambda take_id, rejected: self._edit(lambda e: e.reject(take_id, rejected), "rejecting a take")
        )
        inspector.use_settings.connect(self._use_settings)

    def pick(self) -> None:
        """The take under the keys becomes the shot's pick; it is no pick any more when it was."""
        if (take := self._shown.take()) is not None:
            self._toggle_pick(take.id)

    def unpick(self) -> None:
        """The shot has no pick any more."""
        detail = self._shown.detail
        if detail is not None:
            self._edit(lambda editing: editing.unpick(detail.card.shot_id), "clearing a pick")

    def reject(self) -> None:
        """Reject the take under the keys, or take the rejection back."""
        self._with_take(lambda editing, take: editing.reject(take.id, not take.rejected), "rejecting a take")

    def rate(self, stars: int) -> None:
        """Give the take under the keys 0 to 5 stars."""
        self._with_take(lambda editing, take: editing.rate(take.id, stars), "rating a take")

    def use_settings(self) -> None:
        """The request that made the take goes back into the shot."""
        if (take := self._shown.take()) is not None:
            self._use_settings(take.id)

    def _toggle_pick(self, take_id: TakeId) -> None:
        detail = self._shown.detail
        if detail is not None and detail.card.pick_id == take_id:
            self.unpick()
        else:
            self._edit(lambda editing: editing.pick(take_id), "picking a take")

    def _use_settings(self, take_id: TakeId) -> None:
        self._edit(lambda editing: editing.use_settings(take_id), "using a take’s settings")

    def _with_take(self, call: Callable[[Editing, Take], Coroutine[Any, Any, object]], doing: str) -> None:
        if (take := self._shown.take()) is not None:
            self._edit(lambda editing: call(editing, take), doing)

    def _edit(self, call: Callable[[Editing], Coroutine[Any, Any, object]], doing: str) -> None:
        space = self._bridge.workspace
        if space is not None:
            self._tasks.start(self._bridge.run(call(space.editing)), doing)
