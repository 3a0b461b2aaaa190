"""One window's life: the loop, the engine, the window's content, and the order in which it ends."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from studio.core.errors import StudioError
from studio.ui import style, stylesheet
from studio.ui.bridge import Bridge
from studio.ui.dialogs.problem import ProblemDialog
from studio.ui.frame import Frame
from studio.ui.garbage import WindowGarbage
from studio.ui.hooks import Hooks
from studio.ui.interrupts import Interrupts
from studio.ui.main_window import MainWindow
from studio.ui.preferences import Preferences, reading_of
from studio.ui.start import Start, Studio
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme
from studio.ui.troubles import Troubles

LOOK_S = 0.05


class Life:
    """One window's life. `run` returns when it is over, True when it was ended from outside by Ctrl-C."""

    def __init__(self, app: QApplication, frame: Frame, theme: Theme, start: Start, ring: style.FocusRing) -> None:
        self._app, self._frame, self._theme, self._start, self._ring = app, frame, theme, start, ring
        self._preferences = Preferences(start.home, start.settings)
        self._troubles = Troubles(self._warn, self._problem, start.version, start.redact)
        self._tasks = Tasks(self._troubles.report)
        self._main: MainWindow | None = None
        self._interrupted = False
        self._beside = 0

    @property
    def main(self) -> MainWindow | None:
        """The window's content, once it is there."""
        return self._main

    def run(self, beside: Coroutine[Any, Any, None] | None = None) -> bool:
        """Live until the person leaves; `beside` runs meanwhile."""
        hooks = Hooks(self._troubles.report)
        loop = qasync.QEventLoop(self._app)
        loop.set_exception_handler(hooks.loop_failed)
        with hooks, loop, WindowGarbage(self._app), Interrupts(self._app, self._interrupt):
            loop.run_until_complete(self._live(beside))
        return self._interrupted

    async def settled(self, patience_s: float, steady_s: float) -> bool:
        """Wait until the open project is on the screen with all its pictures; False when that took too long."""
        steady, waited = 0.0, 0.0
        while steady < steady_s and waited < patience_s:
            await asyncio.sleep(LOOK_S)
            waited += LOOK_S
            still = self._main is not None and self._main.is_still() and len(self._tasks.doing()) <= self._beside
            steady = steady + LOOK_S if still else 0.0
        return steady >= steady_s

    async def _live(self, beside: Coroutine[Any, Any, None] | None) -> None:
        left = asyncio.Event()
        self._frame.close_requested.connect(left.set)
        with ThreadPoolExecutor(1, "start") as starter:
            building = asyncio.get_running_loop().run_in_executor(starter, self._start.build)
            bridge = Bridge(building)
            self._fill(bridge)
            if self._start.project is None:
                self._tasks.start(bridge.studio(), "starting the engine")
            if beside is not None:
                self._beside = 1
                self._tasks.start(beside, "doing what was asked beside the window")
            await left.wait()
            await self._wind_down(bridge, building)

    def _fill(self, bridge: Bridge) -> None:
        """Put the content into the frame."""
        self._main = MainWindow(self._frame, self._theme, bridge, self._tasks, self._preferences, self._start)
        self._main.theme_wanted.connect(lambda: self._redress(bridge))
        self._frame.setCentralWidget(self._main)
        self._main.begin()

    def _redress(self, bridge: Bridge) -> None:
        """Another theme: the content is made anew in it and reads the open project again."""
        self._theme = Theme.of(reading_of(self._preferences.settings.theme, self._app))
        self._app.setStyle(style.Style(self._theme))
        self._app.setPalette(self._theme.palette())
        self._app.setStyleSheet(stylesheet.of(self._theme))
        if self._main is not None:
            self._main.end()
        self._fill(bridge)

    async def _wind_down(self, bridge: Bridge, building: asyncio.Future[Studio]) -> None:
        """Hide at once, then: what was typed, tasks, project, engine, settings."""
        settings = replace(self._preferences.settings, window_geometry=self._frame.geometry_bytes())
        if self._main is not None:
            settings = self._main.kept(settings)
            await self._main.finish_typing()
        self._frame.hide()
        if self._main is not None:
            self._main.end()
        await self._tasks.stop()
        await asyncio.wait({building})
        if building.exception() is None:
            studio = building.result()
            if bridge.workspace is not None:
                workspace = bridge.workspace
                bridge.attach(None)
                await bridge.run(studio.projects.close(workspace))
            await asyncio.to_thread(studio.engine.stop)
        try:
            self._preferences.put(settings)
        except StudioError as error:
            logging.getLogger(__name__).warning("%s", error)

    def _interrupt(self, number: int) -> None:
        """Ctrl-C or the system's wish to end: as if the window was closed."""
        self._interrupted = number == signal.SIGINT
        self._frame.close_requested.emit()

    def _warn(self, sentence: str) -> None:
        if self._main is not None:
            self._main.toast.warn(sentence)

    def _problem(self, doing: str, report: str) -> ProblemDialog:
        return ProblemDialog(self._theme, self._frame, doing, report)
