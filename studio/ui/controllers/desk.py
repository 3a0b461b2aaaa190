"""The dialogs beside the work: keys, what's new, settings, bin."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.ui.ask import ask
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.dialogs.bin import BinDialog
from studio.ui.dialogs.key_map import KeyMapDialog
from studio.ui.dialogs.settings import SettingsDialog
from studio.ui.dialogs.whats_new import WhatsNewDialog, load_releases
from studio.ui.preferences import Preferences
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme


class DeskController(QObject):
    """`theme_wanted` follows a change of theme, `motion_wanted` one of motion (True: reduced)."""

    theme_wanted = Signal()
    motion_wanted = Signal(bool)

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        theme: Theme,
        preferences: Preferences,
        resources: Path,
        board: BoardController,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._theme, self._preferences = bridge, tasks, theme, preferences
        self._resources, self._board, self._window = resources, board, window

    def keys(self) -> None:
        """Show all keys."""
        self._start(self._keys(), "showing the keys")

    def whats_new(self) -> None:
        """Show what has changed."""
        self._start(self._whats_new(), "showing what is new")

    def settings(self) -> None:
        """Ask for the person's settings."""
        self._start(self._settings(), "changing settings")

    def bin(self) -> None:
        """Show the bin; what is chosen there comes back."""
        self._start(self._bin(), "showing the bin")

    async def _keys(self) -> None:
        await ask(KeyMapDialog(self._theme, self._window))

    async def _whats_new(self) -> None:
        await ask(WhatsNewDialog(self._theme, self._window, load_releases(self._resources / "whats_new.md")))

    async def _settings(self) -> None:
        before = self._preferences.settings
        dialog = SettingsDialog(self._theme, self._window, before)
        if not await ask(dialog):
            return
        chosen = dialog.settings()
        self._preferences.put(chosen)
        self.motion_wanted.emit(chosen.reduced_motion)
        if chosen.theme != before.theme:
            self.theme_wanted.emit()

    async def _bin(self) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        cards = await self._bridge.run(workspace.board.binned())
        dialog = BinDialog(self._theme, self._window, cards, writable=not workspace.read_only)
        if await ask(dialog) and (chosen := dialog.chosen()):
            await self._bridge.run(workspace.editing.restore(chosen))
            self._board.point_at(chosen)

    def _start(self, coroutine: Coroutine[Any, Any, None], doing: str) -> None:
        self._tasks.start(coroutine, doing)
