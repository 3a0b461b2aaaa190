"""The whole window over real services and a real project in a temporary folder."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studio import paths
from studio.app import build_studio
from studio.config import Settings
from studio.core.board import Card
from studio.core.ids import ShotId
from studio.services.workspace import Workspace
from studio.ui.bridge import Bridge
from studio.ui.frame import Frame
from studio.ui.main_window import MainWindow
from studio.ui.preferences import Preferences
from studio.ui.start import Start, Studio
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme

T = TypeVar("T")
PATIENCE_S = 30.0


@dataclass
class Rig:
    """`troubles` holds every failure that the window would have told of."""

    frame: Frame
    window: MainWindow
    bridge: Bridge
    tasks: Tasks
    studio: Studio
    space: Workspace
    troubles: list[tuple[BaseException, str]]

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds; the failures so far are part of the complaint when it never does."""
        for _ in range(int(PATIENCE_S / 0.02)):
            if holds():
                return
            await asyncio.sleep(0.02)
        raise TimeoutError(f"never: {what}; {self.troubles}")

    async def quiet(self) -> None:
        """Wait until the window has nothing more to do."""
        still = 0
        while still < 5:
            still = 0 if self.tasks.doing() else still + 1
            await asyncio.sleep(0.03)

    async def call(self, call: Coroutine[Any, Any, T]) -> T:
        """A service call on the engine thread, behind the window's back."""
        return await self.bridge.run(call)

    async def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, to: QWidget | None = None
    ) -> None:
        """Press a key where the keyboard is, and wait until everything has answered."""
        target = to or QApplication.focusWidget() or self.window.view
        QTest.keyClick(target, key, modifiers)
        await self.quiet()

    async def add_shot(self, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A new shot by its key, then back from its words to the board."""
        await self.press(Qt.Key.Key_N, modifiers)
        await self.press(Qt.Key.Key_Escape)

    @property
    def cards(self) -> list[Card]:
        """What the board holds, in its order."""
        return list(self.window.board.cards)

    @property
    def codes(self) -> list[str]:
        """The codes on the board."""
        return [card.code for card in self.cards]

    async def choose(self, *codes: str) -> None:
        """Select shots by their codes, the first one focused."""
        ids = [card.shot_id for code in codes for card in self.cards if card.code == code]
        self.window.board.point_at(ids)
        self.window.view.setFocus()
        await self.quiet()


@asynccontextmanager
async def rig(theme: Theme, folder: Path, shots: int = 0, *, read_only: bool = False) -> AsyncIterator[Rig]:
    """A window of 1440 × 900 on a new project of one scene with so many shots."""
    studio = await asyncio.to_thread(build_studio)
    troubles: list[tuple[BaseException, str]] = []
    tasks = Tasks(lambda error, doing: troubles.append((error, doing)))
    promise: asyncio.Future[Studio] = asyncio.get_running_loop().create_future()
    promise.set_result(studio)
    bridge = Bridge(promise)
    space = await bridge.run(studio.projects.create(folder / "Film.shotboard", "Film"))
    if shots:
        await bridge.run(_fill(space, shots))
    if read_only:
        await bridge.run(studio.projects.close(space))
        space = await bridge.run(studio.projects.open(folder / "Film.shotboard", read_only=True))
    preferences = Preferences(folder / "home", Settings(person="Ada"))
    start = Start(preferences.settings, folder / "home", folder, paths.resources(), "1.2.3", str, build_studio)
    frame = Frame(theme, b"")
    frame.setWindowState(Qt.WindowState.WindowNoState)
    frame.resize(1440, 900)
    window = MainWindow(frame, theme, bridge, tasks, preferences, start)
    frame.setCentralWidget(window)
    frame.show()
    frame.activateWindow()
    window.begin()
    bridge.attach(space)
    made = Rig(frame, window, bridge, tasks, studio, space, troubles)
    try:
        await made.quiet()
        yield made
        assert not troubles, troubles
    finally:
        await window.finish_typing()
        window.end()
        await tasks.stop()
        if (open_now := bridge.workspace) is not None:
            bridge.attach(None)
            await bridge.run(studio.projects.close(open_now))
        await asyncio.to_thread(studio.engine.stop)
        frame.hide()
        frame.deleteLater()


async def _fill(space: Workspace, shots: int) -> list[ShotId]:
    scene = await space.editing.add_scene("EXT. PIER - DUSK")
    return [await space.editing.add_shot(scene, None, f"A man waits {at}.") for at in range(shots)]
