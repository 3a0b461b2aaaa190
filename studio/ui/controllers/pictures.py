"""Where panels get their pictures: posters of takes, reference pictures, filmstrips for scrubbing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from studio.core.errors import StudioError
from studio.core.ids import ReferenceId, TakeId
from studio.ui.bridge import Bridge
from studio.ui.grid.board_view import BoardView
from studio.ui.tasks import Tasks

REFERENCE_PX = 480


class Pictures:
    """Loaders for image caches. Without an open project there are no pictures."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    async def posters(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """JPEG posters by take id, first pictures by job id."""
        workspace = self._bridge.workspace
        if workspace is None:
            return {}
        found = await self._bridge.run(workspace.board.posters([TakeId(key) for key in keys]))
        return {str(key): data for key, data in found.items()}

    async def references(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """JPEG pictures by reference id; one whose file is gone is left out."""
        found = await asyncio.gather(*(self._reference(key) for key in keys))
        return {key: data for key, data in zip(keys, found, strict=True) if data}

    async def _reference(self, key: str) -> bytes:
        workspace = self._bridge.workspace
        if workspace is None:
            return b""
        try:
            return await self._bridge.run(workspace.references.picture(ReferenceId(key), REFERENCE_PX))
        except StudioError:
            return b""


class StripController(QObject):
    """Brings a take's filmstrip when the pointer comes over its card."""

    def __init__(self, bridge: Bridge, tasks: Tasks, view: BoardView, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._view = bridge, tasks, view
        view.strip_needed.connect(self._needed)

    def _needed(self, take_id: str) -> None:
        self._tasks.start(self._bring(TakeId(take_id)), "loading a filmstrip")

    async def _bring(self, take_id: TakeId) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        self._view.set_strip(take_id, await self._bridge.run(workspace.board.scrub_frames(take_id)))
